import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { ChangeDocuments, ChangeTerms, EndedBy } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { waitingTerms } from '../../domain/user-product/waiting-terms.js';
import type { FindChangeDocuments } from '../billing/find-change-documents.js';
import type { LoadUserProduct } from '../commit/load-user-product.js';
import type { Answered } from '../commit/write-result.js';

/** What a change within a product group came to. */
type AppliedChange = {
  /** The new user product after a change at once, the current one where it waits. */
  readonly item: UserProduct;
  readonly creditNote: BillingDocument | null;
  readonly invoice: BillingDocument | null;
  readonly quantity: number;
  readonly terms: ChangeTerms;
};

export type ReadApplied = (answered: Answered, timeZone: TimeZone) => Promise<AppliedChange>;

export type ReadAppliedDeps = {
  readonly load: LoadUserProduct;
  readonly findDocuments: FindChangeDocuments;
};

/**
 * What a change came to, the first time and every time it is asked for again (docs/spec/product-groups-api.md §3): from
 * the commit itself where this call has written it, without a read; else from what the user product keeps of it. A
 * document has no number in either, because it has none yet the first time. Throws where the answer is no change.
 */
export function makeReadApplied(deps: ReadAppliedDeps): ReadApplied {
  return async (answered, timeZone) => {
    const { product, written } = answered;
    const row = written?.next ?? product;
    const { endedBy } = row;
    return endedBy?.terms
      ? readEnded(deps, answered, { row, endedBy, terms: endedBy.terms })
      : waitingIn(row, timeZone);
  };
}

type Ended = {
  readonly row: UserProduct;
  readonly endedBy: EndedBy;
  readonly terms: ChangeTerms;
};

/** One that has waited is answered as it was then: with its own user product, before any document was made. */
async function readEnded(
  deps: ReadAppliedDeps,
  { id, written }: Answered,
  { row, endedBy, terms }: Ended,
): Promise<AppliedChange> {
  const { target, documents, answerId, successorId } = endedBy;
  const { quantity } = target;
  if (answerId !== successorId) return { item: row, ...noDocuments, quantity, terms };
  const item = written?.successor ?? (await loadItem(deps, row, id));
  const made = await documentsOf(deps, row, { written, documents });
  return { item, ...made, quantity, terms };
}

function waitingIn(row: UserProduct, timeZone: TimeZone): AppliedChange {
  const { pendingChange } = row;
  const terms = pendingChange && waitingTerms(row, pendingChange, timeZone);
  if (!pendingChange || !terms) throw new TypeError('a change ends its user product, or waits');
  return { item: row, ...noDocuments, quantity: pendingChange.target.quantity, terms };
}

const noDocuments = { creditNote: null, invoice: null } as const;
type Made = Pick<AppliedChange, 'creditNote' | 'invoice'>;

async function loadItem(
  { load }: ReadAppliedDeps,
  { organisationId, accountId }: UserProduct,
  userProductId: UserProduct['id'],
): Promise<UserProduct> {
  const row = await load({ organisationId, accountId, userProductId });
  if (row === null) throw new Error('the successor of a user product is not there');
  return row.product;
}

async function documentsOf(
  { findDocuments }: ReadAppliedDeps,
  row: UserProduct,
  { written, documents }: Pick<Answered, 'written'> & { documents: ChangeDocuments | null },
): Promise<Made> {
  if (documents === null) return noDocuments;
  const { organisationId, accountId } = row;
  const told = written?.events.flatMap(({ document }) => document ?? []);
  const known =
    told === undefined
      ? await findDocuments({ organisationId, accountId, ids: idsOf(documents) })
      : new Map(told.map((it) => [it.id, it] as const));
  const byId = (id: BillingDocument['id'] | null) => (id === null ? null : (known.get(id) ?? null));
  return { creditNote: byId(documents.creditNote), invoice: byId(documents.invoice) };
}

function idsOf({ creditNote, invoice }: ChangeDocuments): readonly BillingDocument['id'][] {
  return [creditNote, invoice].flatMap((it) => it ?? []);
}
