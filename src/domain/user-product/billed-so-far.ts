import type {
  BillingDocument,
  DocumentPosition,
  InvoiceReference,
} from '../billing/billing-document.js';
import type { UserProductId } from '../ids.js';

/** A position by which an invoice charged for time that was still to come. */
export type Charge = { readonly invoice: BillingDocument; readonly position: DocumentPosition };

type Credit = { readonly references: InvoiceReference | null; readonly netMinor: number };

/** What the documents of one user product have told of it so far. */
export type BilledSoFar = {
  /** The newest charge of it; null: none. */
  readonly charge: Charge | null;
  /** What credit notes gave back of it, each of which invoice. */
  readonly credits: readonly Credit[];
};

export const nothingBilled: BilledSoFar = { charge: null, credits: [] };

/** What is known with one more document, in whatever order they come. It may speak of other user products too. */
export function billedWith(
  billed: BilledSoFar,
  document: BillingDocument,
  id: UserProductId,
): BilledSoFar {
  const { type, references, positions } = document;
  const own = positions.filter((it) => it.userProductId === id);
  if (type === 'credit_note') {
    const credits = own.map(({ netMinor }) => ({ references, netMinor }));
    return { ...billed, credits: [...billed.credits, ...credits] };
  }
  const charges = own
    .filter((it) => isInAdvance(it, document))
    .map((position) => ({ invoice: document, position }));
  return { ...billed, charge: charges.reduce(newerOf, billed.charge) };
}

/**
 * Whether a position of an invoice charges for time to come, and so is what is said to be paid: a period that has not
 * ended when it is invoiced, or the rest of one that an undo brings back (docs/spec/product-groups-api.md §5).
 */
export function isInAdvance(
  { kind, to }: Pick<DocumentPosition, 'kind' | 'to'>,
  { createdAt }: Pick<BillingDocument, 'createdAt'>,
): boolean {
  return kind === 'reinstated' || (kind === 'period' && createdAt < to);
}

/** A user product is charged in advance once an instant; where it was charged again, the first one is what was paid. */
function newerOf(known: Charge | null, charge: Charge): Charge {
  if (known === null) return charge;
  const later = charge.invoice.createdAt - known.invoice.createdAt;
  return later > 0 || (later === 0 && placeOf(charge) < placeOf(known)) ? charge : known;
}

/** What waits for its number comes after all that have one. */
function placeOf({ invoice }: Charge): number {
  return invoice.sequence ?? Infinity;
}
