import type { Catalogue } from '../catalogue/catalogue.js';
import { estimateIndex, type Cadence } from '../time/boundary.js';
import type { Instant } from '../time/instant.js';
import { effectiveAnchor, periodAround } from '../time/period.js';
import { isDue } from './due-at.js';
import { endPeriod } from './end-period.js';
import type { TransitionIds } from './transition.js';
import type { UserProduct } from './user-product.js';

/** After so many period ends a user product goes on by the same interval: a change was applied, the snapshot refreshed. */
const untilSteady = 2;

/**
 * How many periods of a user product, and of what follows it, would end by that instant: the first ones as `endPeriod`
 * ends them, the rest counted by the calendar, so that it costs the same for one and for a thousand. One whose end cannot
 * be decided counts as one. Example: monthly, valid to 1 May, by 15 July: 3.
 */
export function countPeriodsDue(
  product: UserProduct,
  by: Instant,
  about: { readonly catalogue: Catalogue; readonly ids: TransitionIds },
): number {
  let current = product;
  for (let ended = 0; ended < untilSteady; ended += 1) {
    if (!isDue(current, by)) return ended;
    const next = following(current, about);
    if (next === null) return ended + 1;
    current = next;
  }
  return untilSteady + (isDue(current, by) ? steadyPeriods(current, by, about.catalogue) : 0);
}

/** Null: its period's end cannot be decided. */
function following(
  product: UserProduct,
  about: { readonly catalogue: Catalogue; readonly ids: TransitionIds },
): UserProduct | null {
  try {
    const { next, successor } = endPeriod({ product, ...about });
    return successor ?? next;
  } catch {
    return null;
  }
}

function steadyPeriods(
  { validTo, anchor, soldPeriod, state, subscriptionType }: UserProduct,
  by: Instant,
  { timeZone: zone }: Catalogue,
): number {
  if (validTo === null || state === 'cancelled' || subscriptionType !== 'recurring') return 1;
  const { interval } = soldPeriod;
  const cadence = {
    anchor: effectiveAnchor({ anchor, interval, zone, validTo }),
    interval,
    zone,
  };
  return indexAt(cadence, by) - indexAt(cadence, validTo) + 1;
}

/** Beyond the calendar's end there is no period around an instant: it is then right to within one. */
function indexAt(cadence: Cadence, instant: Instant): number {
  try {
    return periodAround(cadence, instant).index;
  } catch (error) {
    if (error instanceof RangeError) return estimateIndex(cadence, instant);
    throw error;
  }
}
