import type { mongo } from 'mongoose';
import type { ImportLookups } from '../../application/ports/import-lookups.js';
import type { AccountId, SubscriptionId, UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import type { Models } from '../models.js';
import { driverCollection } from '../driver-collection.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { livingStates } from '../living-states.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';

type Owned = { _id: mongo.ObjectId; organisation_id: mongo.ObjectId };

/** What an import asks before it writes anything. */
export function makeImportLookups({ models, reading, limits }: Database): ImportLookups {
  const collections = collectionsOf(models);
  const rows = driverCollection<UserProductDocument>(models.userProducts);

  const ids = async (
    collection: keyof typeof collections,
    filter: mongo.Filter<Owned>,
  ): Promise<readonly mongo.ObjectId[]> => {
    const owned = driverCollection<Owned>(collections[collection]);
    const found = await reading(() =>
      owned.find(filter, { projection: { _id: 1 }, maxTimeMS: limits.replyMs }).toArray(),
    );
    return found.map(({ _id }) => _id);
  };

  return {
    existingAccounts: async (organisationId, given) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        _id: { $in: given.map(objectIdOf) },
      };
      return new Set((await ids('accounts', filter)).map((it) => idOf<AccountId>(it)));
    },

    countUserProducts: async (organisationId, accountIds) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: { $in: accountIds.map(objectIdOf) },
      };
      const options = { projection: { _id: 0, account_id: 1 } };
      const found = await reading(() => rows.find(filter, options).toArray());
      return countsOf(found.map((it) => idOf<AccountId>(it.account_id)));
    },

    userProductsOf: (organisationId, given) => {
      const subscription_id = { $in: given.map(objectIdOf) };
      const filter = { organisation_id: objectIdOf(organisationId), subscription_id };
      const options = { projection: { subscription_id: 1 }, maxTimeMS: limits.replyMs };
      return reading(async () => bySubscription(await rows.find(filter, options).toArray()));
    },

    hasLivingUserProducts: (organisationId) => {
      const filters = livingRows(objectIdOf(organisationId));
      return reading(() => holdsAny(rows, filters));
    },

    takenElsewhere: async (organisationId, collection, given) => {
      const filter = {
        organisation_id: { $ne: objectIdOf(organisationId) },
        _id: { $in: given.map((it) => objectIdOf(it as AccountId)) },
      };
      return new Set((await ids(collection, filter)).map((it) => it.toHexString()));
    },
  };
}

/** A successor that is not inserted yet lives too. */
function livingRows(organisation_id: mongo.ObjectId): readonly mongo.Filter<UserProductDocument>[] {
  return [
    { organisation_id, state: { $in: [...livingStates] } },
    { organisation_id, 'successor._id': { $exists: true } },
  ];
}

async function holdsAny(
  rows: mongo.Collection<UserProductDocument>,
  filters: readonly mongo.Filter<UserProductDocument>[],
): Promise<boolean> {
  for (const filter of filters) {
    if ((await rows.findOne(filter, { projection: { _id: 1 } })) !== null) return true;
  }
  return false;
}

function bySubscription(rows: readonly Pick<UserProductDocument, '_id' | 'subscription_id'>[]) {
  return new Map(
    rows.map(({ _id, subscription_id }) => [
      idOf<SubscriptionId>(subscription_id),
      idOf<UserProductId>(_id),
    ]),
  );
}

function countsOf<Id>(ids: readonly Id[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function collectionsOf(models: Models) {
  return {
    packages: models.packages,
    product_groups: models.productGroups,
    accounts: models.accounts,
    billing_documents: models.billingDocuments,
    user_products: models.userProducts,
    webhook_endpoints: models.webhookEndpoints,
  };
}
