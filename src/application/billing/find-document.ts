import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { AccountId, DocumentId, OrganisationId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { WriteWhatWaits } from './write-what-waits.js';

type Query = {
  readonly organisationId: OrganisationId;
  /** Where whoever asks may see no other account's; null: anybody's. */
  readonly ownAccountId: AccountId | null;
  readonly id: DocumentId;
};

/** Null for what is not there, not this organisation's or not that account's. */
export type FindDocument = (query: Query) => Promise<BillingDocument | null>;

export type FindDocumentDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeWhatWaits: WriteWhatWaits;
  readonly documents: Pick<BillingDocumentStore, 'findMany'>;
};

/** One document, numbered. One that is missed may still be on its way: it is looked for again once that is written. */
export function makeFindDocument(deps: FindDocumentDeps): FindDocument {
  const find = async ({ organisationId, id }: Query) =>
    (await deps.documents.findMany(organisationId, [id])).at(0) ?? null;

  const findOnceWritten = async (query: Query) => {
    const { organisationId, ownAccountId: accountId } = query;
    const context = await deps.readContext(organisationId);
    if (context === null) return null;
    const owner = { accountId, userProductId: null, subscriptionId: null };
    await deps.writeWhatWaits(context.organisation, owner);
    return find(query);
  };

  return async (query) => {
    const found = (await find(query)) ?? (await findOnceWritten(query));
    const { ownAccountId } = query;
    return ownAccountId === null || found?.accountId === ownAccountId ? found : null;
  };
}
