import { expect, test } from '@jest/globals';
import { rule } from '../../../../../src/http/payway/problems/refusal-row.js';

test('a rule that does not hold is a conflict', () => {
  const row = { message: 'It is not so', meaning: 'it is so', remedy: 'make it so' };
  expect(rule(row)).toEqual({ ...row, status: 409 });
});
