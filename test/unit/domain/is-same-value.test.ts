import { expect, test } from '@jest/globals';
import { isSameValue } from '../../../src/domain/is-same-value.js';

test.each([
  [1, 1, true],
  ['a', 'a', true],
  [null, null, true],
  [1, '1', false],
  [null, undefined, false],
  [{ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [{}, null, false],
])('%j and %j say the same: %s', (a, b, isSame) => {
  expect(isSameValue(a, b)).toBe(isSame);
  expect(isSameValue(b, a)).toBe(isSame);
});
