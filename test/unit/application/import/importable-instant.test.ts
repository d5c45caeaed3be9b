import { expect, test } from '@jest/globals';
import { isImportable } from '../../../../src/application/import/importable-instant.js';
import { toInstant } from '../../../../src/domain/time/instant.js';

const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(9001, 0, 1) - 1];

test.each([
  [first - 1, false],
  [first, true],
  [last, true],
  [last + 1, false],
])('An instant of %d ms may stand in a file: %s', (ms, isOne) => {
  expect(isImportable(toInstant(ms))).toBe(isOne);
});
