import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';

/** What a test clock says; `applied` where it was set and something may have fallen due. */
export function toClockItem(reading: {
  now: Instant;
  timeZone: TimeZone;
  applied?: number;
}): Record<string, unknown> {
  const { now, timeZone, applied } = reading;
  return { now: formatInstant(now, timeZone), applied };
}
