import type { mongo } from 'mongoose';
import type {
  DeliveryOutcome,
  QueuedEvent,
  WebhookDeliveryStore,
} from '../../application/ports/webhook-delivery-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { toDate, objectIdOf } from '../mappers/values.mapper.js';
import {
  newWebhookDeliveryDocument,
  waitingDeliveryOf,
  webhookAttemptDocument,
  webhookDeliveryId,
  webhookDeliveryOf,
} from '../mappers/webhook-delivery.mapper.js';
import type { WebhookDeliveryDocument } from '../schemas/webhook-delivery.schema.js';
import { deleteInPages } from '../delete-in-pages.js';
import { insertAbsent } from './duplicate-key.js';
import { makeDeliveryBrowsing } from './delivery-browsing.js';

type Updates = mongo.AnyBulkWriteOperation<WebhookDeliveryDocument>[];
type Batch = Parameters<WebhookDeliveryStore['queue']>[2];

const of = (organisationId: OrganisationId, endpointId: WebhookEndpointId) => ({
  organisation_id: objectIdOf(organisationId),
  endpoint_id: objectIdOf(endpointId),
});
const one = (organisationId: OrganisationId, endpointId: WebhookEndpointId, position: number) => ({
  _id: webhookDeliveryId(endpointId, position),
  ...of(organisationId, endpointId),
});

const keptAttempts = 10;
const withoutAttempts = { projection: { attempts: 0 } } as const;
const finished = { due_at: null, waiting_position: null } as const;

type Collection = mongo.Collection<WebhookDeliveryDocument>;
type Reads = Pick<WebhookDeliveryStore, 'hasDue' | 'findDue' | 'findWaiting' | 'list'>;
type Queues = Pick<WebhookDeliveryStore, 'queue' | 'queueAgain'>;

/** Which event goes to which endpoint, and what came of it. */
export function makeWebhookDeliveryStore(database: Database): WebhookDeliveryStore {
  const { models } = database;
  const collection = driverCollection<WebhookDeliveryDocument>(models.webhookDeliveries);
  const update = makeUpdate(database, collection);

  return {
    ...makeReads(database, collection),
    ...makeDeliveryBrowsing(database, collection),
    ...makeQueues(database, collection),

    postpone: async (organisationId, endpointId, deliveries) => {
      await update(
        deliveries.map(({ position, tries, replays, nextAttemptAt }) => ({
          updateOne: {
            filter: { ...one(organisationId, endpointId, position), tries, replays },
            update: { $max: { due_at: toDate(nextAttemptAt) } },
          },
        })),
      );
    },

    record: async (organisationId, endpointId, outcomes) => {
      await update(
        outcomes.map((outcome) => {
          const { position, tries, replays } = outcome;
          const filter = { ...one(organisationId, endpointId, position), tries, replays };
          return { updateOne: { filter, update: outcomeUpdate(outcome) } };
        }),
      );
    },

    removeFinishedBelow: async (organisationId, endpointId, position) => {
      const over = { state: { $in: ['delivered', 'dead'] }, position: { $lt: position } } as const;
      const filter = { ...of(organisationId, endpointId), ...over };
      await deleteInPages(database, collection, filter);
    },

    removeAll: async (organisationId, endpointId) => {
      await deleteInPages(database, collection, of(organisationId, endpointId));
    },
  };
}

type Update = (updates: Updates) => Promise<void>;

function makeUpdate({ writing }: Pick<Database, 'writing'>, collection: Collection): Update {
  return async (updates) => {
    if (updates.length === 0) return;
    await writing(() => collection.bulkWrite(updates, { ordered: false }));
  };
}

function makeQueues(database: Database, collection: Collection): Queues {
  const { writing } = database;
  const update = makeUpdate(database, collection);
  /** Answers which of them were there already. */
  const insert = async (
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    { events, now }: Batch,
  ): Promise<readonly QueuedEvent[]> => {
    const documents = events.map((event) =>
      newWebhookDeliveryDocument({ organisationId, endpointId, event, dueAt: now }),
    );
    const known = new Set(await writing(() => insertAbsent(collection, documents)));
    return events.filter((_, index) => known.has(index));
  };

  return {
    queue: async (organisationId, endpointId, batch) => {
      await insert(organisationId, endpointId, batch);
    },

    queueAgain: async (organisationId, endpointId, batch) => {
      const known = await insert(organisationId, endpointId, batch);
      const due_at = toDate(batch.now);
      await update(
        known.map(({ position }) => ({
          updateOne: {
            filter: one(organisationId, endpointId, position),
            update: {
              $set: { state: 'pending', tries: 0, due_at, waiting_position: position },
              $inc: { replays: 1 },
            },
          },
        })),
      );
    },
  };
}

function makeReads({ reading, limits }: Database, collection: Collection): Reads {
  const maxTimeMS = limits.replyMs;
  return {
    hasDue: async (organisationId, endpointId, now) => {
      const filter = { ...of(organisationId, endpointId), due_at: { $lte: toDate(now) } };
      const found = await reading(() => collection.findOne(filter, { projection: { _id: 1 } }));
      return found !== null;
    },

    findDue: async (organisationId, endpointId, { now, except, limit }) => {
      const others = { subscription_id: { $nin: except.map(objectIdOf) } };
      const filter = {
        ...of(organisationId, endpointId),
        due_at: { $lte: toDate(now) },
        ...(except.length === 0 ? {} : others),
      };
      const page = { ...withoutAttempts, limit, batchSize: limit, maxTimeMS };
      const sorted = () => collection.find(filter, page).sort({ due_at: 1, position: 1 }).toArray();
      return (await reading(sorted)).map(waitingDeliveryOf);
    },

    findWaiting: async (organisationId, endpointId, { subscriptionIds, upTo }) => {
      const filter = {
        ...of(organisationId, endpointId),
        subscription_id: { $in: subscriptionIds.map(objectIdOf) },
        waiting_position: { $lte: upTo },
      };
      const found = await reading(() =>
        collection.find(filter, { ...withoutAttempts, maxTimeMS }).toArray(),
      );
      return found.map(waitingDeliveryOf).toSorted((a, b) => a.position - b.position);
    },

    list: async (organisationId, endpointId, { state, after, limit }) => {
      const page = { limit, batchSize: limit, maxTimeMS } as const;
      const listed = (): Promise<WebhookDeliveryDocument[]> => {
        const own = of(organisationId, endpointId);
        if (state === null) {
          const last = webhookDeliveryId(endpointId, Number.MAX_SAFE_INTEGER);
          const range = { $gt: webhookDeliveryId(endpointId, after), $lte: last };
          const byId = { ...page, sort: { _id: 1 }, hint: { _id: 1 } } as const;
          return collection.find({ ...own, _id: range }, byId).toArray();
        }
        const filter = { ...own, state, position: { $gt: after } };
        return collection.find(filter, { ...page, sort: { position: 1 } }).toArray();
      };
      return (await reading(listed)).map(webhookDeliveryOf);
    },
  };
}

function outcomeUpdate(outcome: DeliveryOutcome): mongo.UpdateFilter<WebhookDeliveryDocument> {
  const { state } = outcome;
  const next =
    outcome.state === 'failed' ? { due_at: toDate(outcome.nextAttemptAt) } : { ...finished };
  return {
    $set: { state, ...next, tried_at: toDate(outcome.attempt.at) },
    $inc: { tries: 1 },
    $push: {
      attempts: { $each: [webhookAttemptDocument(outcome.attempt)], $slice: -keptAttempts },
    },
  };
}
