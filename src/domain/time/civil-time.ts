import { Temporal } from 'temporal-polyfill';
import { toInstant, type Instant, type TimeZone } from './instant.js';
import { dayLengthMs, offsetAt, offsetOfDay } from './time-zone.js';

/** What calendar and clock on the wall show: a civil day, counted from 1970-01-01, and the milliseconds gone of it. */
export type CivilTime = { readonly day: number; readonly timeOfDayMs: number };

const firstDay = new Temporal.PlainDate(1970, 1, 1);

/** The date of a civil day. Example: day 31 is 1970-02-01. */
export function dateOf(day: number): Temporal.PlainDate {
  return firstDay.add({ days: day });
}

/** The civil day of a date: the reverse of `dateOf`. */
export function dayOf(date: Temporal.PlainDate): number {
  return firstDay.until(date).days;
}

/**
 * What the wall shows in that zone (docs/spec/change-rules.md §2). Example: 23:30Z on 31 Jan is 1 Feb 00:30 in
 * Stockholm.
 */
export function civilTimeOf(instant: Instant, zone: TimeZone): CivilTime {
  const milliseconds = instant + offsetAt(instant, zone);
  const day = Math.floor(milliseconds / dayLengthMs);
  return { day, timeOfDayMs: milliseconds - day * dayLengthMs };
}

/**
 * When the wall shows that in the zone; a time that DST skips or repeats is read as Temporal's `compatible`
 * (docs/spec/change-rules.md §2): 02:30 on the last Sunday of March in Stockholm is 03:30. Throws beyond the year 9999.
 */
export function instantOfCivilTime({ day, timeOfDayMs }: CivilTime, zone: TimeZone): Instant {
  const offset = offsetOfDay(day, zone);
  // No zone is a day or more away from UTC, so the instant lies in one of these three days: one offset, no doubt.
  const steady =
    offset !== null &&
    offset === offsetOfDay(day - 1, zone) &&
    offset === offsetOfDay(day + 1, zone);
  if (steady) return toInstant(day * dayLengthMs + timeOfDayMs - offset);
  const clock = new Temporal.PlainTime().add({ milliseconds: timeOfDayMs });
  return toInstant(dateOf(day).toPlainDateTime(clock).toZonedDateTime(zone).epochMilliseconds);
}

/** The civil day that is written so; null for one that there is not. Example: `1970-02-01` is day 31. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return dayOf(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return null;
  }
}
