import type { BillingDocument } from '../billing/billing-document.js';
import { isSameValue } from '../is-same-value.js';
import { type BilledSoFar, type Charge, isInAdvance } from './billed-so-far.js';
import type { Paid } from './paid.js';
import type { UserProduct } from './user-product.js';

/** In what a user product and its documents differ, and what each of them says. Amounts are minor units. */
export type PaidDifference = {
  readonly member: 'document' | 'currency' | 'amount' | 'credited';
  /** The invoice that it says it was charged by: its id, its number in another system, or `none`. */
  readonly document: string;
  readonly paid: string | number;
  readonly documents: string | number;
};

type Row = Pick<UserProduct, 'paid' | 'accountId' | 'createdFrom'>;

/**
 * In what a living user product says otherwise than its documents what was paid for it, and what of that was given back
 * (docs/spec/product-groups-api.md §9); null where they agree. The newest charge of it is what was paid. Without one,
 * what was paid for another of its chain was carried over or goes on after an undo: then the invoice must be there, and
 * the log says the rest. Nothing is known of what another system has charged, and nothing is to be told of 0.
 * `invoice`: the one that it says it was charged by, null where that is not there.
 * Example: paid 20.00 by an invoice that charges 30.00 for its period: `amount`, 2000 and 3000.
 */
export function paidDifferenceOf(
  row: Row,
  billed: BilledSoFar,
  invoice: BillingDocument | null,
): PaidDifference | null {
  const { paid, createdFrom } = row;
  const { charge } = billed;
  const isImported = createdFrom === 'import';
  if (paid.amount.amountMinor === 0 && (paid.document === null || isImported)) return null;
  const credited = creditedOf(paid, billed);
  if (charge !== null && (isOfOurs(paid) || !isImported)) return ofCharge(paid, charge, credited);
  return firstOf(paid, [
    ['document', textOf(paid), isStanding(row, invoice) ? textOf(paid) : nothing],
    ['currency', paid.amount.currency, invoice?.currency ?? paid.amount.currency],
    // What was given back before it was carried over is no more in what is paid.
    ['credited', paid.creditedMinor, Math.max(paid.creditedMinor, credited)],
  ]);
}

const nothing = 'none';

function ofCharge(
  paid: Paid,
  { invoice, position }: Charge,
  credited: number,
): PaidDifference | null {
  return firstOf(paid, [
    ['document', textOf(paid), invoice.id],
    ['currency', paid.amount.currency, invoice.currency],
    ['amount', paid.amount.amountMinor, position.netMinor],
    ['credited', paid.creditedMinor, credited],
  ]);
}

function firstOf(
  said: Paid,
  compared: readonly (readonly [
    PaidDifference['member'],
    PaidDifference['paid'],
    PaidDifference['documents'],
  ])[],
): PaidDifference | null {
  const found = compared.find(([, paid, documents]) => paid !== documents);
  if (found === undefined) return null;
  const [member, paid, documents] = found;
  return { member, document: textOf(said), paid, documents };
}

/** What was given back of it. */
function creditedOf({ document }: Paid, { credits }: BilledSoFar): number {
  const own = credits.filter((it) => isSameValue(it.references, document));
  return own.reduce((sum, { netMinor }) => sum + netMinor, 0);
}

/** Whether the invoice is there, of that customer, and charges anything in advance; of another system nobody knows. */
function isStanding({ paid, accountId }: Row, invoice: BillingDocument | null): boolean {
  if (!isOfOurs(paid)) return true;
  return (
    invoice?.accountId === accountId && invoice.positions.some((it) => isInAdvance(it, invoice))
  );
}

function isOfOurs({ document }: Paid): boolean {
  return document !== null && 'invoice' in document;
}

function textOf({ document }: Paid): string {
  if (document === null) return nothing;
  return 'invoice' in document ? document.invoice : document.number;
}
