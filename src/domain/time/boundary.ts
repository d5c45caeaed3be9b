import { Temporal } from 'temporal-polyfill';
import { type Anchor, anchorOf } from './anchor.js';
import { civilTimeOf, dateOf, dayOf, instantOfCivilTime } from './civil-time.js';
import type { Instant, TimeZone } from './instant.js';
import type { Interval } from './interval.js';
import { remember } from './remember.js';

/** What the boundaries of a subscription are counted by: from where, how far apart, in whose calendar. */
export type Cadence = {
  readonly anchor: Anchor;
  readonly interval: Interval;
  readonly zone: TimeZone;
};

/** Days or months in one of a unit. */
const stepByUnit = { day: 1, week: 7, month: 1, year: 12 } as const;
const maximumRemembered = 4096;

/**
 * End of period `n`: anchor + n × interval in the organisation's calendar, never period upon period, its day the
 * billing day clamped to the month's end (docs/spec/change-rules.md §2). Neighbours are equal only where a zone left a
 * whole day out. Throws a RangeError beyond the year 9999 or for a length below 1.
 * Example: anchor 31 Jan 2026, monthly: n = 1 is 28 Feb, n = 2 is 31 Mar, n = 3 is 30 Apr.
 */
export function boundaryAt({ anchor, interval, zone }: Cadence, n: number): Instant {
  const start = civilTimeOf(anchor.at, zone);
  const steps = n * stepOf(interval);
  const day = countsDays(interval)
    ? start.day + steps
    : dayInMonth(monthOf(start.day) + steps, anchor.billingDay);
  return instantOfCivilTime({ day, timeOfDayMs: start.timeOfDayMs }, zone);
}

/** How many intervals the calendar says lie between the anchor and that instant: right to within one. */
export function estimateIndex({ anchor, interval, zone }: Cadence, instant: Instant): number {
  const from = civilTimeOf(anchor.at, zone).day;
  const to = civilTimeOf(instant, zone).day;
  const distance = countsDays(interval) ? to - from : monthOf(to) - monthOf(from);
  return Math.floor(distance / stepOf(interval));
}

/** Whether the calendar's months matter, and so the billing day. */
export function countsMonths(interval: Interval): boolean {
  return !countsDays(interval);
}

function countsDays({ unit }: Interval): boolean {
  return unit === 'day' || unit === 'week';
}

function stepOf({ unit, length }: Interval): number {
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new RangeError(
      'an interval is a whole number of days, weeks, months or years, at least 1',
    );
  }
  return length * stepByUnit[unit];
}

/** Months since the year 0. Remembered, like the next, because a day costs Temporal 2–4 µs and few days are asked of. */
const monthOf = remember(maximumRemembered, (day) => {
  const date = dateOf(day);
  return date.year * 12 + date.month - 1;
});

const dayByMonthAndBillingDay = remember(maximumRemembered, (key) => {
  const month = Math.floor(key / 32);
  const year = Math.floor(month / 12);
  const date = { year, month: month - year * 12 + 1, day: key - month * 32 };
  return dayOf(Temporal.PlainDate.from(date, { overflow: 'constrain' }));
});

function dayInMonth(month: number, billingDay: number): number {
  return dayByMonthAndBillingDay(month * 32 + billingDay);
}

/**
 * One interval later in the organisation's calendar, the day clamped to the month's end (docs/spec/change-rules.md §2).
 * Throws a RangeError beyond the year 9999. Example: 31 Jan 2026 10:00 + 1 month = 28 Feb 2026 10:00.
 */
export function addInterval(instant: Instant, interval: Interval, zone: TimeZone): Instant {
  return boundaryAt({ anchor: anchorOf(instant, zone), interval, zone }, 1);
}
