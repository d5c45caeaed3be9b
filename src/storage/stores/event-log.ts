import type { mongo } from 'mongoose';
import type { EventLog, LogPage } from '../../application/ports/event-log.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { EventId, OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { eventDocument, loggedEventOf } from '../mappers/event.mapper.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { EventDocument } from '../schemas/event.schema.js';
import { isDuplicateKey, writeErrorsOf } from './duplicate-key.js';

/** The organisation's log: the two unique indexes keep its positions without gaps and each event in it once. */
export function makeEventLog({ models, reading, writing, limits }: Database): EventLog {
  const collection = driverCollection<EventDocument>(models.events);

  return {
    lastPosition: async (organisationId) => {
      const last = { sort: { position: -1 }, projection: { _id: 0, position: 1 } } as const;
      const filter = { organisation_id: objectIdOf(organisationId) };
      const found = await reading(() => collection.findOne(filter, last));
      return found?.position ?? 0;
    },

    append: async (organisationId, { after, events }) => {
      if (events.length === 0) return { written: 0, known: new Set() };
      const documents = events.map((event, index) => ({
        ...eventDocument({ position: after + 1 + index, event }),
        organisation_id: objectIdOf(organisationId),
      }));
      const written = await writing(() => insertUntilDuplicate(collection, documents));
      const rest = events.slice(written);
      if (rest.length === 0) return { written, known: new Set() };
      return { written, known: await reading(() => knownAmong(collection, organisationId, rest)) };
    },

    read: async (organisationId, wanted) => {
      const filter = pageFilter(organisationId, wanted);
      const { limit } = wanted;
      const order = { sort: { position: 1 }, maxTimeMS: limits.replyMs } as const;
      const page = { ...order, limit, batchSize: limit } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(loggedEventOf);
    },

    readBack: async (organisationId, { before, ...wanted }) => {
      const filter = pageFilter(organisationId, { ...wanted, upTo: before - 1 });
      const { limit } = wanted;
      const order = { sort: { position: -1 }, maxTimeMS: limits.replyMs } as const;
      const page = { ...order, limit, batchSize: limit } as const;
      const documents = await reading(() => collection.find(filter, page).toArray());
      return documents.map(loggedEventOf);
    },

    count: (organisationId, { after, upTo, types }) => {
      const range = pageFilter(organisationId, { after, upTo });
      const filter = types === null ? range : { ...range, type: { $in: [...types] } };
      return reading(() => collection.countDocuments(filter, { maxTimeMS: limits.replyMs }));
    },
  };
}

function pageFilter(
  organisationId: OrganisationId,
  { after, upTo, userProductId, type }: Omit<LogPage, 'limit'>,
): mongo.Filter<EventDocument> {
  return {
    organisation_id: objectIdOf(organisationId),
    position: { $gt: after, ...(upTo === undefined ? {} : { $lte: upTo }) },
    ...(userProductId === undefined ? {} : { user_product_id: objectIdOf(userProductId) }),
    ...(type === undefined ? {} : { type }),
  };
}

/** How many were inserted, in order, before the first duplicate of whichever key. */
async function insertUntilDuplicate(
  collection: mongo.Collection<EventDocument>,
  documents: readonly EventDocument[],
): Promise<number> {
  try {
    await collection.insertMany(documents, { ordered: true });
    return documents.length;
  } catch (error) {
    const [first] = writeErrorsOf(error);
    if (!isDuplicateKey(error) || first === undefined) throw error;
    return first.index;
  }
}

/**
 * Which of these are in the log already. Both keys may be taken at once, servers report the one they looked at first,
 * and the driver drops which one it was: so the log itself is asked.
 */
async function knownAmong(
  collection: mongo.Collection<EventDocument>,
  organisationId: OrganisationId,
  events: readonly DomainEvent[],
): Promise<ReadonlySet<EventId>> {
  const filter = {
    organisation_id: objectIdOf(organisationId),
    event_id: { $in: events.map((event) => objectIdOf(event.id)) },
  };
  const idsOnly = { projection: { _id: 0, event_id: 1 }, batchSize: events.length + 1 } as const;
  const ids = await collection.find(filter, idsOnly).toArray();
  return new Set(ids.map((it) => idOf<EventId>(it.event_id)));
}
