import { boundaryAt, estimateIndex, type Cadence } from './boundary.js';
import type { Instant } from './instant.js';

/** A period between two boundaries, half-open: at `endAt` the next one has begun. `index` is that of its start. */
export type Period = { readonly startAt: Instant; readonly endAt: Instant; readonly index: number };

/**
 * The period that an instant lies in, by this cadence (change-rules.md §2); never empty, in any zone.
 * Example: anchor 31 Jan 2026, monthly: 1 Mar lies in 28 Feb – 31 Mar, whose index is 1.
 */
export function periodAround(cadence: Cadence, instant: Instant): Period {
  let index = estimateIndex(cadence, instant);
  let startAt = boundaryAt(cadence, index);
  let endAt = boundaryAt(cadence, index + 1);
  while (startAt > instant) {
    endAt = startAt;
    index -= 1;
    startAt = boundaryAt(cadence, index);
  }
  while (endAt <= instant) {
    startAt = endAt;
    index += 1;
    endAt = boundaryAt(cadence, index + 1);
  }
  return { startAt, endAt, index };
}
