import type { mongo } from 'mongoose';
import type {
  StoredUserProduct,
  UserProductStore,
} from '../../application/ports/user-product-store.js';
import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { makeSendTogether } from '../send-together.js';
import { byOrganisation } from './by-organisation.js';
import { makeReadRows } from '../read-rows.js';
import { together } from './together.js';

type Named = { readonly organisationId: OrganisationId; readonly id: UserProductId };
type Collection = mongo.Collection<UserProductDocument>;

/** Reads user products by id; reads that meet are one command for each organisation (docs/architecture.md §3). */
export function makeFindTogether(
  database: Database,
  collection: Collection,
): Pick<UserProductStore, 'find'> {
  const { reading } = database;
  const readRows = makeReadRows(database);
  const find = makeSendTogether<Named, StoredUserProduct | null>({
    ...together,
    sendOne: async ({ organisationId, id }) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const document = await reading(() => collection.findOne(filter));
      return document === null ? null : ((await readRows([document]))[0] ?? null);
    },
    sendMany: async (named) => {
      const read = byOrganisation(named).map((own) => reading(() => findMany(collection, own)));
      const rows = await readRows((await Promise.all(read)).flat());
      const known = new Map(rows.map((row) => [keyOf(row.product), row]));
      return named.map((it) => known.get(keyOf(it)) ?? null);
    },
  });
  return { find: (organisationId, id) => find({ organisationId, id }) };
}

function findMany(
  collection: Collection,
  [first, ...others]: readonly [Named, ...Named[]],
): Promise<UserProductDocument[]> {
  const ids = [...new Set([first, ...others].map(({ id }) => id))].map(objectIdOf);
  const filter = { _id: { $in: ids }, organisation_id: objectIdOf(first.organisationId) };
  return collection.find(filter, { batchSize: ids.length + 1 }).toArray();
}

function keyOf({ organisationId, id }: Named): string {
  return `${organisationId} ${id}`;
}
