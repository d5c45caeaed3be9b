import { expect, test } from '@jest/globals';
import { shownClientId } from '../../../../src/http/authorization/shown-client-id.js';

test.each([
  ['demo', 'demo'],
  ['', ''],
  ['a "b" \\ ~', 'a "b" \\ ~'],
  ['a\nb\u0000\u001b[31m\u007f', 'a?b??[31m?'],
  ['kläre\u202e', 'kl?re?'],
  ['x'.repeat(64), 'x'.repeat(64)],
  ['x'.repeat(10_000), 'x'.repeat(64)],
])('%j is shown as %j', (tried, shown) => {
  expect(shownClientId(tried)).toBe(shown);
});
