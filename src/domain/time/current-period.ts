import { boundaryAt } from './boundary.js';
import { effectiveAnchor, type DatedCadence } from './effective-anchor.js';
import { periodAround, type Period } from './period-around.js';

/**
 * The period that ends at `validTo`; it starts one interval earlier by the same anchor (change-rules.md §2). Its
 * index counts from the effective anchor. Example: anchor 31 Jan, monthly, valid to 28 Feb → 31 Jan – 28 Feb.
 */
export function currentPeriod({ anchor, interval, zone, validTo }: DatedCadence): Period {
  const cadence = { anchor: effectiveAnchor({ anchor, interval, zone, validTo }), interval, zone };
  let { startAt, index } = periodAround(cadence, validTo);
  // More than once where a zone left a whole day out: the period between two equal boundaries is none.
  while (startAt === validTo) {
    index -= 1;
    startAt = boundaryAt(cadence, index);
  }
  return { startAt, endAt: validTo, index };
}
