import { expect, test } from '@jest/globals';
import { ruleRow } from '../../../../../src/http/product-groups/problems/item-refusals.js';
import { ruleRows } from '../../../../../src/http/product-groups/problems/failure-codes.js';

test('a rule is refused with 409', () => {
  expect(ruleRow({ detail: 'd', meaning: 'm', remedy: 'r' })).toEqual({
    status: 409,
    detail: 'd',
    meaning: 'm',
    remedy: 'r',
  });
});

test.each(Object.entries(ruleRows))('%s says something in a sentence', (_code, { detail }) => {
  expect(detail).toMatch(/^[A-Z][^.]{10,}$/);
});
