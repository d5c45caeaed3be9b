import { describe, expect, test } from '@jest/globals';
import {
  answerItemWrite,
  guardsWith,
} from '../../../../src/http/product-groups/answer-item-write.js';
import { isProblem } from '../../../../src/http/core/problem.js';
import { resourceNotFound } from '../../../../src/http/product-groups/problems/failures.js';
import { violationsProblem } from '../../../../src/http/product-groups/problems/violations-problem.js';
import { answered } from '../../../support/answered.js';
import { idOf } from '../../../support/domain/id-of.js';

const words = {
  answerOf: () => Promise.resolve({ status: 200, body: '{"a":1}' }),
  itemNotFound: resourceNotFound,
  targetNotFound: violationsProblem([{ name: 'productGroupMembership', fault: 'not_found' }]),
};
type Result = Parameters<typeof answerItemWrite>[0];

async function problemOf(result: Result): Promise<object> {
  const answer = await answerItemWrite(result, words);
  if (!isProblem(answer)) throw new Error('done');
  return answer.body;
}
const refused = (reason: string, facts: object = {}) =>
  ({ ok: false, failure: 'refused', refusals: [{ reason, facts }] }) as unknown as Result;

type Fault = [string, object, string, string];

describe('A write on an item', () => {
  test('that was done is answered in the words of its endpoint, which are kept under its key too', async () => {
    const done = { ok: true, ...answered(idOf(1)) } as const;
    const text = { status: 200, text: '{"a":1}', isReplay: false };
    expect(await answerItemWrite(done, words)).toEqual(text);
    const guards = { keyed: null, ifMatch: null, answerOf: () => ({ status: 1, body: '' }) };
    expect(guardsWith(guards, words).answerOf).toBe(words.answerOf);
  });

  test('that was answered before is answered as it was', async () => {
    const replayed = { status: 200, body: 'first' };
    expect(await answerItemWrite({ ok: true, replayed }, words)).toEqual({
      ...{ status: 200, text: 'first', isReplay: true },
    });
  });

  test.each([
    ['period_not_in_tier', {}, 'selectedPricePlan', 'invalid'],
    ['period_required', {}, 'selectedPricePlan', 'c1051bb4-d103-4f74-8988-acbcafc7fdc3'],
    ['quantity_out_of_range', { min_quantity: 2, max_quantity: null }, 'quantity', 'range'],
    ['tier_unknown', {}, 'productGroupMembership', 'not_found'],
    ['tier_of_other_package', {}, 'productGroupMembership', 'invalid'],
  ] satisfies Fault[])('tells %s of the field that names it', async (...fault: Fault) => {
    const [reason, facts, propertyPath, code] = fault;
    expect(await problemOf(refused(reason, facts))).toMatchObject({
      status: 422,
      violations: [{ propertyPath, code }],
    });
  });

  test('tells all rules that refuse it, with their facts in the words of this API', async () => {
    const refusals = [
      { reason: 'change_pending', facts: { pending_change: idOf(7) } },
      { reason: 'user_product_not_active', facts: { state: 'cancelled' } },
    ];
    const result = { ok: false, failure: 'refused', refusals } as unknown as Result;
    expect(await problemOf(result)).toMatchObject({
      ...{ status: 409, code: 'change_pending' },
      refusals: [
        { code: 'change_pending', facts: { pendingChange: idOf(7) } },
        { code: 'item_not_active' },
      ],
    });
  });

  test.each([
    ['not_found', 404, 'not_found'],
    ['target_not_found', 422, 'validation_failed'],
    ['quote_unreadable', 422, 'validation_failed'],
  ] as const)('fails with %s', async (failure, status, code) => {
    expect(await problemOf({ ok: false, failure })).toMatchObject({ status, code });
  });

  test('whose quote no longer holds says what has changed', async () => {
    const moved = ['the price'];
    const problem = await problemOf({ ok: false, failure: 'quote_moved', moved });
    expect(problem).toMatchObject({ status: 412, code: 'version_mismatch' });
    expect(JSON.stringify(problem)).toContain('the price has changed');
  });

  test.each([
    [{ failure: 'version_mismatch' }, 'version_mismatch'],
    [{ failure: 'key_reused' }, 'key_reused'],
    [{ failure: 'too_many_keys', retryAfterMs: 1_500 }, 'too_many_keys'],
  ])('leaves to the dialect what all writes share: %j', async (failure, kind) => {
    const answer = await answerItemWrite({ ok: false, ...failure } as Result, words);
    expect(answer).toMatchObject({ kind });
  });
});
