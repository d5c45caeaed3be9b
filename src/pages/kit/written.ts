import { toDecimalString } from '../../domain/money/decimal-amount.js';
import type { Money } from '../../domain/money/money.js';
import type { PageLanguage } from '../../domain/portal/portal-settings.js';
import { civilTimeOf } from '../../domain/time/civil-time.js';
import { type Instant, type TimeZone, toInstant } from '../../domain/time/instant.js';
import type { Interval } from '../../domain/time/interval.js';
import { localeOf, makeSay, type Say } from './words.js';

/** How amounts, days and intervals are written on a page: in its language, in the organisation's zone. */
export type Written = {
  readonly say: Say;
  readonly language: PageLanguage;
  /** Example: 20,000 minor units of SEK are `SEK 200.00` in English and `200,00 kr` in Swedish. */
  readonly money: (amount: Money) => string;
  /** The civil day, with the time of day and the zone where it is not midnight. Example: `1 December 2026`. */
  readonly day: (at: Instant) => string;
  /** The same in few letters, without a time of day. Example: `1 Dec`. */
  readonly shortDay: (at: Instant) => string;
  /** Example: `Dec 2026`. */
  readonly month: (at: Instant) => string;
  readonly year: (at: Instant) => string;
  /** Always with the time of day and the zone. */
  readonly moment: (at: Instant) => string;
  /** The last civil day of what ends then: a period that ends at midnight has that day no more. */
  readonly lastDay: (endsAt: Instant) => string;
  /** Example: `per month`, `every 3 months`. */
  readonly interval: (interval: Interval) => string;
  readonly number: (value: number) => string;
};

/** Formats are dear to make: one set for each language, zone and currency. */
const made = new Map<string, Written>();
const mostMade = 1_000;

/** Writes amounts and dates for the pages of one organisation in one language. */
export function writtenIn(language: PageLanguage, zone: TimeZone): Written {
  const key = `${language} ${zone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= mostMade) made.clear();
  const fresh = make(language, zone);
  made.set(key, fresh);
  return fresh;
}

function make(language: PageLanguage, timeZone: TimeZone): Written {
  const say = makeSay(language);
  const locale = localeOf[language];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'short' });
  const month = dates({ month: 'short', year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const moment = dates({
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  });
  const number = new Intl.NumberFormat(locale);
  const isMidnight = (at: Instant) => civilTimeOf(at, timeZone).timeOfDayMs === 0;
  return {
    say,
    language,
    money: makeMoney(locale),
    day: (at) => (isMidnight(at) ? day : moment).format(at),
    shortDay: (at) => short.format(at),
    month: (at) => month.format(at),
    year: (at) => year.format(at),
    moment: (at) => moment.format(at),
    lastDay: (endsAt) => {
      const lastAt = toInstant(endsAt - 1);
      return isMidnight(endsAt) ? day.format(lastAt) : moment.format(endsAt);
    },
    interval: ({ unit, length }) => say(`interval.${unit}`, { length }),
    number: (value) => number.format(value),
  };
}

/** Minor units go in as a decimal text, so that no amount becomes a float on its way. */
function makeMoney(locale: string): (amount: Money) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount) => {
    const { currency } = amount;
    const text = toDecimalString(amount);
    const digits = text.split('.')[1]?.length ?? 0;
    const format =
      formats.get(currency) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    formats.set(currency, format);
    return format.format(text as `${number}`);
  };
}
