import { expect, test } from '@jest/globals';
import { hideCredentials } from '../../../src/config/hide-credentials.js';

test.each([
  ['mongodb://user:pass@host/x', 'mongodb://***@host/x'],
  ['mongodb+srv://user:p@ss/w@host', 'mongodb+srv://***@host'],
  ['cannot reach https://key@host and more', 'cannot reach https://***@host and more'],
  ['mongodb://host/x?authSource=admin', 'mongodb://host/x?authSource=admin'],
  [
    'mongodb://host/x?proxyPassword=open&w=majority',
    'mongodb://host/x?proxyPassword=***&w=majority',
  ],
  ['no address at all: a@b', 'no address at all: a@b'],
])('of %s what lets in is hidden', (text, hidden) => {
  expect(hideCredentials(text)).toBe(hidden);
});
