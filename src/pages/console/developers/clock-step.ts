import { addInterval } from '../../../domain/time/boundary.js';
import { parseInstant } from '../../../domain/time/instant-text.js';
import { type Instant, laterOf, type TimeZone } from '../../../domain/time/instant.js';

/** How far a test clock is to go. */
export type ClockStep = 'day' | 'month' | 'boundary' | 'at';

type Asked = {
  readonly step: ClockStep;
  /** What was typed, for `at`. */
  readonly text: string;
  readonly now: Instant;
  readonly boundary: Instant | null;
  readonly zone: TimeZone;
};

/**
 * Where a step leads from now, by the organisation's calendar; null where it leads nowhere.
 * Example: a month from 31 January 12:00 in Stockholm is 28 February 12:00 there.
 */
export function clockTarget({ step, text, now, boundary, zone }: Asked): Instant | null {
  if (step === 'at') return parseInstant(text);
  if (step === 'boundary') return boundary === null ? null : laterOf(boundary, now);
  try {
    return addInterval(now, { unit: step, length: 1 }, zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
