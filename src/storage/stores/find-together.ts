import type { mongo } from 'mongoose';
import {
  UnreadableUserProductError,
  type UnreadableUserProduct,
} from '../../application/ports/failures.js';
import type {
  StoredUserProduct,
  UserProductStore,
} from '../../application/ports/user-product-store.js';
import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { makeSendTogether } from '../send-together.js';
import { byOrganisation } from './by-organisation.js';
import { makeReadRows } from '../read-rows.js';
import { together } from './together.js';

type Named = {
  readonly organisationId: OrganisationId;
  readonly id: UserProductId;
  readonly accountId?: AccountId | undefined;
};
/** One that cannot be read fails the reader who asked for it, not those who read with it. */
type Found =
  { readonly row: StoredUserProduct } | { readonly unreadable: UnreadableUserProduct } | null;
type Collection = mongo.Collection<UserProductDocument>;

/** Reads user products by id; reads that meet are one command for each organisation (docs/architecture.md §3). */
export function makeFindTogether(
  database: Database,
  collection: Collection,
): Pick<UserProductStore, 'find'> {
  const { reading } = database;
  const readRows = makeReadRows(database);
  const find = makeSendTogether<Named, Found>({
    ...together,
    sendOne: async ({ organisationId, id, accountId }) => {
      const filter = {
        _id: objectIdOf(id),
        organisation_id: objectIdOf(organisationId),
        ...(accountId === undefined ? {} : { account_id: objectIdOf(accountId) }),
      };
      const document = await reading(() => collection.findOne(filter));
      if (document === null) return null;
      const [row] = await readRows([document]);
      return row === undefined ? null : { row };
    },
    sendMany: async (named) => {
      const read = byOrganisation(named).map((own) => reading(() => findMany(collection, own)));
      const documents = (await Promise.all(read)).flat();
      const known = new Map<string, Found>();
      const rows = await readRows(documents, (unreadable) => {
        known.set(keyOf(unreadable), { unreadable });
      });
      for (const row of rows) known.set(keyOf(row.product), { row });
      return named.map((it) => known.get(keyOf(it)) ?? null);
    },
  });
  return {
    find: async (organisationId, id, accountId) => {
      const found = await find({ organisationId, id, accountId });
      if (found === null || !isOf(found, accountId)) return null;
      if ('row' in found) return found.row;
      throw new UnreadableUserProductError(found.unreadable);
    },
  };
}

function findMany(
  collection: Collection,
  [first, ...others]: readonly [Named, ...Named[]],
): Promise<UserProductDocument[]> {
  const ids = [...new Set([first, ...others].map(({ id }) => id))].map(objectIdOf);
  const filter = {
    _id: { $in: ids },
    organisation_id: objectIdOf(first.organisationId),
    ...accountsOf([first, ...others]),
  };
  return collection.find(filter, { batchSize: ids.length + 1 }).toArray();
}

/** Where one of them names no account, none can be asked for. */
function accountsOf(named: readonly Named[]): { account_id?: { $in: mongo.ObjectId[] } } {
  const accounts = new Set(named.map(({ accountId }) => accountId));
  if (accounts.has(undefined)) return {};
  return { account_id: { $in: [...accounts].flatMap((it) => (it ? [objectIdOf(it)] : [])) } };
}

/** Read together with others, a row of another account may come along. */
function isOf(found: NonNullable<Found>, accountId: AccountId | undefined): boolean {
  const { accountId: own } = 'row' in found ? found.row.product : found.unreadable;
  return accountId === undefined || own === accountId;
}

function keyOf({ organisationId, id }: Named): string {
  return `${organisationId} ${id}`;
}
