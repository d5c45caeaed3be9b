import type { CartStore } from '../../application/ports/cart-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { cartDocument, cartOf } from '../mappers/cart.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { CartDocument } from '../schemas/cart.schema.js';
import { insertAbsent } from './duplicate-key.js';

/** Carts by their ids. */
export function makeCartStore(database: Database): CartStore {
  const { models, reading, writing } = database;
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
  };
}
