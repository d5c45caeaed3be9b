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
  [`mongodb://u:${'p'.repeat(3_000)}@host`, 'mongodb://***@host'],
  ['https://a:b@c https://d:e@f', 'https://***@c https://***@f'],
  ['https://host/?a=x?token=y', 'https://host/?a=x?token=***'],
  ['https://host/?my_key=x&b=1&KEY=z', 'https://host/?my_key=***&b=1&KEY=***'],
  ['https://host/?keyless&token', 'https://host/?keyless&token'],
])('of %s what lets in is hidden', (text, hidden) => {
  expect(hideCredentials(text)).toBe(hidden);
});
