import type { Instant } from '../../domain/time/instant.js';
import { parseInstant } from '../../domain/time/instant-text.js';

/**
 * `2016-10-02 13:00 +0100`, or ISO 8601 as answers print it; null for a day or an hour that does not exist. Example: both
 * `2016-10-02 13:00 +0100` and `2016-10-02T12:00:00Z` are 1,475,409,600,000.
 */
export function parsePaywayInstant(sent: string): Instant | null {
  const [, day, time, hours, minutes] =
    /^(\S{10}) (\d\d:\d\d(?::\d\d)?) ([+-]\d\d)(\d\d)$/.exec(sent) ?? [];
  const isPlain = day !== undefined && time !== undefined && hours !== undefined;
  return parseInstant(isPlain ? `${day}T${time}${hours}:${minutes ?? '00'}` : sent);
}

/** The one spelling of an instant, whatever its offset and its form; what does not exist stays as it was sent. */
export function normalInstant(sent: string): string {
  const instant = parsePaywayInstant(sent);
  return instant === null ? sent : new Date(instant).toISOString();
}
