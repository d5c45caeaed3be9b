import type { Instant } from '../../../domain/time/instant.js';
import { parseInstant } from '../../../domain/time/instant-text.js';
import type { BodyOf } from '../../core/field-rule.js';
import { instantField } from '../fields.js';

/** What a clock is set to (docs/spec/operations.md §6). */
export const clockFields = [instantField('now')] as const;

/** Null for a day or an hour that does not exist. */
export function toClockInstant({ now }: BodyOf<typeof clockFields>): Instant | null {
  return parseInstant(now);
}
