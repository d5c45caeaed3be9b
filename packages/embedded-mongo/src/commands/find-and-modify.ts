import { encodeBson } from '../bson/bson-codec.js';
import type { BsonObject } from '../bson/bson-object.js';
import { removeDocument, type NewDocument } from '../engine/collection-writer.js';
import { findFirst } from '../engine/find-documents.js';
import { MongoError } from '../errors/mongo-error.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import { makeProjection, type Projection } from '../query/projection.js';
import { parseSort } from '../query/sort-order.js';
import { parseUpdate, type Update } from '../update/parse-update.js';
import { RawDocument, type Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { optionsOf } from './command-options.js';
import { collectionName, ensureCollection, findCollection } from './named-collection.js';
import { insertUpserted, updateDocument } from './update.js';
import { checkWritable } from './run-statements.js';

type Asked = {
  readonly filter: ReturnType<typeof parseFilter>;
  readonly change: Update | undefined;
  readonly returnsNew: boolean;
  readonly upserts: boolean;
  readonly projection: Projection | undefined;
};

async function findAndModify(request: Request, context: Context): Promise<Reply> {
  checkWritable(request.db, collectionName(request));
  const asked = read(request.body);
  return context.engine.writes.submit(() => modify(request, context, asked));
}

function read(body: BsonObject): Asked {
  const options = optionsOf(body, 'findAndModify');
  const removes = options.flag('remove', false);
  const returnsNew = options.flag('new', false);
  const upserts = options.flag('upsert', false);
  if (removes && body.update !== undefined) {
    throw new MongoError(9, "Cannot specify both an 'update' and 'remove'=true");
  }
  if (removes && (returnsNew || upserts)) {
    throw new MongoError(9, "Cannot specify 'upsert' or 'new' with 'remove'=true");
  }
  if (!removes && body.update === undefined) {
    throw new MongoError(9, "Either an 'update' or 'remove'=true must be specified");
  }
  return {
    filter: parseFilter(options.document('query')),
    change: removes ? undefined : parseUpdate(body.update),
    returnsNew,
    upserts,
    projection: makeProjection(body.fields ?? undefined),
  };
}

function modify(request: Request, context: Context, asked: Asked): Reply {
  const { engine } = context;
  const { filter, change } = asked;
  const collection = findCollection(request, context);
  const stored =
    collection &&
    findFirst(engine, collection, {
      filter,
      matches: makeMatcher(filter),
      sort: parseSort(request.body.sort),
      skip: 0,
      limit: 1,
      hint: hintedIndex(collection, hintOf(request.body.hint)),
    });
  if (collection === undefined || stored === undefined) return missed(request, context, asked);
  if (change === undefined) {
    removeDocument(engine, collection, stored);
    return { lastErrorObject: { n: 1 }, value: shown(stored, asked) };
  }
  const next = updateDocument(engine, collection, { stored, change });
  return {
    lastErrorObject: { n: 1, updatedExisting: true },
    value: shown(asked.returnsNew ? next : stored, asked),
  };
}

function missed(request: Request, context: Context, asked: Asked): Reply {
  const { filter, change, upserts, returnsNew } = asked;
  if (change === undefined) return { lastErrorObject: { n: 0 }, value: null };
  if (!upserts) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const document = insertUpserted(context.engine, ensureCollection(request, context), {
    filter,
    change,
  });
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: document._id },
    value: returnsNew ? shown({ document, bytes: encodeBson(document) }, asked) : null,
  };
}

function shown({ document, bytes }: NewDocument, { projection }: Asked): RawDocument {
  return new RawDocument(projection === undefined ? bytes : encodeBson(projection(document)));
}

/** `findAndModify`, as the drivers' findOneAndUpdate, -Replace and -Delete send it. */
export const FIND_AND_MODIFY: Command = {
  fields: {
    query: 'used',
    sort: 'used',
    remove: 'used',
    update: 'used',
    new: 'used',
    fields: 'used',
    upsert: 'used',
    hint: 'used',
    bypassDocumentValidation: 'ignored',
    arrayFilters: 'refused',
    collation: 'refused',
    let: 'refused',
  },
  run: findAndModify,
};
