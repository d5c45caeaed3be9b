import { decodeBson, encodeBson } from '../bson/bson-codec.js';
import { equalBson } from '../bson/compare-bson.js';
import { MongoError } from '../errors/mongo-error.js';
import type { BsonObject } from '../bson/bson-object.js';
import type { Collection } from '../engine/catalog.js';
import { insertDocument, replaceDocument, type NewDocument } from '../engine/collection-writer.js';
import type { StoredDocument } from '../engine/document-cache.js';
import type { Engine } from '../engine/engine.js';
import { beginSearch, findFirst, type Query } from '../engine/find-documents.js';
import { makeMatcher } from '../query/make-matcher.js';
import type { FilterTree } from '../query/filter-tree.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseUpdate, type Update } from '../update/parse-update.js';
import { upsertedDocument } from '../update/upsert.js';
import type { Reply } from '../wire/encode-reply.js';
import { checkFields } from './check-fields.js';
import type { Command, Context, FieldRule, Request } from './command.js';
import { checkId } from './insert.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { optionsOf } from './command-options.js';
import { collectionName, ensureCollection, findCollection } from './named-collection.js';
import { checkWritable, errorsIn, runStatements } from './run-statements.js';

const STATEMENT_FIELDS: Readonly<Record<string, FieldRule>> = {
  q: 'used',
  u: 'used',
  multi: 'used',
  upsert: 'used',
  hint: 'used',
  c: 'refused',
  collation: 'refused',
  arrayFilters: 'refused',
};

async function update(request: Request, context: Context): Promise<Reply> {
  const { engine } = context;
  const ordered = optionsOf(request.body, 'update').flag('ordered', true);
  checkWritable(request.db, collectionName(request));
  const statements = request.documents('updates').map(readStatement);
  return engine.writes.submit(() => {
    const counts = { n: 0, nModified: 0 };
    const upserted: BsonObject[] = [];
    const errors = runStatements(statements, ordered, (statement, index) => {
      const done = runStatement(statement, request, context);
      counts.n += done.matched;
      counts.nModified += done.modified;
      if (done.upsertedId !== undefined) upserted.push({ index, _id: done.upsertedId });
    });
    const { n, nModified } = counts;
    return { n, ...(upserted.length > 0 ? { upserted } : {}), nModified, ...errorsIn(errors) };
  });
}

function readStatement(bytes: Buffer): BsonObject {
  const statement = decodeBson(bytes);
  checkFields(statement, { owner: 'update.updates', rules: STATEMENT_FIELDS });
  return statement;
}

type Done = { readonly matched: number; readonly modified: number; readonly upsertedId?: unknown };

function runStatement(statement: BsonObject, request: Request, context: Context): Done {
  const options = optionsOf(statement, 'update.updates');
  const filter = parseFilter(options.document('q'));
  const change = parseUpdate(statement.u);
  const multi = options.flag('multi', false);
  if (multi && change.isReplacement) {
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  }
  const collection = findCollection(request, context);
  const hint = collection && hintedIndex(collection, hintOf(statement.hint));
  const query = {
    filter,
    matches: makeMatcher(filter),
    sort: [],
    skip: 0,
    limit: multi ? 0 : 1,
    hint,
  };
  const done =
    collection === undefined
      ? NOTHING
      : updateMatching(context.engine, collection, { query, change });
  if (done.matched > 0 || !options.flag('upsert', false)) return done;
  const { _id: upsertedId } = insertUpserted(context.engine, ensureCollection(request, context), {
    filter,
    change,
  });
  return { matched: 1, modified: 0, upsertedId };
}

const NOTHING: Done = { matched: 0, modified: 0 };

type Change = { readonly query: Query; readonly change: Update };

function updateMatching(engine: Engine, collection: Collection, { query, change }: Change): Done {
  const found =
    query.limit === 1
      ? firstOf(engine, collection, query)
      : [...beginSearch(engine, collection, query).documents()];
  let modified = 0;
  for (const stored of found) {
    if (updateDocument(engine, collection, { stored, change }) !== stored) modified += 1;
  }
  return { matched: found.length, modified };
}

function firstOf(engine: Engine, collection: Collection, query: Query): readonly StoredDocument[] {
  const stored = findFirst(engine, collection, query);
  return stored === undefined ? [] : [stored];
}

type OneChange = { readonly stored: StoredDocument; readonly change: Update };

/** Updates one document; gives it back as it was when the update changes nothing. */
export function updateDocument(
  engine: Engine,
  collection: Collection,
  { stored, change }: OneChange,
): StoredDocument | NewDocument {
  const document = change.apply(stored.document, false);
  if (document._id !== stored.document._id && !equalBson(document._id, stored.document._id)) {
    throw new MongoError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  const bytes = encodeBson(document);
  if (bytes.equals(stored.bytes)) return stored;
  const next = { document, bytes };
  replaceDocument(engine, collection, { stored, next });
  return next;
}

type Upsert = { readonly filter: FilterTree; readonly change: Update };

/** Inserts what an upsert makes when nothing matched. */
export function insertUpserted(
  engine: Engine,
  collection: Collection,
  { filter, change }: Upsert,
): BsonObject {
  const document = upsertedDocument(filter, change);
  checkId(document._id);
  insertDocument(engine, collection, { document, bytes: encodeBson(document) });
  return document;
}

/** `update`. */
export const UPDATE: Command = {
  fields: {
    updates: 'used',
    ordered: 'used',
    bypassDocumentValidation: 'ignored',
    let: 'refused',
  },
  run: update,
};
