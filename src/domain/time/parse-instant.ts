import { Temporal } from 'temporal-polyfill';
import { toInstant, type Instant } from './instant.js';

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * An ISO 8601 date and time with an offset or Z, milliseconds allowed (operations.md §4); null for anything else, also
 * for a day that does not exist. Example: `2016-12-21T10:12:08+01:00` is 1,482,311,528,000.
 */
export function parseInstant(iso: string): Instant | null {
  if (!pattern.test(iso)) return null;
  try {
    return toInstant(Temporal.Instant.from(iso).epochMilliseconds);
  } catch {
    return null;
  }
}
