import type { CartStore } from '../../application/ports/cart-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { cartDocument, cartOf } from '../mappers/cart.mapper.js';
import { objectIdOf, toDate } from '../mappers/values.mapper.js';
import { deleteInPages } from '../delete-in-pages.js';
import type { CartDocument } from '../schemas/cart.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** Carts by their ids. */
export function makeCartStore(database: Database): CartStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<CartDocument>(models.carts);

  return {
    insert: async (organisationId, cart) => {
      const document = cartDocument(organisationId, cart);
      const present = await writing(() => insertAbsent(collection, [document]));
      return present.length === 0 ? 'inserted' : 'present';
    },

    find: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const document = await reading(() => collection.findOne(filter));
      return document === null ? null : cartOf(document);
    },

    complete: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const completed = { $set: { status: 'completed' } } as const;
      await writing(() => collection.updateOne(filter, completed));
    },

    countOpen: (organisationId, accountId, { madeAfter, most }) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: objectIdOf(accountId),
        status: 'open',
        created_at: { $gt: toDate(madeAfter) },
      } as const;
      const options = { limit: most, maxTimeMS: limits.replyMs };
      return reading(() => collection.countDocuments(filter, options));
    },

    removeOpenBefore: (organisationId, madeBefore) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        status: 'open',
        created_at: { $lt: toDate(madeBefore) },
      } as const;
      return deleteInPages(database, collection, filter);
    },
  };
}
