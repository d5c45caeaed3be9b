import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { formatInstant, parseInstant } from '../../domain/time/instant-text.js';
import { readablePart } from '../core/body/plain-parts.js';

const utc = 'UTC' as TimeZone;

/**
 * ISO 8601 in UTC, milliseconds only where they are not zero (docs/spec/product-groups-api.md §1).
 * Example: `2027-04-16T00:00:00+00:00`.
 */
export function utcText(at: Instant): string {
  return formatInstant(at, utc);
}

/** The same, or null. */
export function utcTextOrNull(at: Instant | null): string | null {
  return at === null ? null : utcText(at);
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with any offset, as a body holds it. */
export const instantPart = readablePart(pattern, parseInstant).meta({ format: 'date-time' });
