import { civilTimeOf, dateOf } from './civil-time.js';
import type { Instant, TimeZone } from './instant.js';
import { remember } from './remember.js';

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
  return { at, billingDay: dayOfMonth(civilTimeOf(at, zone).day) };
}

/** Remembered, because the plans of one list all begin on one day (`boundary.ts`). */
const dayOfMonth = remember(4096, (day) => dateOf(day).day);
