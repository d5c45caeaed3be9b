import { describe, expect, test } from '@jest/globals';
import type { SubscriptionRefusalReason } from '../../../../src/pages/kit/subscription/bound-offer.js';
import { refusalSentences } from '../../../../src/pages/portal/refusal-words.js';

const refused = (...reasons: readonly SubscriptionRefusalReason[]) =>
  refusalSentences(reasons.map((reason) => ({ reason, facts: {} })));

/** docs/spec/pages.md §8. */
describe('A customer is told', () => {
  test.each([
    ['same_package', 'refused.same'],
    ['downgrade_requires_recurring', 'refused.otherPrice'],
    ['subscription_type_mismatch', 'refused.otherPrice'],
    ['payment_period_mismatch', 'refused.otherPrice'],
    ['currency_mismatch', 'refused.otherPrice'],
    ['nothing_to_carry_over', 'refused.nothingToCarry'],
    ['carried_time_too_long', 'refused.carriedTooLong'],
    ['change_pending', 'refused.changePending'],
  ] as const)('why of %s', (reason, key) => {
    expect(refused(reason)).toEqual([key]);
  });

  test.each([
    'target_not_on_sale',
    'payment_period_disabled',
    'integration_code_not_supported',
    'subscription_type_not_supported',
    'free_period_not_allowed',
  ] as const)('nothing of %s, which is not listed', (reason) => {
    expect(refused(reason)).toEqual([]);
  });

  test('each sentence once, in the order of the reasons', () => {
    expect(refused('currency_mismatch', 'change_pending', 'payment_period_mismatch')).toEqual([
      'refused.otherPrice',
      'refused.changePending',
    ]);
  });
});
