import { mongo } from 'mongoose';
import type {
  FoundSubscription,
  SubscriptionFilter,
  SubscriptionSearch,
} from '../../application/ports/subscription-search.js';
import {
  dueBucketCount,
  type StoredUserProduct,
} from '../../application/ports/user-product-store.js';
import type { AccountId, SubscriptionId, UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { idOf, instantOf, objectIdOf, toDate } from '../mappers/values.mapper.js';
import { makeReadRows } from '../read-rows.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import type { ChangeDocument } from '../schemas/change.schema.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { makeSubscriptionCandidates } from './subscription-candidates.js';

type Filter = mongo.Filter<UserProductDocument>;
type ComingRow = Required<Pick<UserProductDocument, 'next_due_at'>> &
  Pick<UserProductDocument, 'state' | 'subscription_type' | 'pending_change'>;

/** The way through subscriptions by their ids. */
const hint = { organisation_id: 1, subscription_id: 1 } as const;
/** So many user products are looked at for a page of what no index narrows down. */
const stretch = 5_000;
const everyBucket = Array.from({ length: dueBucketCount }, (_, bucket) => bucket);

/** Subscriptions by what is known of them, and what is ahead of them. */
export function makeSubscriptionSearch(database: Database): SubscriptionSearch {
  return { ...makePages(database), ...makeCounts(database) };
}

function makePages(database: Database): Pick<SubscriptionSearch, 'page'> {
  const { models, reading, limits } = database;
  const rows = driverCollection<UserProductDocument>(models.userProducts);
  const readRows = makeReadRows(database);
  const candidates = makeSubscriptionCandidates(database);
  const findFloor = makeFindFloor(database);
  const withNumbers = makeWithNumbers(database);
  const sort = { subscription_id: -1 } as const;

  return {
    page: async (organisationId, filter, { before, limit }) => {
      const organisation_id = objectIdOf(organisationId);
      const ids = await candidates.find(organisationId, filter);
      if (ids?.length === 0) return { items: [], next: null, unreadable: [] };
      const from = before && objectIdOf(before);
      const floor = ids === null ? await findFloor(organisation_id, from) : null;
      const wanted = { organisation_id, ...within({ from, floor, ids }), ...lastRowIs(filter) };
      const more = limit + 1;
      const page = { hint, sort, limit: more, batchSize: more, maxTimeMS: limits.replyMs };
      const documents = await reading(() => rows.find(wanted, page).toArray());
      const shown = documents.slice(0, limit);
      const unreadable: UserProductId[] = [];
      const found = eachOnce(await readRows(shown, (it) => unreadable.push(it.id)));
      const last = documents.length > limit ? (shown.at(-1)?.subscription_id ?? null) : floor;
      const items = await withNumbers(organisation_id, found);
      return { items, next: last && idOf<SubscriptionId>(last), unreadable };
    },
  };
}

type Bounds = {
  readonly from: mongo.ObjectId | null;
  readonly floor: mongo.ObjectId | null;
  readonly ids: readonly string[] | null;
};

function within({ from, floor, ids }: Bounds): Filter {
  const subscription_id = {
    ...(from && { $lt: from }),
    ...(floor && { $gte: floor }),
    ...(ids && { $in: ids.map((it) => mongo.ObjectId.createFromHexString(it)) }),
  };
  return Object.keys(subscription_id).length === 0 ? {} : { subscription_id };
}

/** Where a page that nothing narrows down ends, however few it has found; null: it goes through to the end. */
function makeFindFloor({ models, reading, limits }: Database) {
  const rows = driverCollection<UserProductDocument>(models.userProducts);
  const projection = { _id: 0, subscription_id: 1 } as const;
  const sort = { subscription_id: -1 } as const;
  const page = { hint, sort, skip: stretch, limit: 1, projection, maxTimeMS: limits.replyMs };

  return async (
    organisation_id: mongo.ObjectId,
    from: mongo.ObjectId | null,
  ): Promise<mongo.ObjectId | null> => {
    const filter = { organisation_id, ...within({ from, floor: null, ids: null }) };
    const [found] = await reading(() => rows.find(filter, page).toArray());
    return found?.subscription_id ?? null;
  };
}

function makeWithNumbers({ models, reading, limits }: Database) {
  const accounts = driverCollection<AccountDocument>(models.accounts);
  const page = { projection: { customer_number: 1 }, maxTimeMS: limits.replyMs } as const;

  return async (
    organisation_id: mongo.ObjectId,
    found: readonly Living[],
  ): Promise<readonly FoundSubscription[]> => {
    const ids = [...new Set(found.map(({ product }) => product.accountId))].map(objectIdOf);
    const filter = { organisation_id, _id: { $in: ids } };
    const options = { ...page, batchSize: ids.length + 1 };
    const known = await reading(() => accounts.find(filter, options).toArray());
    const numbers = new Map(known.map((it) => [idOf<AccountId>(it._id), it.customer_number]));
    return found.map((it) => ({
      ...it,
      customerNumber: numbers.get(it.product.accountId) ?? null,
    }));
  };
}

function makeCounts({ models, reading, limits }: Database): Omit<SubscriptionSearch, 'page'> {
  const rows = driverCollection<UserProductDocument>(models.userProducts);
  const changes = driverCollection<ChangeDocument>(models.changes);
  const maxTimeMS = limits.replyMs;

  return {
    listComingEnds: async (organisationId, { before, limit }) => {
      const organisation_id = objectIdOf(organisationId);
      const filter = {
        organisation_id,
        due_organisation_id: organisation_id,
        due_bucket: { $in: everyBucket },
        next_due_at: { $lt: toDate(before) },
      };
      const sort = { next_due_at: 1 } as const;
      const projection = {
        ...{ _id: 0, next_due_at: 1, state: 1, subscription_type: 1 },
        'pending_change.kind': 1,
      };
      const page = { sort, limit, batchSize: limit, projection, maxTimeMS };
      const found = await reading(() => rows.find<ComingRow>(filter, page).toArray());
      return found.map((it) => ({
        dueAt: instantOf(it.next_due_at),
        state: it.state,
        subscriptionType: it.subscription_type,
        pendingKind: it.pending_change?.kind ?? null,
      }));
    },

    countSetAside: (organisationId, limit) => {
      const filter = { organisation_id: objectIdOf(organisationId), due_blocked: true };
      const options = { hint: { due_blocked: 1 }, limit, maxTimeMS } as const;
      return reading(() => rows.countDocuments(filter, options));
    },

    countFailedChanges: (organisationId, { since, limit }) => {
      const organisation_id = objectIdOf(organisationId);
      const filter = {
        ...{ organisation_id, state: 'failed' as const },
        closed_at: { $gte: toDate(since) },
      };
      return reading(() => changes.countDocuments(filter, { limit, maxTimeMS }));
    },
  };
}

/** The last row of a chain, or one that has the last one inside; that one is as it is asked for. */
function lastRowIs(filter: SubscriptionFilter): Filter {
  const inside = { 'successor._id': { $exists: true }, ...conditionsOf(filter, 'successor.') };
  return { $or: [{ ended_by: null, ...conditionsOf(filter, '') }, inside] };
}

function conditionsOf(
  { state, onPackage, tierIds, due, isSetAside }: SubscriptionFilter,
  of: '' | 'successor.',
): Filter {
  const range = due && { $gte: toDate(due.from), $lt: toDate(due.before) };
  return {
    ...(state && { [`${of}state`]: state }),
    ...(onPackage && { [`${of}package_id`]: objectIdOf(onPackage.id) }),
    ...(tierIds && { [`${of}tier_id`]: { $in: tierIds.map(objectIdOf) } }),
    ...(range && { [`${of}next_due_at`]: range }),
    ...(isSetAside && { [`${of}due_blocked`]: true }),
  };
}

type Living = Omit<FoundSubscription, 'customerNumber'>;

/** A successor that is inserted may still stand in its source: it is one subscription. */
function eachOnce(rows: readonly StoredUserProduct[]): readonly Living[] {
  const found = new Map<SubscriptionId, Living>();
  for (const { product, successor, dueBlocked } of rows) {
    const inserted = found.get(product.subscriptionId);
    const isLast = successor === null;
    if (inserted !== undefined && !isLast) continue;
    const last = successor?.product ?? product;
    found.set(last.subscriptionId, { product: last, isSetAside: isLast && dueBlocked });
  }
  return [...found.values()];
}
