import type { mongo } from 'mongoose';
import type { PageAccessStore, PageSession } from '../../application/ports/page-access-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import {
  pageLinkDocument,
  pageLinkOf,
  pageOwnerDocument,
  pageSessionDocument,
  pageSessionOf,
  pageVisitDocument,
} from '../mappers/page-access.mapper.js';
import { nullable, objectIdOf, toDate } from '../mappers/values.mapper.js';
import type { PageLinkDocument } from '../schemas/page-link.schema.js';
import type { PageSessionDocument } from '../schemas/page-session.schema.js';

type Links = Pick<PageAccessStore, 'insertLink' | 'findLink' | 'useLink' | 'removeLink'>;
type Sweep = Pick<PageAccessStore, 'removeOver'>;
type Sessions = Omit<PageAccessStore, keyof Links | keyof Sweep>;

/** Links and sessions of pages, by the hashes of their secrets. */
export function makePageAccessStore(database: Database): PageAccessStore {
  return {
    ...makePageLinks(database),
    ...makePageSessions(database),
    ...makePageAccessSweep(database),
  };
}

function makePageLinks({ models, reading, writing }: Database): Links {
  const links = driverCollection<PageLinkDocument>(models.pageLinks);
  const sessions = driverCollection<PageSessionDocument>(models.pageSessions);

  return {
    // Filtered by its owner: the id of another organisation's is a duplicate key, and not taken over.
    insertLink: async (link) => {
      const document = pageLinkDocument(link);
      const { _id, organisation_id } = document;
      const options = { upsert: true };
      await writing(() => links.replaceOne({ _id, organisation_id }, document, options));
    },

    findLink: async (tokenHash) => {
      const document = await reading(() => links.findOne({ token_hash: tokenHash }));
      return document === null ? null : pageLinkOf(document);
    },

    // Within the one document, so that of many who come at once one gets in.
    useLink: async (tokenHash, now) => {
      const used_at = toDate(now);
      const filter = { token_hash: tokenHash, used_at: null, ends_at: { $gt: used_at } };
      const document = await writing(() =>
        links.findOneAndUpdate(filter, { $set: { used_at } }, { returnDocument: 'before' }),
      );
      return document === null ? null : pageLinkOf(document);
    },

    // The link first: nobody gets in by it while its sessions go.
    removeLink: async (organisationId, id) => {
      const own = { organisation_id: objectIdOf(organisationId) };
      const link_id = objectIdOf(id);
      const { deletedCount } = await writing(() => links.deleteOne({ _id: link_id, ...own }));
      const ended = await writing(() => sessions.deleteMany({ link_id, ...own }));
      return deletedCount + ended.deletedCount > 0;
    },
  };
}

function makePageSessions({ models, reading, writing }: Database): Sessions {
  const sessions = driverCollection<PageSessionDocument>(models.pageSessions);

  return {
    insertSession: async (session) => {
      await writing(() => sessions.insertOne(pageSessionDocument(session)));
    },

    findSession: async (tokenHash) => {
      const document = await reading(() => sessions.findOne({ _id: tokenHash }));
      return document === null ? null : pageSessionOf(document);
    },

    updateSession: async (tokenHash, change) => {
      const fields = changedFields(change);
      if (Object.keys(fields).length === 0) return;
      await writing(() => sessions.updateOne({ _id: tokenHash }, { $set: fields }));
    },

    removeSession: async (tokenHash) => {
      await writing(() => sessions.deleteOne({ _id: tokenHash }));
    },

    removeSessionsOf: async (owner) => {
      await writing(() => sessions.deleteMany(pageOwnerDocument(owner)));
    },
  };
}

function changedFields(
  change: Partial<Pick<PageSession, 'seenAt' | 'provedAt' | 'locale' | 'visit'>>,
): Partial<PageSessionDocument> {
  const { seenAt, provedAt, locale, visit } = change;
  return {
    ...(seenAt === undefined ? {} : { seen_at: toDate(seenAt) }),
    ...(provedAt === undefined ? {} : { proved_at: toDate(provedAt) }),
    ...(locale === undefined ? {} : { locale }),
    ...(visit === undefined ? {} : { visit: nullable(visit, pageVisitDocument) }),
  };
}

function makePageAccessSweep(database: Database): Sweep {
  const { models } = database;
  const links = driverCollection<PageLinkDocument>(models.pageLinks);
  const sessions = driverCollection<PageSessionDocument>(models.pageSessions);

  return {
    removeOver: async ({ now, idleSince, most }) => {
      const over = { ends_at: { $lte: toDate(now) } };
      let removed = await removeSome(database, { collection: links, filter: over, most });
      for (const filter of [
        over,
        { kind: 'portal', seen_at: { $lt: toDate(idleSince.portal) } } as const,
        { kind: 'console', seen_at: { $lt: toDate(idleSince.console) } } as const,
      ]) {
        const left = most - removed;
        removed += await removeSome(database, { collection: sessions, filter, most: left });
      }
      return removed;
    },
  };
}

type Removing<Document extends mongo.Document> = {
  readonly collection: mongo.Collection<Document>;
  readonly filter: mongo.Filter<Document>;
  readonly most: number;
};

/** So many at most of those that match; one that was used meanwhile stays. */
async function removeSome<Document extends mongo.Document>(
  { reading, writing, limits }: Database,
  { collection, filter, most }: Removing<Document>,
): Promise<number> {
  if (most <= 0) return 0;
  const page = { projection: { _id: 1 }, limit: most, batchSize: most, maxTimeMS: limits.replyMs };
  const found = await reading(() => collection.find(filter, page).toArray());
  if (found.length === 0) return 0;
  const own = { $and: [filter, { _id: { $in: found.map((it) => it._id as unknown) } }] };
  const { deletedCount } = await writing(() =>
    collection.deleteMany(own as mongo.Filter<Document>),
  );
  return deletedCount;
}
