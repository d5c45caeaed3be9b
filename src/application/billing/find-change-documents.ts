import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { AccountId, DocumentId, OrganisationId } from '../../domain/ids.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';

/** The documents that a change of an account has caused, by their ids. */
export type FindChangeDocuments = (query: {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly ids: readonly DocumentId[];
}) => Promise<ReadonlyMap<DocumentId, BillingDocument>>;

export type FindChangeDocumentsDeps = {
  readonly documents: Pick<BillingDocumentStore, 'findMany'>;
  readonly userProducts: Pick<UserProductStore, 'listByAccount'>;
};

/**
 * Finds documents for the repeat of what caused them, as they were answered the first time: without a number, whether
 * they have one by now or still wait in an outbox (docs/spec/product-groups-api.md §6). The outboxes are read before the
 * collection is read again, so that what leaves them in between is found there. Nothing is drained.
 */
export function makeFindChangeDocuments(deps: FindChangeDocumentsDeps): FindChangeDocuments {
  return async ({ organisationId, accountId, ids }) => {
    const found = new Map<DocumentId, BillingDocument>();
    const keep = (documents: readonly BillingDocument[]): void => {
      for (const it of documents) found.set(it.id, { ...it, sequence: null });
    };
    const missing = () => ids.filter((id) => !found.has(id));

    keep(await deps.documents.findMany(organisationId, ids));
    if (missing().length === 0) return found;
    const rows = await deps.userProducts.listByAccount(organisationId, accountId, leftOut);
    const waiting = rows.flatMap(waitingDocuments);
    keep(waiting.filter(({ id }) => missing().includes(id)));
    keep(await deps.documents.findMany(organisationId, missing()));
    return found;
  };
}

/** Whoever reads the account itself tells of what cannot be read. */
const leftOut = (): void => undefined;

/** What waits in a row, and in a successor of it that was not inserted when it was read. */
function waitingDocuments({ outbox, successor }: StoredUserProduct): readonly BillingDocument[] {
  const entries = [...outbox, ...(successor?.outbox ?? [])];
  return entries.flatMap(({ events }) => events.flatMap(({ document }) => document ?? []));
}
