import { expect, test } from '@jest/globals';
import {
  rulesProblem,
  toRuleRefusal,
} from '../../../../../src/http/product-groups/problems/refusals-problem.js';

test('the first refusal gives the answer its code, all are told with their facts', () => {
  const { status, code, body } = rulesProblem([
    { code: 'item_ended', facts: { successor: 'a'.repeat(24) } },
    { code: 'change_pending', facts: {} },
  ]);
  expect([status, code]).toEqual([409, 'item_ended']);
  expect(body).toEqual({
    type: '/errors/item_ended',
    title: 'An error occurred',
    status: 409,
    detail: 'The subscription item was ended by a change\nA change is already pending',
    code: 'item_ended',
    refusals: [
      {
        code: 'item_ended',
        detail: 'The subscription item was ended by a change',
        facts: { successor: 'a'.repeat(24) },
      },
      { code: 'change_pending', detail: 'A change is already pending', facts: {} },
    ],
  });
});

test('what the domain says is told in the words of this dialect, and no other fact is', () => {
  const facts = { successor_id: 'b', secret: 1 };
  expect(toRuleRefusal({ reason: 'user_product_ended', facts })).toEqual({
    code: 'item_ended',
    facts: { successor: 'b' },
  });
  expect(toRuleRefusal({ reason: 'target_not_on_sale', facts: { archived: true } })).toEqual({
    code: 'product_not_on_sale',
    facts: { isArchived: true },
  });
});
