import { expect, test } from '@jest/globals';
import { takesVersion } from '../../../../src/application/catalogue/takes-version.js';

test.each([
  ['any', null, true],
  ['any', 'any', true],
  ['one that is named', [3], true],
  ['one of several', [3, 5], true],
  ['one of several, wherever it is named', [5, 3], true],
  ['none that is not named', [2, 4], false],
  ['none where none is named', [], false],
] as const)('A caller takes %s: version 3 of %j', (_, taken, isTaken) => {
  expect(takesVersion(taken, 3)).toBe(isTaken);
});
