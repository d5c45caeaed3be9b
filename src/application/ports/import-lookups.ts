import type { AccountId, OrganisationId, SubscriptionId, UserProductId } from '../../domain/ids.js';

/** Whose documents a file may name by id. */
export type OwnedCollection =
  | 'packages'
  | 'product_groups'
  | 'accounts'
  | 'billing_documents'
  | 'user_products'
  | 'webhook_endpoints';

/** What an import asks before it writes anything. */
export type ImportLookups = {
  /** Which of these accounts the organisation has. */
  existingAccounts(
    organisationId: OrganisationId,
    ids: readonly AccountId[],
  ): Promise<ReadonlySet<AccountId>>;
  /** How many user products each of these accounts has; those that have none may be left out. */
  countUserProducts(
    organisationId: OrganisationId,
    accountIds: readonly AccountId[],
  ): Promise<ReadonlyMap<AccountId, number>>;
  /** A user product of each of these subscriptions; one that has none is left out. */
  userProductsOf(
    organisationId: OrganisationId,
    ids: readonly SubscriptionId[],
  ): Promise<ReadonlyMap<SubscriptionId, UserProductId>>;
  /** Whether any of its user products is not over, or has a successor that is still to be inserted. */
  hasLivingUserProducts(organisationId: OrganisationId): Promise<boolean>;
  /** Which of these document ids another organisation has in that collection. */
  takenElsewhere(
    organisationId: OrganisationId,
    collection: OwnedCollection,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>>;
};
