import type { mongo } from 'mongoose';
import type {
  TriedDelivery,
  WebhookDeliveryStore,
} from '../../application/ports/webhook-delivery-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { idOf, instantOf, objectIdOf, toDate } from '../mappers/values.mapper.js';
import { webhookDeliveryId, webhookDeliveryOf } from '../mappers/webhook-delivery.mapper.js';
import type { WebhookDeliveryDocument } from '../schemas/webhook-delivery.schema.js';

type Browsing = Pick<
  WebhookDeliveryStore,
  'listBack' | 'listTried' | 'triedSince' | 'oldestWaiting' | 'countDead'
>;
type Filter = mongo.Filter<WebhookDeliveryDocument>;

const latestFirst = { tried_at: -1, position: -1 } as const;
const byState = { organisation_id: 1, endpoint_id: 1, state: 1, position: 1 } as const;
const waiting = { $in: ['pending', 'failed'] } as const;

const ofSome = (organisationId: OrganisationId, endpointIds: readonly WebhookEndpointId[]) => ({
  organisation_id: objectIdOf(organisationId),
  endpoint_id: { $in: endpointIds.map(objectIdOf) },
});

/** How people look at deliveries: the newest first, and what of them needs somebody. Each is one read, by an index. */
export function makeDeliveryBrowsing(
  { reading, limits }: Database,
  collection: mongo.Collection<WebhookDeliveryDocument>,
): Browsing {
  const page = (limit: number) => ({ limit, batchSize: limit, maxTimeMS: limits.replyMs }) as const;
  const find = (filter: Filter, limit: number, sort: mongo.Sort) =>
    reading(() => collection.find(filter, { ...page(limit), sort }).toArray());
  const projection = { attempts: 0 } as const;
  const brief = (filter: Filter, limit: number, sort: mongo.Sort) =>
    reading(() => collection.find(filter, { ...page(limit), sort, projection }).toArray());

  return {
    listBack: async (organisationId, endpointId, { state, before, limit }) => {
      const own = { ...ofSome(organisationId, [endpointId]), endpoint_id: objectIdOf(endpointId) };
      if (state !== null) {
        const filter = { ...own, state, position: { $lt: before } };
        return (await find(filter, limit, { position: -1 })).map(webhookDeliveryOf);
      }
      const $gte = webhookDeliveryId(endpointId, 0);
      const $lt = webhookDeliveryId(endpointId, before);
      const byId = { ...page(limit), sort: { _id: -1 }, hint: { _id: 1 } } as const;
      const found = () => collection.find({ ...own, _id: { $gte, $lt } }, byId).toArray();
      return (await reading(found)).map(webhookDeliveryOf);
    },

    listTried: async (organisationId, endpointId, { from, to, behind, limit }) => {
      const own = { ...ofSome(organisationId, [endpointId]), endpoint_id: objectIdOf(endpointId) };
      const within = { ...own, tried_at: { $gte: toDate(from), $lt: toDate(to) } };
      const filter = behind === null ? within : { ...within, $or: behindOf(behind) };
      return (await find(filter, limit, latestFirst)).map(webhookDeliveryOf);
    },

    triedSince: async (organisationId, { endpointIds, since, limit }) => {
      const filter = {
        ...ofSome(organisationId, endpointIds),
        tried_at: { $gte: toDate(since) },
      };
      return (await brief(filter, limit, latestFirst)).flatMap(triedOf);
    },

    oldestWaiting: async (organisationId, { endpointIds, limit }) => {
      const filter = { ...ofSome(organisationId, endpointIds), state: waiting };
      return (await brief(filter, limit, { position: 1 })).map(placeOf);
    },

    countDead: (organisationId, { endpointIds, limit }) => {
      const filter = { ...ofSome(organisationId, endpointIds), state: 'dead' as const };
      const options = { hint: byState, limit, maxTimeMS: limits.replyMs } as const;
      return reading(() => collection.countDocuments(filter, options));
    },
  };
}

function behindOf({ triedAt, position }: Pick<TriedDelivery, 'triedAt' | 'position'>) {
  const at = toDate(triedAt);
  return [{ tried_at: { $lt: at } }, { tried_at: at, position: { $lt: position } }];
}

function placeOf({ endpoint_id, position }: WebhookDeliveryDocument) {
  return { endpointId: idOf<WebhookEndpointId>(endpoint_id), position };
}

function triedOf({ endpoint_id, position, state, tried_at: at }: WebhookDeliveryDocument) {
  const endpointId = idOf<WebhookEndpointId>(endpoint_id);
  return at === undefined ? [] : [{ endpointId, position, state, triedAt: instantOf(at) }];
}
