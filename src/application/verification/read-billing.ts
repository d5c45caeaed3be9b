import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { DocumentId, OrganisationId, UserProductId } from '../../domain/ids.js';
import {
  type BilledSoFar,
  billedWith,
  nothingBilled,
} from '../../domain/user-product/billed-so-far.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';

/** What documents say of some rows: those that are written, and those that still wait in one of the rows. */
export type Billing = {
  readonly billedOf: (id: UserProductId) => BilledSoFar;
  /** An invoice that one of the rows says it was charged by; null where it is not there. */
  readonly invoiceOf: (product: Pick<UserProduct, 'paid'>) => BillingDocument | null;
  /** Each time that a period was invoiced again. */
  readonly repeated: readonly RepeatedPeriod[];
};

export type RepeatedPeriod = {
  readonly userProductId: UserProductId;
  readonly from: number;
  readonly documentIds: readonly DocumentId[];
};

export type ReadBillingDeps = {
  readonly documents: Pick<BillingDocumentStore, 'findMany' | 'ofUserProducts'>;
};

/**
 * Reads what documents say of rows of an organisation that have some. What is kept of them grows with the periods of
 * these rows, not with what else their documents hold.
 */
export async function readBilling(
  { documents }: ReadBillingDeps,
  organisationId: OrganisationId,
  rows: readonly StoredUserProduct[],
): Promise<Billing> {
  const ids = rows.map(({ product }) => product.id);
  const waiting = waitingIn(rows);
  const added = makeAdded(ids);
  for (const document of waiting.values()) added.add(document);
  for await (const page of documents.ofUserProducts(organisationId, ids)) {
    for (const document of page) if (!waiting.has(document.id)) added.add(document);
  }
  const named = rows.flatMap(({ product }) => namedBy(product) ?? []);
  const charging = new Set(ids.flatMap((id) => added.billedOf(id).charge?.invoice.id ?? []));
  const others = named.filter((id) => !charging.has(id) && !waiting.has(id));
  const found = await documents.findMany(organisationId, others);
  const invoices = new Map([...waiting, ...found.map((it) => [it.id, it] as const)]);
  const invoiceOf: Billing['invoiceOf'] = (product) => {
    const id = namedBy(product);
    return id === null ? null : (invoices.get(id) ?? null);
  };
  return { billedOf: added.billedOf, repeated: added.repeated, invoiceOf };
}

/** The events about a document bring it each. */
function waitingIn(rows: readonly StoredUserProduct[]): ReadonlyMap<DocumentId, BillingDocument> {
  const events = rows.flatMap(({ outbox }) => outbox.flatMap((entry) => entry.events));
  return new Map(
    events.flatMap(({ document }) => (document === null ? [] : [[document.id, document]])),
  );
}

function namedBy({ paid: { document } }: Pick<UserProduct, 'paid'>): DocumentId | null {
  return document !== null && 'invoice' in document ? document.invoice : null;
}

/** What documents come to that are added one by one, each once. */
function makeAdded(ids: readonly UserProductId[]) {
  const billed = new Map(ids.map((id) => [id, nothingBilled]));
  const periods = new Map<string, DocumentId>();
  const repeated: RepeatedPeriod[] = [];
  return {
    repeated,
    billedOf: (id: UserProductId) => billed.get(id) ?? nothingBilled,
    add: (document: BillingDocument) => {
      for (const id of new Set(document.positions.map((it) => it.userProductId))) {
        const soFar = billed.get(id);
        if (soFar === undefined) continue;
        billed.set(id, billedWith(soFar, document, id));
        repeated.push(...countPeriods(periods, document, id));
      }
    },
  };
}

/** Notes the periods of a user product that a document invoices; those that were noted before are invoiced again. */
function countPeriods(
  periods: Map<string, DocumentId>,
  document: BillingDocument,
  id: UserProductId,
): readonly RepeatedPeriod[] {
  const own = document.positions.filter((it) => it.kind === 'period' && it.userProductId === id);
  return own.flatMap(({ from, to }) => {
    const key = [id, from, to].join(' ');
    const before = periods.get(key);
    periods.set(key, before ?? document.id);
    if (before === undefined) return [];
    return [{ userProductId: id, from, documentIds: [before, document.id].toSorted() }];
  });
}
