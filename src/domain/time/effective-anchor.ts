import { anchorOf, type Anchor } from './anchor.js';
import type { Cadence } from './boundary.js';
import type { Instant } from './instant.js';
import { periodAround } from './period-around.js';

/** A cadence and the boundary that a user product is to end at. */
export type DatedCadence = Cadence & { readonly validTo: Instant };

/**
 * The anchor that `validTo` is a boundary of: the one given, or else `validTo` itself with its own civil day, as with
 * imported rows (change-rules.md §2). Example: anchor 31 Jan, monthly, valid to 15 Apr → 15 Apr, billing day 15.
 */
export function effectiveAnchor({ validTo, ...cadence }: DatedCadence): Anchor {
  const isBoundary = periodAround(cadence, validTo).startAt === validTo;
  return isBoundary ? cadence.anchor : anchorOf(validTo, cadence.zone);
}
