import type { SubscriptionEvents } from '../../application/ports/subscription-events.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { loggedEventOf } from '../mappers/event.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { EventDocument } from '../schemas/event.schema.js';

/** By the index that the log is read by of one user product. */
export function makeSubscriptionEvents({ models, reading, limits }: Database): SubscriptionEvents {
  const collection = driverCollection<EventDocument>(models.events);

  return {
    newest: async (organisationId, { userProductIds, limit, before, types }) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        user_product_id: { $in: userProductIds.map(objectIdOf) },
        ...(before === undefined ? {} : { position: { $lt: before } }),
        ...(types === undefined ? {} : { type: { $in: [...types] } }),
      };
      const order = { sort: { position: -1 }, maxTimeMS: limits.replyMs } as const;
      const page = { ...order, limit, batchSize: limit } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(loggedEventOf);
    },
  };
}
