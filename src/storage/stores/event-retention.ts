import type { EventRetention } from '../../application/ports/event-log.js';
import { toInstant } from '../../domain/time/instant.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { EventDocument } from '../schemas/event.schema.js';
import { deleteInPages } from '../delete-in-pages.js';

/** Where a log begins stands in its organisation's document; when an event was written, in the event's own `_id`. */
export function makeEventRetention(database: Database): EventRetention {
  const { models, reading, writing, limits } = database;
  const { organisations } = models;
  const events = driverCollection<EventDocument>(models.events);

  return {
    logStartsAt: async (organisationId) => {
      const found = await reading(() =>
        organisations
          .findOne({ _id: objectIdOf(organisationId) }, { log_starts_at: 1 })
          .lean()
          .exec(),
      );
      return found?.log_starts_at ?? 1;
    },

    startLogAt: async (organisationId, position) => {
      const update = { $max: { log_starts_at: position } };
      await writing(() =>
        organisations.updateOne({ _id: objectIdOf(organisationId) }, update).exec(),
      );
    },

    oldest: async (organisationId, limit) => {
      const filter = { organisation_id: objectIdOf(organisationId) };
      const projection = { _id: 1, position: 1 } as const;
      const bounds = { limit, batchSize: limit, maxTimeMS: limits.replyMs } as const;
      const page = { ...bounds, sort: { position: 1 }, projection } as const;
      const found = await reading(() => events.find(filter, page).toArray());
      return found.map(({ _id, position }) => ({
        position,
        writtenAt: toInstant(_id.getTimestamp().getTime()),
      }));
    },

    removeBelow: async (organisationId, position) => {
      const filter = { organisation_id: objectIdOf(organisationId), position: { $lt: position } };
      return deleteInPages(database, events, filter);
    },
  };
}
