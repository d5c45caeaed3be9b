import { soldPeriodOf } from '../catalogue/sold-period.js';
import { paidForSold } from '../user-product/paid.js';
import { periodFromBoundary } from '../user-product/period-from-boundary.js';
import { amountsAtPeriodEnd } from '../user-product/waiting-terms.js';
import type { DecisionInput } from './change-decision.js';
import type { Settlement } from './change-policy.js';

/**
 * A change that waits for `validTo`: the old period is used up by then, so nothing is left, credited or charged before
 * it (docs/spec/payway-api.md §3). Throws a TypeError for a user product without an end.
 */
export function settleAtPeriodEnd({ product, target, catalogue }: DecisionInput): Settlement {
  const { period, quantity } = target;
  const soldPeriod = soldPeriodOf(period);
  const { interval } = period;
  const next = periodFromBoundary(product, interval, catalogue.timeZone);
  return {
    timing: 'end_of_period',
    effectiveAt: next.startAt,
    next: {
      validTo: next.validTo,
      anchor: next.anchor,
      paid: paidForSold({ soldPeriod, quantity }, { from: next.startAt, to: next.validTo }),
      renewedAtOnce: false,
    },
    amounts: amountsAtPeriodEnd({ period: soldPeriod, quantity }),
    parts: null,
  };
}
