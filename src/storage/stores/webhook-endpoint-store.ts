import type { mongo } from 'mongoose';
import type { WebhookEndpointStore } from '../../application/ports/webhook-endpoint-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import {
  webhookEndpointDocument,
  webhookEndpointOf,
  webhookSecretDocument,
} from '../mappers/webhook-endpoint.mapper.js';
import { toDate, nullable, objectIdOf } from '../mappers/values.mapper.js';
import {
  type WebhookEndpointDocument,
  webhookEndpointSchemaVersion,
} from '../schemas/webhook-endpoint.schema.js';

type Change = Parameters<WebhookEndpointStore['update']>[2];

const one = (organisationId: OrganisationId, id: WebhookEndpointId) => ({
  _id: objectIdOf(id),
  organisation_id: objectIdOf(organisationId),
});

type Collection = mongo.Collection<WebhookEndpointDocument>;
type Changes = Pick<WebhookEndpointStore, 'update' | 'disable' | 'replaceSecrets'>;
type Dispatching = Pick<WebhookEndpointStore, 'advance' | 'takeLease' | 'endLease'>;

/** Endpoints, each with its position in the log and its lease. */
export function makeWebhookEndpointStore(database: Database): WebhookEndpointStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<WebhookEndpointDocument>(models.webhookEndpoints);

  return {
    ...makeChanges(database, collection),
    ...makeDispatching(database, collection),

    insert: async (organisationId, endpoint) => {
      const document = webhookEndpointDocument({ ...endpoint, organisationId });
      await writing(() => collection.insertOne(document));
    },

    find: async (organisationId, id) => {
      const document = await reading(() => collection.findOne(one(organisationId, id)));
      return nullable(document, webhookEndpointOf);
    },

    list: async (organisationId) => {
      const own = organisationId === 'all' ? {} : { organisation_id: objectIdOf(organisationId) };
      const documents = await reading(() =>
        collection.find(own, { maxTimeMS: limits.replyMs }).sort({ _id: 1 }).toArray(),
      );
      return documents.map(webhookEndpointOf);
    },

    remove: async (organisationId, id) => {
      const { deletedCount } = await writing(() => collection.deleteOne(one(organisationId, id)));
      return deletedCount > 0;
    },
  };
}

function makeChanges({ writing }: Database, collection: Collection): Changes {
  return {
    update: async (organisationId, id, change) => {
      const update = { $set: changedFields(change) };
      const options = { returnDocument: 'after' } as const;
      const document = await writing(() =>
        collection.findOneAndUpdate(one(organisationId, id), update, options),
      );
      return nullable(document, webhookEndpointOf);
    },

    disable: async (organisationId, id, url) => {
      const filter = { ...one(organisationId, id), url };
      const update = { $set: { enabled: false } };
      const { matchedCount } = await writing(() => collection.updateOne(filter, update));
      return matchedCount > 0;
    },

    replaceSecrets: async (organisationId, id, { newest, secrets }) => {
      const filter = { ...one(organisationId, id), 'secrets.0.secret': newest };
      const update = { $set: { secrets: secrets.map(webhookSecretDocument) } };
      const { matchedCount } = await writing(() => collection.updateOne(filter, update));
      return matchedCount > 0;
    },
  };
}

function makeDispatching({ writing }: Database, collection: Collection): Dispatching {
  return {
    advance: async (organisationId, id, position) => {
      const filter = { ...one(organisationId, id), position: { $lt: position } };
      await writing(() => collection.updateOne(filter, { $set: { position } }));
    },

    takeLease: async (organisationId, id, { owner, now, until }) => {
      const isFree = [
        { lane_owner: owner },
        { lane_until: null },
        { lane_until: { $lte: toDate(now) } },
      ];
      const filter = { ...one(organisationId, id), enabled: true, $or: isFree };
      const update = { $set: { lane_owner: owner, lane_until: toDate(until) } };
      const options = { returnDocument: 'after' } as const;
      const document = await writing(() => collection.findOneAndUpdate(filter, update, options));
      return nullable(document, webhookEndpointOf);
    },

    endLease: async (organisationId, id, { owner, pausedUntil }) => {
      const filter = { ...one(organisationId, id), lane_owner: owner };
      const free = { lane_owner: null, lane_until: null };
      const update = { $set: { ...free, paused_until: nullable(pausedUntil, toDate) } };
      await writing(() => collection.updateOne(filter, update));
    },
  };
}

/** The version is said in every case: an update that says nothing is refused. */
function changedFields({ url, types, enabled }: Change): Partial<WebhookEndpointDocument> {
  return {
    schema_version: webhookEndpointSchemaVersion,
    ...(url === undefined ? {} : { url, paused_until: null }),
    ...(types === undefined ? {} : { types: nullable(types, (it) => [...it]) }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}
