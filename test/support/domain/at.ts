import type { Instant, TimeZone } from '../../../src/domain/time/instant.js';
import { parseInstant } from '../../../src/domain/time/instant-text.js';

/** The instant that an ISO date and time with offset names. */
export function at(iso: string): Instant {
  const instant = parseInstant(iso);
  if (instant === null) throw new TypeError(`${iso} is no instant`);
  return instant;
}

export const zone = (name: string): TimeZone => name as TimeZone;

export const utc = zone('UTC');
export const stockholm = zone('Europe/Stockholm');
