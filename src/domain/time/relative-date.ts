import { anchorOf } from './anchor.js';
import { boundaryAt } from './boundary.js';
import type { Instant, TimeZone } from './instant.js';
import type { IntervalUnit } from './interval.js';

/** So far from now: `{unit: 'day', amount: -10}` is ten days ago. */
export type RelativeDate = { readonly unit: IntervalUnit; readonly amount: number };

const pattern = /^([+-]?)(\d{1,4})([DWMY])$/;
const units: Readonly<Record<string, IntervalUnit>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** `"-10D"`, `"+1M"`, `"1M"`, `"2W"`, `"1Y"` (docs/spec/operations.md §1, §4), or null where it is none. */
export function parseRelativeDate(raw: string): RelativeDate | null {
  const [, sign, digits, letter] = pattern.exec(raw) ?? [];
  const unit = letter === undefined ? undefined : units[letter];
  if (unit === undefined) return null;
  const amount = Number(digits);
  return { unit, amount: sign === '-' && amount > 0 ? -amount : amount };
}

/**
 * That far from the instant in the organisation's calendar, the day clamped to the month's end. Throws a RangeError
 * outside the years 0–9999. Example: `-1M` from 31 Mar 2026 10:00 is 28 Feb 2026 10:00.
 */
export function applyRelativeDate(relative: RelativeDate, from: Instant, zone: TimeZone): Instant {
  const interval = { unit: relative.unit, length: 1 };
  return boundaryAt({ anchor: anchorOf(from, zone), interval, zone }, relative.amount);
}
