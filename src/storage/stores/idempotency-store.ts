import { mongo } from 'mongoose';
import type { IdempotencyStore, KeyRecord } from '../../application/ports/idempotency-store.js';
import { toId, type OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { assertReadable } from '../mappers/schema-version.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import {
  type IdempotencyRecordDocument,
  idempotencyRecordSchemaVersion,
} from '../schemas/idempotency-record.schema.js';
import { deleteInPages } from '../delete-in-pages.js';
import { isDuplicateKey } from './duplicate-key.js';

const claimTries = 5;

/** Keyed writes that are not on a user product: the unique index lets one of many begin. */
export function makeIdempotencyStore(database: Database): IdempotencyStore {
  const { models, reading, writing } = database;
  const collection = driverCollection<IdempotencyRecordDocument>(models.idempotencyRecords);

  const find = async (filter: KeyFilter): Promise<KeyRecord | null> => {
    const document = await reading(() => collection.findOne(filter));
    return document === null ? null : recordOf(document);
  };

  return {
    claim: async (organisationId, record, expiredBefore) => {
      const filter = filterOf(organisationId, record);
      for (let tries = 0; tries < claimTries; tries += 1) {
        if (await writing(() => insertNew(collection, filter, record))) return null;
        const found = await find(filter);
        if (found !== null && found.heldAt >= expiredBefore) return found;
        const expired = { ...filter, held_at: { $lt: new Date(expiredBefore) } };
        await writing(() => collection.deleteOne(expired));
      }
      throw new Error('an idempotency record comes and goes');
    },

    takeOver: async (organisationId, record, found) => {
      const held = { held_at: new Date(found.heldAt), status: null };
      const filter = { ...filterOf(organisationId, record), ...held, is_free: found.isFree };
      const $set = {
        held_at: new Date(record.heldAt),
        command_hash: record.commandHash,
        is_free: false,
      };
      const { matchedCount } = await writing(() => collection.updateOne(filter, { $set }));
      return matchedCount === 1;
    },

    keep: async (organisationId, record, { status, body }) => {
      const filter = { ...filterOf(organisationId, record), status: null };
      await writing(() => collection.updateOne(filter, { $set: { status, body } }));
    },

    release: async (organisationId, record) => {
      const held = { held_at: new Date(record.heldAt), status: null };
      const filter = { ...filterOf(organisationId, record), ...held };
      await writing(() => collection.updateOne(filter, { $set: { is_free: true } }));
    },

    deleteBefore: (organisationId, heldBefore) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        held_at: { $lt: new Date(heldBefore) },
      };
      return deleteInPages(database, collection, filter);
    },
  };
}

type KeyFilter = { readonly organisation_id: mongo.ObjectId; readonly key_hash: string };

function filterOf(organisationId: OrganisationId, { keyHash }: KeyRecord): KeyFilter {
  return { organisation_id: objectIdOf(organisationId), key_hash: keyHash };
}

async function insertNew(
  collection: mongo.Collection<IdempotencyRecordDocument>,
  filter: KeyFilter,
  record: KeyRecord,
): Promise<boolean> {
  const document = {
    _id: new mongo.ObjectId(),
    schema_version: idempotencyRecordSchemaVersion,
    ...filter,
    command_hash: record.commandHash,
    chosen_id: mongo.ObjectId.createFromHexString(record.chosenId),
    held_at: new Date(record.heldAt),
    is_free: false,
    status: null,
    body: null,
  };
  try {
    await collection.insertOne(document);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function recordOf(document: IdempotencyRecordDocument): KeyRecord {
  assertReadable(document, idempotencyRecordSchemaVersion);
  const { status, body } = document;
  return {
    keyHash: document.key_hash,
    commandHash: document.command_hash,
    chosenId: toId(document.chosen_id.toHexString()),
    heldAt: document.held_at.getTime(),
    isFree: document.is_free,
    answer: status === null || body === null ? null : { status, body },
  };
}
