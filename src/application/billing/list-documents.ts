import {
  type BillingDocument,
  parseDocumentNumber,
} from '../../domain/billing/billing-document.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type {
  BillingDocumentStore,
  DocumentFilter,
  DocumentPageQuery,
} from '../ports/billing-document-store.js';
import type { Page } from '../ports/page.js';
import type { WriteWhatWaits } from './write-what-waits.js';

export type DocumentsQuery = Omit<DocumentFilter, 'sequence'> &
  DocumentPageQuery & {
    readonly organisationId: OrganisationId;
    /** Whose they must be besides, where whoever asks may see no other account's; null: anybody's. */
    readonly ownAccountId: AccountId | null;
    /** As it is printed; one that nobody can have finds nothing. */
    readonly number: string | null;
  };

/** Null for an organisation that is unknown. */
export type ListDocuments = (query: DocumentsQuery) => Promise<Page<BillingDocument> | null>;

export type ListDocumentsDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeWhatWaits: WriteWhatWaits;
  readonly documents: Pick<BillingDocumentStore, 'list'>;
};

/**
 * Invoices and credit notes (docs/spec/product-groups-api.md §4), all of them numbered: 1 what contradicts itself finds
 * nothing, 2 what is due and what waits is written, 3 the collection is read.
 */
export function makeListDocuments(deps: ListDocumentsDeps): ListDocuments {
  return async (query) => {
    const { organisationId, order, page, limit } = query;
    const context = await deps.readContext(organisationId);
    if (context === null) return null;
    const filter = filterOf(query);
    if (filter === null) return { items: [], totalItems: 0 };
    await deps.writeWhatWaits(context.organisation, filter);
    return deps.documents.list(organisationId, filter, { order, page, limit });
  };
}

/** Null where nothing can be meant by all of it together. */
function filterOf(query: DocumentsQuery): DocumentFilter | null {
  const { ownAccountId, subscriptionId, userProductId, number } = query;
  const named = number === null ? null : parseDocumentNumber(number);
  if (number !== null && named === null) return null;
  const accountId = bothOf(ownAccountId, query.accountId);
  const type = bothOf(named?.type ?? null, query.type);
  if (accountId === 'neither' || type === 'neither') return null;
  return { accountId, subscriptionId, userProductId, type, sequence: named?.sequence ?? null };
}

/** What is asked for twice must be the same; null asks for nothing. */
function bothOf<Value>(one: Value | null, other: Value | null): Value | null | 'neither' {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : 'neither';
}
