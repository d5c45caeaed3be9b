import { civilTimeOf, dateOf, dayOf, instantOfCivilTime } from '../../../domain/time/civil-time.js';
import { type Instant, type TimeZone, toInstant } from '../../../domain/time/instant.js';

/** The first instant of a month or a year, by the calendar of the organisation. */
export type Tick = { readonly at: Instant; readonly unit: 'month' | 'year' };

/** Months from tick to tick; from twelve on, each tick is a year's first day. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000] as const;
const averageMonthMs = 30.436_875 * 86_400_000;
/** Which share of the whole lies between two ticks at least, so that their names have room on a phone. */
const leastShare = 0.28;

/**
 * Where a stretch of time is marked: as many months or years apart as leaves room for the name of each. Example: from 10
 * January to 20 June 2027 these are 1 March and 1 May.
 */
export function ticksOf(
  { from, to }: { readonly from: number; readonly to: number },
  zone: TimeZone,
): readonly Tick[] {
  const step = steps.find((it) => it * averageMonthMs >= leastShare * (to - from));
  if (step === undefined) return [];
  const last = monthAt(to, zone);
  const ticks: Tick[] = [];
  const first = Math.ceil(monthAt(from, zone) / step) * step;
  for (let month = first; month <= last; month += step) {
    const at = startOf(month, zone);
    if (at >= from && at <= to) ticks.push({ at, unit: step >= 12 ? 'year' : 'month' });
  }
  return ticks;
}

/** Months since January of the year 0. */
function monthAt(at: number, zone: TimeZone): number {
  const { year, month } = dateOf(civilTimeOf(toInstant(at), zone).day);
  return year * 12 + month - 1;
}

function startOf(months: number, zone: TimeZone): Instant {
  const year = Math.floor(months / 12);
  const date = dateOf(0).with({ year, month: months - year * 12 + 1, day: 1 });
  return instantOfCivilTime({ day: dayOf(date), timeOfDayMs: 0 }, zone);
}
