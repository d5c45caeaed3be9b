import type { mongo } from 'mongoose';
import type { CatalogueUse } from '../../application/ports/catalogue-use.js';
import type { TierId } from '../../domain/ids.js';
import { livingStates } from '../living-states.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { idOf as idFrom, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';

type Filter = mongo.Filter<UserProductDocument>;
/** A query with the index that it is answered from: an organisation has far more rows than are on any one id. */
type Query = { readonly filter: Filter; readonly hint: Readonly<Record<string, 1>> };
type Id = Parameters<typeof objectIdOf>[0];

/** Of ids that are asked for one by one: so many at once. */
const atOnce = 10;

/** Of successors that are not inserted yet, and stand in their sources: at any time there are few. */
const waiting = { 'successor._id': { $exists: true } };
const bySuccessor = { 'successor._id': 1 } as const;

/** What of a catalogue its user products are on: one query for each id, each from an index, and each of one document. */
export function makeCatalogueUse({ models, reading }: Database): CatalogueUse {
  const collection = driverCollection<UserProductDocument>(models.userProducts);

  const isAnyOf = async (queries: readonly Query[]): Promise<boolean> => {
    for (const { filter, hint } of queries) {
      const options = { projection: { _id: 1 }, hint } as const;
      if ((await reading(() => collection.findOne(filter, options))) !== null) return true;
    }
    return false;
  };

  const inUse = async <It extends Id>(
    ids: readonly It[],
    queriesOf: (id: mongo.ObjectId) => readonly Query[],
  ): Promise<readonly It[]> => {
    const used: It[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const answers = await Promise.all(some.map((id) => isAnyOf(queriesOf(objectIdOf(id)))));
      used.push(...some.filter((_, place) => answers[place]));
    }
    return used;
  };

  /** What stands at the field of a query's index, in each document that it finds. */
  const idsAt = async ({ filter, hint, idOf }: TierUseQuery, most: number) => {
    const options = { projection: hint, hint, limit: most } as const;
    const rows = await reading(() => collection.find(filter, options).toArray());
    return rows.flatMap((it) => {
      const id = idOf(it);
      return id === null || id === undefined ? [] : [idFrom<TierId>(id)];
    });
  };

  return {
    tiersInUse: (organisationId, tierIds) =>
      inUse(tierIds, (id) => tierQueries(objectIdOf(organisationId), id)),

    usesOfTiers: async (organisationId, tierIds, most) => {
      const queries = tierUseQueries(objectIdOf(organisationId), tierIds.map(objectIdOf));
      const found = await Promise.all(queries.map((it) => idsAt(it, most)));
      return found.flat();
    },

    periodsInUse: (organisationId, periodIds) =>
      inUse(periodIds, (id) => periodQueries(objectIdOf(organisationId), id)),
  };
}

type TierUseQuery = Query & {
  readonly idOf: (row: UserProductDocument) => mongo.ObjectId | null | undefined;
};

function tierUseQueries(
  organisation_id: mongo.ObjectId,
  ids: readonly mongo.ObjectId[],
): readonly TierUseQuery[] {
  const one = { $in: [...ids] };
  return [
    {
      filter: { organisation_id, tier_id: one, state: { $in: [...livingStates] } },
      hint: { tier_id: 1 },
      idOf: (row) => row.tier_id,
    },
    {
      filter: { organisation_id, 'pending_change.target.tier_id': one },
      hint: { 'pending_change.target.tier_id': 1 },
      idOf: (row) => row.pending_change?.target.tier_id,
    },
  ];
}

function tierQueries(organisation_id: mongo.ObjectId, id: mongo.ObjectId): readonly Query[] {
  const living = { state: { $in: [...livingStates] } };
  const isOn = [{ 'successor.tier_id': id }, { 'successor.pending_change.target.tier_id': id }];
  return [
    { filter: { organisation_id, tier_id: id, ...living }, hint: { tier_id: 1 } },
    {
      filter: { organisation_id, 'pending_change.target.tier_id': id },
      hint: { 'pending_change.target.tier_id': 1 },
    },
    { filter: { organisation_id, ...waiting, $or: isOn }, hint: bySuccessor },
  ];
}

function periodQueries(organisation_id: mongo.ObjectId, id: mongo.ObjectId): readonly Query[] {
  return [
    {
      filter: { organisation_id, 'sold_period.period_id': id },
      hint: { organisation_id: 1, 'sold_period.period_id': 1 },
    },
    {
      filter: { organisation_id, ...waiting, 'successor.sold_period.period_id': id },
      hint: bySuccessor,
    },
  ];
}
