declare const unit: unique symbol;

/** A point on the time line: whole milliseconds since 1970-01-01T00:00Z. Never a civil date, which needs a zone. */
export type Instant = number & { readonly [unit]: 'utc milliseconds' };

/** An IANA zone name, such as `Europe/Stockholm`. */
export type TimeZone = string & { readonly [unit]: 'time zone' };

/** Years 0000–9999: what ISO 8601 prints without a sign, and every database date holds. */
const earliest = Date.UTC(2000, 0, 1) - 2000 * 365.2425 * 86_400_000;
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A date after the year 9999, which no calendar here reaches: where a period would end there, it cannot begin. */
export class BeyondCalendarError extends RangeError {
  override readonly name = 'BeyondCalendarError';
}

/**
 * The instant of so many UTC milliseconds. Throws a `BeyondCalendarError` after the year 9999, and a RangeError where they
 * are no whole number or lie before the year 0.
 */
export function toInstant(milliseconds: number): Instant {
  if (Number.isSafeInteger(milliseconds) && milliseconds > latest) {
    throw new BeyondCalendarError('the calendar ends with the year 9999');
  }
  if (!Number.isSafeInteger(milliseconds) || milliseconds < earliest || milliseconds > latest) {
    throw new RangeError('an instant is a whole number of milliseconds within the years 0 to 9999');
  }
  return milliseconds as Instant;
}

/** The later of two instants. */
export function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** The earlier of two instants. */
export function earlierOf(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
