import type { mongo } from 'mongoose';
import type {
  BillingDocumentStore,
  DocumentFilter,
  DocumentOrder,
  NumberedDocument,
} from '../../application/ports/billing-document-store.js';
import { itemsBefore } from '../../application/ports/page.js';
import type { DocumentId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { billingDocumentDocument, numberedDocumentOf } from '../mappers/billing-document.mapper.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { BillingDocumentDocument } from '../schemas/billing-document.schema.js';
import { isDuplicateKey, writeErrorsOf } from './duplicate-key.js';

const partSize = 500;

type Documents = mongo.Collection<BillingDocumentDocument>;

/** The two series of an organisation: their unique index keeps them without gaps, and `_id` each document in them once. */
export function makeBillingDocumentStore(database: Database): BillingDocumentStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<BillingDocumentDocument>(models.billingDocuments);
  const maxTimeMS = limits.replyMs;

  return {
    lastSequence: async (organisationId, type) => {
      const last = { sort: { sequence: -1 }, projection: { _id: 0, sequence: 1 } } as const;
      const filter = { organisation_id: objectIdOf(organisationId), type };
      const found = await reading(() => collection.findOne(filter, last));
      return found?.sequence ?? 0;
    },

    append: async (organisationId, { after, documents }) => {
      const given = documents.map((document, index) =>
        billingDocumentDocument(organisationId, { ...document, sequence: after + 1 + index }),
      );
      const written = await writing(() => insertUntilDuplicate(collection, given));
      const rest = given.slice(written);
      if (rest.length === 0) return { written, known: new Map() };
      return { written, known: await reading(() => placesOf(collection, organisationId, rest)) };
    },

    findMany: async (organisationId, ids) => {
      if (ids.length === 0) return [];
      const wanted = { $in: ids.map(objectIdOf) };
      const filter = { _id: wanted, organisation_id: objectIdOf(organisationId) };
      const page = { batchSize: ids.length + 1, maxTimeMS };
      const found = await reading(() => collection.find(filter, page).toArray());
      return found.map(numberedDocumentOf);
    },

    list: async (organisationId, wanted, query) => {
      const filter = { organisation_id: objectIdOf(organisationId), ...filterOf(wanted) };
      const totalItems = await reading(() => collection.countDocuments(filter, { maxTimeMS }));
      const { order, limit } = query;
      const skip = itemsBefore(query);
      // To a server a limit of 0 is none.
      if (limit === 0 || skip >= totalItems) return { items: [], totalItems };
      const page = { sort: sortOf(order), skip, limit, batchSize: limit, maxTimeMS };
      const found = await reading(() => collection.find(filter, page).toArray());
      return { items: found.map(numberedDocumentOf), totalItems };
    },

    ofUserProducts: (organisationId, ids) =>
      partsOf(database, { organisation_id: objectIdOf(organisationId), ...namingOneOf(ids) }),

    series: async (organisationId, { type, after, limit }) => {
      const place = { type, sequence: { $gt: after } };
      const filter = { organisation_id: objectIdOf(organisationId), ...place };
      const page = { sort: { sequence: 1 }, limit, batchSize: limit, maxTimeMS } as const;
      const found = await reading(() => collection.find(filter, page).toArray());
      return found.map(numberedDocumentOf);
    },
  };
}

/** By the index, which leads to the whole subscription where one is its first; so each is held against its positions. */
function namingOneOf(ids: readonly UserProductId[]): mongo.Filter<BillingDocumentDocument> {
  const wanted = { $in: ids.map(objectIdOf) };
  return { concerns: wanted, 'positions.user_product_id': wanted };
}

/** What is found, a batch of the server at a time. */
async function* partsOf(
  { models, reading, limits }: Database,
  filter: mongo.Filter<BillingDocumentDocument>,
): AsyncGenerator<readonly NumberedDocument[]> {
  const collection = driverCollection<BillingDocumentDocument>(models.billingDocuments);
  const cursor = collection.find(filter, { batchSize: partSize, maxTimeMS: limits.replyMs });
  try {
    while (await reading(() => cursor.hasNext())) {
      yield cursor.readBufferedDocuments().map(numberedDocumentOf);
    }
  } finally {
    await cursor.close();
  }
}

/** The narrowest of what is asked leads to the documents by the index; each is held against its own field besides. */
function filterOf({
  accountId,
  subscriptionId,
  userProductId,
  type,
  sequence,
}: DocumentFilter): mongo.Filter<BillingDocumentDocument> {
  const concerned = userProductId ?? subscriptionId ?? accountId;
  return {
    ...(concerned === null ? {} : { concerns: objectIdOf(concerned) }),
    ...(accountId === null ? {} : { account_id: objectIdOf(accountId) }),
    ...(subscriptionId === null ? {} : { subscription_id: objectIdOf(subscriptionId) }),
    ...(userProductId === null ? {} : { 'positions.user_product_id': objectIdOf(userProductId) }),
    ...(type === null ? {} : { type }),
    ...(sequence === null ? {} : { sequence }),
  };
}

function sortOf({ by, direction }: DocumentOrder): Record<string, 1 | -1> {
  const way = direction === 'asc' ? 1 : -1;
  return by === 'number' ? { type: way, sequence: way } : { created_at: way, _id: way };
}

/** How many were inserted, in order, before the first duplicate of whichever key. */
async function insertUntilDuplicate(
  collection: Documents,
  documents: readonly BillingDocumentDocument[],
): Promise<number> {
  if (documents.length === 0) return 0;
  try {
    await collection.insertMany(documents, { ordered: true });
    return documents.length;
  } catch (error) {
    const [first] = writeErrorsOf(error);
    const refused = first === undefined ? undefined : documents[first.index];
    if (!isDuplicateKey(error) || first === undefined || refused === undefined) throw error;
    if (!(await isThere(collection, refused))) throw error;
    return first.index;
  }
}

/**
 * Whether its id or its place is taken in its organisation. If neither is, the id is another's, and trying again would
 * never end. What an insert has just met may not be on a majority yet: a majority read would miss it.
 */
async function isThere(
  collection: Documents,
  { _id, organisation_id, type, sequence }: BillingDocumentDocument,
): Promise<boolean> {
  const local = { projection: { _id: 1 }, readConcern: { level: 'local' } } as const;
  const found = await Promise.all([
    collection.findOne({ _id, organisation_id }, local),
    collection.findOne({ organisation_id, type, sequence }, local),
  ]);
  return found.some((it) => it !== null);
}

/**
 * The places of those of these that are there. Both keys may be taken at once, servers report the one they looked at
 * first, and the driver drops which one it was: so the collection is asked. Only what a majority has counts, because a
 * number goes into events and must not be taken back.
 */
async function placesOf(
  collection: Documents,
  organisationId: OrganisationId,
  documents: readonly BillingDocumentDocument[],
): Promise<ReadonlyMap<DocumentId, number>> {
  const filter = {
    _id: { $in: documents.map((it) => it._id) },
    organisation_id: objectIdOf(organisationId),
  };
  const page = { projection: { sequence: 1 }, batchSize: documents.length + 1 } as const;
  const found = await collection.find(filter, page).toArray();
  return new Map(found.map(({ _id, sequence }) => [idOf<DocumentId>(_id), sequence]));
}
