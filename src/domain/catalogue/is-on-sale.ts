import type { Instant } from '../time/instant.js';
import type { Package } from './package.js';

/**
 * Whether a package can be bought at that instant (docs/spec/payway-api.md §3, `target_not_on_sale`): within
 * `validFrom … validTo`, half-open as every period is, and not archived.
 */
export function isOnSale(
  { validFrom, validTo, archived }: Pick<Package, 'validFrom' | 'validTo' | 'archived'>,
  now: Instant,
): boolean {
  const hasBegun = validFrom === null || validFrom <= now;
  const hasEnded = validTo !== null && validTo <= now;
  return hasBegun && !hasEnded && !archived;
}
