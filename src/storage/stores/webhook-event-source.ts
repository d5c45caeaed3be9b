import type { WebhookEventSource } from '../../application/ports/event-log.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { loggedEventOf } from '../mappers/event.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { EventDocument } from '../schemas/event.schema.js';

/** The organisation's log by its two unique indexes. */
export function makeWebhookEventSource({ models, reading }: Database): WebhookEventSource {
  const collection = driverCollection<EventDocument>(models.events);

  return {
    findAt: async (organisationId, positions) => {
      if (positions.length === 0) return [];
      const filter = {
        organisation_id: objectIdOf(organisationId),
        position: { $in: [...positions] },
      };
      const page = { batchSize: positions.length + 1 } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(loggedEventOf).toSorted((a, b) => a.position - b.position);
    },

    positionOf: async (organisationId, eventId) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        event_id: objectIdOf(eventId),
      };
      const positionOnly = { projection: { _id: 0, position: 1 } } as const;
      const found = await reading(() => collection.findOne(filter, positionOnly));
      return found?.position ?? null;
    },
  };
}
