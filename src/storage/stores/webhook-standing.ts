import type { WebhookStanding } from '../../application/ports/webhook-standing.js';
import type { EventId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { WebhookDeliveryDocument } from '../schemas/webhook-delivery.schema.js';

/** How deliveries stand, from the index by state. */
export function makeWebhookStanding({ models, reading, limits }: Database): WebhookStanding {
  const deliveries = driverCollection<WebhookDeliveryDocument>(models.webhookDeliveries);
  const maxTimeMS = limits.replyMs;
  const hint = { organisation_id: 1, endpoint_id: 1, state: 1, position: 1 } as const;

  return {
    countDead: (organisationId, { endpointIds, limit }) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        endpoint_id: { $in: endpointIds.map(objectIdOf) },
        state: 'dead' as const,
      };
      return reading(() => deliveries.countDocuments(filter, { hint, limit, maxTimeMS }));
    },

    findOldestWaiting: async (organisationId, endpointIds) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        endpoint_id: { $in: endpointIds.map(objectIdOf) },
        state: { $in: ['pending' as const, 'failed' as const] },
      };
      const first = { hint, sort: { position: 1 }, projection: { event_id: 1 } } as const;
      const found = await reading(() => deliveries.findOne(filter, { ...first, maxTimeMS }));
      return found === null ? null : idOf<EventId>(found.event_id);
    },
  };
}
