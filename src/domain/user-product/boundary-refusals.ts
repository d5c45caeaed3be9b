import type { Instant } from '../time/instant.js';
import { lacksEnd } from './broken-invariants.js';
import { isOursToEnd } from './due-at.js';
import type { WriteRefusal } from './refusal.js';
import type { UserProduct } from './user-product.js';

type Left = Pick<
  UserProduct,
  'state' | 'provisionService' | 'endedBy' | 'subscriptionType' | 'validTo'
>;

/**
 * Why a write may not leave a user product like that at that instant (docs/architecture.md §4): only time makes a
 * boundary pass, so one that we renew or end ourselves keeps a `validTo` after now, and has one at all if it is
 * recurring or limited. Empty: it may. Example: now 15 June, left activated with `validTo` 1 May: refused, since
 * ending that period would tell of 1 May after what was told of 15 June.
 */
export function boundaryRefusals(left: Left, now: Instant): readonly WriteRefusal[] {
  const { subscriptionType, validTo } = left;
  if (lacksEnd(left)) {
    return [{ reason: 'valid_to_required', facts: { subscription_type: subscriptionType } }];
  }
  const hasPassed = isOursToEnd(left) && validTo !== null && validTo <= now;
  return hasPassed ? [{ reason: 'valid_to_not_in_future', facts: {} }] : [];
}
