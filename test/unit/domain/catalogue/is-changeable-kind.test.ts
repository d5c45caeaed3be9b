import { expect, test } from '@jest/globals';
import { isChangeableKind } from '../../../../src/domain/catalogue/is-changeable-kind.js';

test.each([
  ['package', true],
  ['campaign', true],
  ['bundle', false],
  ['single_sale', false],
] as const)('What is of the kind %s may be changed: %s', (kind, may) => {
  expect(isChangeableKind(kind)).toBe(may);
});
