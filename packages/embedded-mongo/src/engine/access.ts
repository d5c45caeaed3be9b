import { parsePath } from '../query/field-path.js';
import type { Collection, Index } from './catalog.js';

/** A way to documents by key order: an index, or the documents themselves by id. */
export type Access = Pick<
  Index,
  'name' | 'key' | 'number' | 'fields' | 'unique' | 'sparse' | 'multikey'
> & {
  readonly isPrimary: boolean;
  /** False once a long key had to be hashed, or an array gave several: then keys do not come in the order of documents. */
  readonly keepsOrder: () => boolean;
};

const ID_FIELDS = [{ path: parsePath('_id'), descending: false }];

/** The documents by id, as if it were an index. */
function primaryAccess(collection: Collection): Access {
  return {
    name: '_id_',
    key: { _id: 1 },
    number: collection.number,
    fields: ID_FIELDS,
    unique: true,
    sparse: false,
    multikey: [false],
    isPrimary: true,
    keepsOrder: () => !collection.hasHashedIds,
  };
}

function indexAccess(index: Index): Access {
  const { name, key, number, fields, unique, sparse, multikey } = index;
  const keepsOrder = (): boolean => !index.hasHashedKeys && !index.multikey.includes(true);
  return { name, key, number, fields, unique, sparse, multikey, isPrimary: false, keepsOrder };
}

/** All ways to a collection's documents, the one by id first. */
export type Accesses = readonly [Access, ...Access[]];

const KNOWN = new WeakMap<readonly Index[], Accesses>();

/** The ways to a collection's documents; they are made anew when its indexes are. */
export function accessesOf(collection: Collection): Accesses {
  const known = KNOWN.get(collection.indexes);
  if (known !== undefined) return known;
  const accesses: Accesses = [primaryAccess(collection), ...collection.indexes.map(indexAccess)];
  KNOWN.set(collection.indexes, accesses);
  return accesses;
}
