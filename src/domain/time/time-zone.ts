import { Temporal } from 'temporal-polyfill';
import type { TimeZone, Instant } from './instant.js';
import { remember } from './remember.js';

/** A name, not an offset or a date, both of which Temporal would take for a zone too. */
const pattern = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;

/** Whether this names an IANA zone that this process has rules for, such as `Europe/Stockholm`. */
export function isTimeZone(raw: string): raw is TimeZone {
  if (!pattern.test(raw)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(raw);
    return true;
  } catch {
    return false;
  }
}

export const dayLengthMs = 86_400_000;

/**
 * Offsets by zone and UTC day, because asking the polyfill costs 6–7 µs and ending one period asks some twenty times.
 * Bounded in zones and in days.
 */
const offsetsByZone = new Map<TimeZone, (day: number) => number | null>();
const maximumZones = 32;
const maximumDays = 4096;

/**
 * How many milliseconds the zone's wall clock is ahead of UTC at that instant (docs/spec/change-rules.md §2). Throws a
 * RangeError where the zone is unknown. Example: Europe/Stockholm in July is 7,200,000.
 */
export function offsetAt(instant: Instant, zone: TimeZone): number {
  return offsetOfDay(Math.floor(instant / dayLengthMs), zone) ?? askOffset(instant, zone);
}

/** The offset that holds for all of a UTC day, counted from 1970-01-01; null where it changes within the day. */
export function offsetOfDay(day: number, zone: TimeZone): number | null {
  const known = offsetsByZone.get(zone);
  if (known !== undefined) return known(day);
  const offsets = remember(maximumDays, (it) => askOffsetOfDay(it, zone));
  if (offsetsByZone.size >= maximumZones) offsetsByZone.clear();
  offsetsByZone.set(zone, offsets);
  return offsets(day);
}

/** No zone changes twice within one UTC day, so equal offsets at both ends are the offset of the whole day. */
function askOffsetOfDay(day: number, zone: TimeZone): number | null {
  const offset = askOffset(day * dayLengthMs, zone);
  return offset === askOffset((day + 1) * dayLengthMs, zone) ? offset : null;
}

function askOffset(milliseconds: number, zone: TimeZone): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1e6;
}
