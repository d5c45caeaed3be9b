import type { Currency } from '../../domain/money/money.js';
import type { Instant } from '../../domain/time/instant.js';
import { paidFor, type Paid } from '../../domain/user-product/paid.js';
import { isImportable } from './importable-instant.js';
import type { ImportFault, PaidImport } from './organisation-import.js';
import { resolveDate, type OrganisationCalendar } from './resolve-dates.js';

export type ResolvedPaid =
  | { readonly ok: true; readonly paid: Paid | null }
  | { readonly ok: false; readonly fault: ImportFault };

type SoldAt = { readonly validTo: Instant | null; readonly currency: Currency | null };

/**
 * What a row says was paid for it, its dates as instants; null where it says nothing (docs/spec/operations.md §4). A
 * currency of null is not known, because the row's period is not.
 */
export function resolvePaid(
  given: PaidImport | null,
  { validTo, currency, path, ...calendar }: SoldAt & OrganisationCalendar & { path: string },
): ResolvedPaid {
  if (given === null) return { ok: true, paid: null };
  const fail = (member: string, problem: string): ResolvedPaid => ({
    ok: false,
    fault: { path: `${path}.paid${member}`, problem },
  });
  if (validTo === null) return fail('', 'can only be where there is a valid_to');
  if (currency !== null && given.amount.currency !== currency) {
    return fail('.currency', `must be that of the period it was sold at: ${currency}`);
  }
  const to = given.to === null ? validTo : resolveDate(given.to, calendar);
  if (to !== validTo) return fail('.to', 'must be valid_to');
  const from = resolveDate(given.from, calendar);
  if (!isImportable(from)) return fail('.from', 'must be within the years 1970 to 9000');
  if (from >= to) return fail('.from', 'must be earlier than valid_to');
  const { amount, forMs, creditedMinor, document } = given;
  const paid = paidFor({ amount, from, to, ...(forMs === null ? {} : { forMs }) });
  return { ok: true, paid: { ...paid, creditedMinor, document } };
}
