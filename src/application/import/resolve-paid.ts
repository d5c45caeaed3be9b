import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { Money } from '../../domain/money/money.js';
import { largestPriceMinor } from '../../domain/money/price.js';
import type { Instant } from '../../domain/time/instant.js';
import { paidFaultOf } from '../../domain/user-product/paid-fault.js';
import { paidFor, type Paid } from '../../domain/user-product/paid.js';
import { isImportable } from './importable-instant.js';
import type { ImportFault, PaidImport, UserProductImport } from './organisation-import.js';
import { readAmount } from './read-amount.js';
import { resolveDate, type OrganisationCalendar } from './resolve-dates.js';

export type ResolvedPaid =
  | { readonly ok: true; readonly paid: Paid | null }
  | { readonly ok: false; readonly fault: ImportFault };

type At = OrganisationCalendar & {
  readonly path: string;
  readonly validTo: Instant | null;
  /** Null: not known, so that amounts cannot be told. */
  readonly soldPeriod: SoldPeriod | null;
};

/** What is wrong, and at which member. */
type Problem = { readonly member: string; readonly problem: string };

/**
 * What a row says was paid for it, by itself or beside its documents, with its dates as instants and its amounts in minor
 * units; null where it says nothing (docs/spec/operations.md §4).
 */
export function resolvePaid(
  row: Pick<UserProductImport, 'paid' | 'billing' | 'quantity'>,
  at: At,
): ResolvedPaid {
  const given = row.billing.paid ?? row.paid;
  if (given === null) return { ok: true, paid: null };
  const place = row.billing.paid === null ? 'paid' : 'billing.paid';
  const isTwice = row.paid !== null && row.billing.paid !== null;
  const read = isTwice ? problem('', 'cannot stand beside paid') : readPaid(given, row, at);
  if (read !== null && 'problem' in read) {
    const path = `${at.path}.${place}${read.member}`;
    return { ok: false, fault: { path, problem: read.problem } };
  }
  return { ok: true, paid: read };
}

function readPaid(
  given: PaidImport,
  { quantity }: Pick<UserProductImport, 'quantity'>,
  { validTo, soldPeriod, ...calendar }: At,
): Paid | Problem | null {
  if (validTo === null) return problem('', 'can only be where there is a valid_to');
  const to = given.to === null ? validTo : resolveDate(given.to, calendar);
  if (to !== validTo) return problem('.to', 'must be valid_to');
  const from = resolveDate(given.from, calendar);
  if (!isImportable(from)) return problem('.from', 'must be within the years 1970 to 9000');
  if (from >= to) return problem('.from', 'must be earlier than valid_to');
  if (soldPeriod === null) return null;
  const amounts = readAmounts(given, soldPeriod, quantity);
  if ('problem' in amounts) return amounts;
  const { amount, credited } = amounts;
  const { forMs, document } = given;
  const bought = paidFor({ amount, from, to, ...(forMs === null ? {} : { forMs }) });
  const paid = { ...bought, creditedMinor: credited.amountMinor, document };
  const isTooMuch = paidFaultOf({ paid, validTo, soldPeriod }) === 'credited';
  return isTooMuch ? problem('.credited', 'must be at most amount') : paid;
}

function readAmounts(
  given: PaidImport,
  { price: { currency }, billing }: SoldPeriod,
  quantity: number,
): { readonly amount: Money; readonly credited: Money } | Problem {
  if (given.currency !== null && given.currency !== currency) {
    return problem('.currency', `must be that of the period it was sold at: ${currency}`);
  }
  const mostMinor = quantity === 1 ? largestPriceMinor : Number.MAX_SAFE_INTEGER;
  const amount = readAmount({ text: given.amount, currency, mostMinor });
  if (!amount.ok) return problem('.amount', amount.problem);
  if (!billing.payInAdvance && amount.amount.amountMinor > 0) {
    return problem('.amount', 'must be 0 where the period is paid in arrears');
  }
  const credited = readAmount({ text: given.credited, currency, mostMinor });
  if (!credited.ok) return problem('.credited', credited.problem);
  return { amount: amount.amount, credited: credited.amount };
}

function problem(member: string, text: string): Problem {
  return { member, problem: text };
}
