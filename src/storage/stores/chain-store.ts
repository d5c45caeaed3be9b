import type { mongo } from 'mongoose';
import type {
  ChainPageQuery,
  ChainStore,
  FoundChain,
} from '../../application/ports/chain-store.js';
import { itemsBefore } from '../../application/ports/page.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';

type Filter = mongo.Filter<UserProductDocument>;
type Found = Pick<UserProductDocument, 'subscription_id' | 'account_id'>;

/** Named, because the way through the successors that wait looks short, and leaves everything to be sorted. */
const hint = { organisation_id: 1, subscription_id: 1 } as const;
const projection = { _id: 0, subscription_id: 1, account_id: 1 } as const;

/**
 * Subscriptions by the last row of each chain: the one that no change has ended, or that has its successor still inside.
 * The index is of fields that never change, so no commit moves anything in it: rows that are over are read past.
 */
export function makeChainStore({ models, reading, limits }: Database): ChainStore {
  const collection = driverCollection<UserProductDocument>(models.userProducts);
  const maxTimeMS = limits.replyMs;

  const rowsOf = async (filter: Filter, query: ChainPageQuery): Promise<readonly Found[]> => {
    if (query.limit === 0) return [];
    const { limit, direction } = query;
    const sort = { subscription_id: direction === 'asc' ? 1 : -1 } as const;
    const page = { hint, sort, skip: itemsBefore(query), limit, batchSize: limit, maxTimeMS };
    return reading(() => collection.find<Found>(filter, { ...page, projection }).toArray());
  };

  return {
    page: async (organisationId, query) => {
      const filter = lastRows(organisationId, query.state);
      const rows = await rowsOf(filter, query);
      const totalItems = await reading(() =>
        collection.countDocuments(filter, { hint, maxTimeMS }),
      );
      return { items: eachOnce(rows.map(foundChain)), totalItems };
    },

    find: async (organisationId, id) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        subscription_id: objectIdOf(id),
      };
      const row = await reading(() => collection.findOne<Found>(filter, { projection }));
      return row === null ? null : foundChain(row);
    },
  };
}

function lastRows(organisationId: OrganisationId, state: ChainPageQuery['state']): Filter {
  return {
    organisation_id: objectIdOf(organisationId),
    $or: [
      { ended_by: null, ...(state === null ? {} : { state }) },
      {
        'successor._id': { $exists: true },
        ...(state === null ? {} : { 'successor.state': state }),
      },
    ],
  };
}

function foundChain({ subscription_id, account_id }: Found): FoundChain {
  return { id: idOf(subscription_id), accountId: idOf(account_id) };
}

function eachOnce(chains: readonly FoundChain[]): readonly FoundChain[] {
  return [...new Map(chains.map((it) => [it.id, it])).values()];
}
