import { Temporal } from 'temporal-polyfill';
import { type Instant, type TimeZone, toInstant } from './instant.js';
import { offsetAt } from './time-zone.js';

/**
 * ISO 8601 with the zone's numeric offset, milliseconds only when not zero (docs/spec/payway-api.md §1).
 * Example: 1,482,311,528,000 in Europe/Stockholm is `2016-12-21T10:12:08+01:00`.
 */
export function formatInstant(instant: Instant, zone: TimeZone): string {
  const offset = offsetAt(instant, zone);
  const wall = new Date(instant + offset).toISOString();
  return wall.slice(0, instant % 1000 === 0 ? -'.000Z'.length : -'Z'.length) + formatOffset(offset);
}

/** Seconds are printed only where a zone still kept local mean time, so that no instant is ever misstated. */
function formatOffset(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return (offsetMs < 0 ? '-' : '+') + parts.map((it) => String(it).padStart(2, '0')).join(':');
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * An ISO 8601 date and time with an offset or Z, milliseconds allowed (docs/spec/operations.md §4); null for anything
 * else, also for a day that does not exist. Example: `2016-12-21T10:12:08+01:00` is 1,482,311,528,000.
 */
export function parseInstant(iso: string): Instant | null {
  if (!pattern.test(iso)) return null;
  try {
    return toInstant(Temporal.Instant.from(iso).epochMilliseconds);
  } catch {
    return null;
  }
}
