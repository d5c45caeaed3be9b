import { parsePath } from '../query/field-path.js';
import type { Collection, Index } from './catalog.js';

/** A way to documents by key order: an index, or the documents themselves by id. */
export type Access = Pick<
  Index,
  'name' | 'number' | 'fields' | 'unique' | 'sparse' | 'multikey'
> & {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly isPrimary: boolean;
  /** False once a long key had to be hashed: then the order of keys is not the order of values. */
  readonly keepsOrder: boolean;
};

const ID_FIELDS = [{ path: parsePath('_id'), descending: false }];

/** The documents by id, as if it were an index. */
export function primaryAccess({ number, hasHashedIds }: Collection): Access {
  return {
    name: '_id_',
    key: { _id: 1 },
    number,
    fields: ID_FIELDS,
    unique: true,
    sparse: false,
    multikey: [false],
    isPrimary: true,
    keepsOrder: !hasHashedIds,
  };
}

/** All ways to a collection's documents. */
export function accessesOf(collection: Collection): readonly Access[] {
  const indexes = collection.indexes.map((index) => ({
    ...index,
    isPrimary: false,
    keepsOrder: !index.hasHashedKeys && !index.multikey.includes(true),
  }));
  return [primaryAccess(collection), ...indexes];
}
