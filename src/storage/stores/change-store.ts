import type { mongo } from 'mongoose';
import type { ChangeStore } from '../../application/ports/change-store.js';
import type { ChangeRowWrite } from '../../domain/user-product/change.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { changeDocument, changeOf } from '../mappers/change.mapper.js';
import { toDate, nullable, objectIdOf, changeDocumentsDocument } from '../mappers/values.mapper.js';
import type { ChangeDocument } from '../schemas/change.schema.js';
import { insertAbsent } from './duplicate-key.js';

type Close = Extract<ChangeRowWrite, { write: 'close' }>;

/** What was asked, decided and came of it. */
export function makeChangeStore({ models, reading, writing, limits }: Database): ChangeStore {
  const collection = driverCollection<ChangeDocument>(models.changes);

  return {
    // All that opens, then all that closes in its order: two commands at most, and the same outcome as one after the
    // other, because a row is never opened again after it was closed.
    write: async (organisationId, rows) => {
      const opened = rows.flatMap((row) =>
        row.write === 'open' ? [changeDocument(organisationId, row.change)] : [],
      );
      const closes = rows.flatMap((row) =>
        row.write === 'close' ? [{ updateOne: closeOf(organisationId, row) }] : [],
      );
      await writing(() => insertAbsent(collection, opened));
      if (closes.length > 0) await writing(() => collection.bulkWrite(closes, { ordered: true }));
    },

    find: async (organisationId, id) => {
      const filter = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
      const document = await reading(() => collection.findOne(filter));
      return document === null ? null : changeOf(document);
    },

    listByAccount: async (organisationId, accountId) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: objectIdOf(accountId),
      };
      const oldestFirst = { requested_at: 1, _id: 1 } as const;
      const documents = await reading(() =>
        collection.find(filter, { maxTimeMS: limits.replyMs }).sort(oldestFirst).toArray(),
      );
      return documents.map(changeOf);
    },
  };
}

/** Filtered by the open state, so that nobody who comes late closes it again. */
function closeOf(
  organisationId: OrganisationId,
  { changeId, state, closedAt, effectiveAt, successorId, documents, eventIds }: Close,
): {
  filter: mongo.Filter<ChangeDocument>;
  update: mongo.UpdateFilter<ChangeDocument>;
} {
  const filter = {
    _id: objectIdOf(changeId),
    organisation_id: objectIdOf(organisationId),
    state: 'created' as const,
  };
  const closed = {
    state,
    closed_at: toDate(closedAt),
    ...(effectiveAt === null ? {} : { effective_at: toDate(effectiveAt) }),
    successor_id: nullable(successorId, objectIdOf),
    ...(documents ? { documents: changeDocumentsDocument(documents) } : {}),
  };
  const events = { event_ids: { $each: eventIds.map(objectIdOf) } };
  return { filter, update: { $set: closed, $push: events } };
}
