import { expect, test } from '@jest/globals';
import { isOwnPost } from '../../../../src/pages/kit/same-origin.js';

const own = 'https://portal.test';

test.each([
  ['the browser says so', { 'sec-fetch-site': 'same-origin' }, true],
  [
    'the browser says so, whatever the origin',
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    true,
  ],
  ['an older browser names our origin', { origin: own }, true],
])('A form is our own where %s', (_, headers, isOwn) => {
  expect(isOwnPost(headers, own)).toBe(isOwn);
});

test.each([
  ['comes from another site', { 'sec-fetch-site': 'cross-site' }],
  [
    'comes from another site that names our origin',
    { 'sec-fetch-site': 'cross-site', origin: own },
  ],
  ['comes from a neighbour on the same site', { 'sec-fetch-site': 'same-site', origin: own }],
  ['was typed into the address', { 'sec-fetch-site': 'none', origin: own }],
  ['says an empty site', { 'sec-fetch-site': '', origin: own }],
  ['has an origin that is hidden', { origin: 'null' }],
  ['names another origin', { origin: 'https://evil.test' }],
  ['names ours by another scheme', { origin: 'http://portal.test' }],
  ['names ours by another port', { origin: 'https://portal.test:8443' }],
  ['names one that begins as ours', { origin: 'https://portal.test.evil.test' }],
  ['says nothing at all', {}],
])('A form is none of ours where it %s', (_, headers) => {
  expect(isOwnPost(headers, own)).toBe(false);
});
