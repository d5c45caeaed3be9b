import { Temporal } from 'temporal-polyfill';
import type { TimeZone } from './instant.js';

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
