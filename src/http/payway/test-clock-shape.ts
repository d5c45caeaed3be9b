import { z } from 'zod';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { count, dateTime, type AnswerOf } from './schemas.js';

export const testClockShape = z
  .strictObject({
    now: dateTime,
    applied: count
      .optional()
      .meta({ description: 'How many period ends were applied when the clock was set' }),
  })
  .meta({ id: 'TestClock' });

/** What a test clock says; `applied` where it was set and something may have fallen due. */
export function toTestClockItem(reading: {
  now: Instant;
  timeZone: TimeZone;
  applied?: number;
}): AnswerOf<typeof testClockShape> {
  const { now, timeZone, applied } = reading;
  return { now: formatInstant(now, timeZone), ...(applied === undefined ? {} : { applied }) };
}
