import { anchorOf, type Anchor } from '../../domain/time/anchor.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { applyRelativeDate } from '../../domain/time/relative-date.js';
import { isImportable } from './importable-instant.js';
import type { ImportDate, ImportFault, UserProductImport } from './organisation-import.js';

export type RowDates = {
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  /** Null where the file names neither an anchor nor a billing day: the domain chooses. */
  readonly anchor: Anchor | null;
  readonly cancelledAt: Instant | null;
  readonly externalStartAt: Instant | null;
};

export type OrganisationCalendar = { readonly now: Instant; readonly timeZone: TimeZone };

/** The instant meant, in the organisation's calendar. Example: `+1M` on 31 Jan is 28 Feb, the same time of day. */
export function resolveDate(date: ImportDate, { now, timeZone }: OrganisationCalendar): Instant {
  return typeof date === 'number' ? date : applyRelativeDate(date, now, timeZone);
}

/**
 * A row's dates as instants. A billing day without an anchor is that of the row's beginning
 * (docs/spec/operations.md §4).
 */
export function resolveDates(row: UserProductImport, calendar: OrganisationCalendar): RowDates {
  const orNull = (date: ImportDate | null) => (date === null ? null : resolveDate(date, calendar));
  const validFrom = resolveDate(row.validFrom, calendar);
  return {
    validFrom,
    validTo: orNull(row.validTo),
    anchor: anchorFor(row, orNull(row.anchor) ?? validFrom, calendar),
    cancelledAt: orNull(row.cancelledAt),
    externalStartAt: orNull(row.externalStartAt),
  };
}

function anchorFor(
  row: UserProductImport,
  at: Instant,
  { timeZone }: OrganisationCalendar,
): Anchor | null {
  if (row.billingDay !== null) return { at, billingDay: row.billingDay };
  return row.anchor === null ? null : anchorOf(at, timeZone);
}

/** What is wrong with when a row begins and ends. */
export function checkDates(row: UserProductImport, dates: RowDates, path: string): ImportFault[] {
  const { validFrom, validTo } = dates;
  const faults = outOfYears(dates, path);
  if (faults.length > 0) return faults;
  if (validTo !== null && validTo <= validFrom) {
    return [{ path: `${path}.valid_to`, problem: 'must be later than valid_from' }];
  }
  return validTo === null && row.subscriptionType !== 'single'
    ? [{ path: `${path}.valid_to`, problem: 'is needed where a subscription recurs or is limited' }]
    : [];
}

/** A relative date is known only here; an instant of the file was looked at where it was read. */
function outOfYears(dates: RowDates, path: string): ImportFault[] {
  const named = {
    valid_from: dates.validFrom,
    valid_to: dates.validTo,
    anchor: dates.anchor?.at ?? null,
    cancelled_at: dates.cancelledAt,
    external_start_at: dates.externalStartAt,
  };
  return Object.entries(named)
    .filter(([, at]) => at !== null && !isImportable(at))
    .map(([name]) => ({
      path: `${path}.${name}`,
      problem: 'must be within the years 1970 to 9000',
    }));
}
