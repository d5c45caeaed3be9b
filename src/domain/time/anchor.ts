import { civilTimeOf, dateOf } from './civil-time.js';
import type { Instant, TimeZone } from './instant.js';

/**
 * Where a subscription's boundaries are counted from (docs/spec/change-rules.md §2): an instant, whose civil date
 * and time in the organisation's zone are meant, and the day of the month aimed at (1–31).
 */
export type Anchor = { readonly at: Instant; readonly billingDay: number };

/**
 * An anchor at that instant, aiming at its own civil day in the organisation's zone (docs/spec/change-rules.md §2).
 * Example: 2026-01-30T23:30Z in Stockholm is 31 Jan, so the billing day is 31.
 */
export function anchorOf(at: Instant, zone: TimeZone): Anchor {
  return { at, billingDay: dateOf(civilTimeOf(at, zone).day).day };
}
