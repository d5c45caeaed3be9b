import type { AuditStore } from '../../application/ports/audit-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import {
  auditEntryDocument,
  auditEntryOf,
  auditFactsText,
  auditIdsDocument,
  scopeDocument,
} from '../mappers/audit-entry.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { AuditEntryDocument } from '../schemas/audit-entry.schema.js';

/** What operators did: written, closed once, read by page. */
export function makeAuditStore(database: Database): AuditStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<AuditEntryDocument>(models.auditEntries);

  return {
    insert: async (organisationId, entry) => {
      const document = auditEntryDocument({ ...entry, organisationId });
      await writing(() => collection.insertOne(document));
    },

    close: async (organisationId, entry, { state, ids, after }) => {
      const filter = {
        _id: objectIdOf(entry.id),
        organisation_id: scopeDocument(organisationId),
        state: 'asked',
      } as const;
      const known = auditIdsDocument({ ...entry.ids, ...ids });
      const closed = { state, ids: known, after: auditFactsText(after) };
      await writing(() => collection.updateOne(filter, { $set: closed }));
    },

    list: async (organisationId, { before, limit, action, who }) => {
      const filter = {
        organisation_id: scopeDocument(organisationId),
        ...(action === undefined ? {} : { action }),
        ...(who === undefined ? {} : { who }),
        ...(before === null ? {} : { _id: { $lt: objectIdOf(before) } }),
      };
      const page = { limit, batchSize: limit, maxTimeMS: limits.replyMs } as const;
      const documents = await reading(() =>
        collection.find(filter, { ...page, sort: { _id: -1 } }).toArray(),
      );
      return documents.map(auditEntryOf);
    },
  };
}
