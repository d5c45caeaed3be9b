import type { mongo } from 'mongoose';
import type { SubscriptionFilter } from '../../application/ports/subscription-search.js';
import { dueBucketCount } from '../../application/ports/user-product-store.js';
import { type AccountId, type OrganisationId, parseId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { objectIdOf, toDate } from '../mappers/values.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import type { ChangeDocument } from '../schemas/change.schema.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';

type Filter = mongo.Filter<UserProductDocument>;
type Query = { readonly filter: Filter; readonly hint?: Readonly<Record<string, 1>> };

type SubscriptionCandidates = {
  /** As hexadecimal texts: which subscriptions may be meant; null: nothing narrows them down to few. */
  find(
    organisationId: OrganisationId,
    filter: SubscriptionFilter,
  ): Promise<readonly string[] | null>;
};

/** Of one name: an account has no more. */
const mostNamed = 10_000;
/** Beyond that, subscriptions are gone through in their own order instead. */
const mostNarrowed = 2_000;
/** Accounts of one customer number: nothing keeps two from having the same. */
const mostAccounts = 100;
const everyBucket = Array.from({ length: dueBucketCount }, (_, bucket) => bucket);
const projection = { _id: 0, subscription_id: 1 } as const;

/** By what is asked for, and an index of that, down to the subscriptions that may be meant. */
export function makeSubscriptionCandidates(database: Database): SubscriptionCandidates {
  const subscriptionsOf = makeSubscriptionsOf(database);
  const named = makeNamed(database, subscriptionsOf);
  const failed = makeFailed(database);

  return {
    find: async (organisationId, filter) => {
      const organisation_id = objectIdOf(organisationId);
      const sets = await Promise.all([
        ...(filter.named === null ? [] : [named(organisation_id, filter.named)]),
        ...(filter.failedSince === null
          ? []
          : [failed(organisation_id, toDate(filter.failedSince))]),
      ]);
      if (sets.length > 0) return inAll(sets);
      const narrowest = narrowestOf(organisation_id, filter);
      if (narrowest === null) return null;
      const found = await subscriptionsOf(narrowest, mostNarrowed + 1);
      return found.length > mostNarrowed ? null : inAll([found]);
    },
  };
}

type SubscriptionsOf = (query: Query, limit: number) => Promise<readonly string[]>;

function makeSubscriptionsOf({ models, reading, limits }: Database): SubscriptionsOf {
  const rows = driverCollection<UserProductDocument>(models.userProducts);
  return async ({ filter, hint }, limit) => {
    const page = { limit, batchSize: limit, maxTimeMS: limits.replyMs, projection };
    const options = { ...page, ...(hint ? { hint } : {}) };
    const found = await reading(() => rows.find(filter, options).toArray());
    return found.map((it) => it.subscription_id.toHexString());
  };
}

function makeNamed({ models, reading, limits }: Database, subscriptionsOf: SubscriptionsOf) {
  const accounts = driverCollection<AccountDocument>(models.accounts);
  const changes = driverCollection<ChangeDocument>(models.changes);
  const page = { projection: { _id: 1 }, limit: mostAccounts, maxTimeMS: limits.replyMs } as const;

  return async (organisation_id: mongo.ObjectId, name: string): Promise<readonly string[]> => {
    const id = parseId<AccountId>(name);
    const _id = id === null ? null : objectIdOf(id);
    const [numbered, change] = await Promise.all([
      reading(() => accounts.find({ organisation_id, customer_number: name }, page).toArray()),
      _id && reading(() => changes.findOne({ _id, organisation_id }, { projection })),
    ]);
    const owners = [...numbered.map((it) => it._id), ...(_id === null ? [] : [_id])];
    // Each branch names the organisation, so that each is answered from an index of its own.
    const either: Filter[] = [
      { organisation_id, subscription_number: name },
      { organisation_id, order_id: name },
      ...owners.map((account_id) => ({ organisation_id, account_id })),
      ...(_id === null ? [] : [{ organisation_id, _id }]),
    ];
    const found = await subscriptionsOf({ filter: { $or: either } }, mostNamed);
    return change === null ? found : [...found, change.subscription_id.toHexString()];
  };
}

function makeFailed({ models, reading, limits }: Database) {
  const changes = driverCollection<ChangeDocument>(models.changes);
  const newestFirst = { sort: { closed_at: -1 }, limit: mostNarrowed } as const;
  const page = { projection, ...newestFirst, maxTimeMS: limits.replyMs };

  return async (organisation_id: mongo.ObjectId, since: Date): Promise<readonly string[]> => {
    const filter = { organisation_id, state: 'failed' as const, closed_at: { $gte: since } };
    const found = await reading(() => changes.find(filter, page).toArray());
    return found.map((it) => it.subscription_id.toHexString());
  };
}

/** Of what is asked for, that which few have. */
function narrowestOf(
  organisation_id: mongo.ObjectId,
  { isSetAside, due, tierIds, onPackage }: SubscriptionFilter,
): Query | null {
  if (isSetAside) {
    return { filter: { organisation_id, due_blocked: true }, hint: { due_blocked: 1 } };
  }
  if (due !== null) {
    const next_due_at = { $gte: toDate(due.from), $lt: toDate(due.before) };
    const isDue = { due_organisation_id: organisation_id, due_bucket: { $in: everyBucket } };
    return { filter: { organisation_id, ...isDue, next_due_at } };
  }
  if (tierIds !== null) {
    const tier_id = { $in: tierIds.map(objectIdOf) };
    return { filter: { organisation_id, tier_id }, hint: { tier_id: 1 } };
  }
  if (onPackage === null) return null;
  return {
    filter: {
      organisation_id,
      'sold_period.period_id': { $in: onPackage.periodIds.map(objectIdOf) },
    },
    hint: { organisation_id: 1, 'sold_period.period_id': 1 },
  };
}

/** Those that are in each of them, each once. */
function inAll([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const sets = others.map((it) => new Set(it));
  return [...new Set(first)].filter((it) => sets.every((set) => set.has(it)));
}
