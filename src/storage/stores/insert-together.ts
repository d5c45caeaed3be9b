import type { mongo } from 'mongoose';
import type { Successor, UserProductStore } from '../../application/ports/user-product-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { newUserProductDocument } from '../mappers/user-product.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type {
  NewUserProductDocument,
  UserProductDocument,
} from '../schemas/user-product.schema.js';
import { makeSendTogether } from '../send-together.js';
import { insertAbsent, isIdTaken } from './duplicate-key.js';
import { together } from './together.js';

type Inserted = 'inserted' | 'present';

/** Inserts user products by their ids; inserts that meet are one command (docs/architecture.md §3). */
export function makeInsertTogether(
  { reading, writing }: Database,
  collection: mongo.Collection<UserProductDocument>,
): Pick<UserProductStore, 'insert'> {
  const insert = makeSendTogether<NewUserProductDocument, Inserted>({
    ...together,
    sendOne: async (document) => {
      try {
        await writing(() => collection.insertOne(document));
        return 'inserted';
      } catch (error) {
        if (await reading(() => isIdTaken(collection, error, document))) return 'present';
        throw error;
      }
    },
    sendMany: async (documents) => {
      const present = new Set(await writing(() => insertAbsent(collection, documents)));
      return documents.map((_, index) => (present.has(index) ? 'present' : 'inserted'));
    },
  });
  return {
    insert: (organisationId, successor) => insert(documentOf(organisationId, successor)),
  };
}

function documentOf(organisationId: OrganisationId, successor: Successor): NewUserProductDocument {
  return {
    ...newUserProductDocument(successor),
    organisation_id: objectIdOf(organisationId),
  };
}
