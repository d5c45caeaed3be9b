import type { SoldPeriod } from '../../../domain/catalogue/sold-period.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Written } from '../written.js';

/** What comes after the period that a change begins: it renews, or, of what does not recur, it ends. */
export function thenWords(
  { say, day, lastDay }: Written,
  { type }: Pick<SoldPeriod, 'type'>,
  validTo: Instant,
): string {
  return type === 'recurring'
    ? say('then.renews', { day: day(validTo) })
    : say('then.ends', { day: lastDay(validTo) });
}
