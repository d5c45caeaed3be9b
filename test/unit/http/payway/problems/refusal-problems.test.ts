import { expect, test } from '@jest/globals';
import { changeRefusalCodes } from '../../../../../src/http/payway/problems/change-refusals.js';
import {
  refusalMessage,
  refusalProblem,
  refusalReasons,
  refusedBy,
} from '../../../../../src/http/payway/problems/refusal-problems.js';
import { writeRefusalCodes } from '../../../../../src/http/payway/problems/write-refusals.js';

const rows = Object.entries({ ...changeRefusalCodes, ...writeRefusalCodes });

test.each(rows)('%s is 409, and says why in one sentence', (_code, row) => {
  expect(row.status).toBe(409);
  expect(row.message).toMatch(/^[A-Z].{15,}[^.]$/);
  for (const words of [row.meaning, row.remedy]) expect(words).toMatch(/^[a-z`]/);
});

test('all refusals are told, in the order in which they came', () => {
  const told = [
    { code: 'user_product_ended', message: 'The product was ended by a change and takes no more' },
    { code: 'user_product_not_active', message: 'The product is not active' },
  ] as const;
  const problem = refusalProblem([
    { reason: told[0].code, facts: {} },
    { reason: told[1].code, facts: {} },
  ]);
  expect([problem.status, problem.body]).toEqual([409, { ...told[0], errors: told }]);
});

test('a preview says the same of a reason as a refusal does', () => {
  expect(refusalReasons).toEqual(Object.keys(changeRefusalCodes));
  for (const reason of refusalReasons) {
    const { body } = refusalProblem([{ reason, facts: {} }]);
    expect(body).toEqual({ code: reason, message: refusalMessage(reason) });
  }
});

test('one that stands alone needs no facts', () => {
  expect(refusedBy('clock_moves_forward_only')).toMatchObject({
    status: 409,
    body: { code: 'clock_moves_forward_only', message: 'The clock moves forward only' },
  });
});
