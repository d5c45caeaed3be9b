import { expect, test } from '@jest/globals';
import { numberOf } from '../../../../src/domain/billing/billing-document.js';

test.each([
  ['invoice', 1, 'RE-0000000001'],
  ['credit_note', 12, 'CN-0000000012'],
  ['invoice', 12_345_678_901, 'RE-12345678901'],
  ['credit_note', null, null],
] as const)('The number of an %s at place %p of its series is %p', (type, sequence, number) => {
  expect(numberOf({ type, sequence })).toBe(number);
});
