import { expect, test } from '@jest/globals';
import { numberOf, parseDocumentNumber } from '../../../../src/domain/billing/billing-document.js';

const numbers = [
  ['invoice', 1, 'RE-0000000001'],
  ['credit_note', 12, 'CN-0000000012'],
  ['invoice', 12_345_678_901, 'RE-12345678901'],
] as const;

test.each([...numbers, ['credit_note', null, null] as const])(
  'The number of an %s at place %p of its series is %p',
  (type, sequence, number) => {
    expect(numberOf({ type, sequence })).toBe(number);
  },
);

test.each(numbers)('A number names its document: %s %p by %s', (type, sequence, number) => {
  expect(parseDocumentNumber(number)).toEqual({ type, sequence });
});

test.each([
  '',
  'RE-1',
  're-0000000001',
  'XX-0000000001',
  'RE-00000000001',
  'RE-0000000001 ',
  'RE-99999999999999999',
  '56e1741a6fc9365306000001',
])('%p is no number of ours', (raw) => {
  expect(parseDocumentNumber(raw)).toBeNull();
});
