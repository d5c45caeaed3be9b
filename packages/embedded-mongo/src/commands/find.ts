import { encodeBson } from '../bson/bson-codec.js';
import type { Collection } from '../engine/catalog.js';
import type { Batch, ReadBatch } from '../engine/cursor-registry.js';
import type { StoredDocument } from '../engine/document-cache.js';
import type { Engine } from '../engine/engine.js';
import { beginSearch, findFirst, type Query, type Search } from '../engine/find-documents.js';
import { keyById } from '../engine/plan.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import { makeProjection, type Projection } from '../query/projection.js';
import { parseSort } from '../query/sort-order.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';
import { firstBatch, listReader } from './cursor-reply.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { optionsOf } from './command-options.js';
import { collectionName, findCollection } from './named-collection.js';

/** MongoDB's first batch when no size is asked for. */
const FIRST_BATCH = 101;
/** Documents for one reply; the message around them has room beside its limit. */
const MOST_BATCH_BYTES = 16 * 1024 * 1024;

/** The query of a find or of the explanation of one. */
export function readQuery({ body }: Request, collection: Collection | undefined): Query {
  const options = optionsOf(body, 'find');
  const filter = parseFilter(options.document('filter'));
  const hint = hintOf(body.hint);
  return {
    filter,
    matches: makeMatcher(filter),
    sort: parseSort(body.sort),
    skip: options.count('skip', 0),
    limit: options.count('limit', 0),
    hint: collection && hintedIndex(collection, hint),
  };
}

function find(request: Request, context: Context): Reply {
  const { body, db } = request;
  const options = optionsOf(body, 'find');
  const collection = findCollection(request, context);
  const query = readQuery(request, collection);
  const projection = makeProjection(body.projection ?? undefined);
  const wanted = {
    namespace: `${db}.${collectionName(request)}`,
    batchSize: options.count('batchSize', FIRST_BATCH),
    isSingle: options.flag('singleBatch', false),
  };
  if (collection === undefined) return firstBatch(context.engine, wanted, () => NO_DOCUMENTS);
  return firstBatch(
    context.engine,
    wanted,
    reader(context.engine, collection, { query, projection }),
  );
}

const NO_DOCUMENTS: Batch = { documents: [], isFinished: true };

type Reading = { readonly query: Query; readonly projection: Projection | undefined };

function reader(engine: Engine, collection: Collection, { query, projection }: Reading): ReadBatch {
  if (
    query.skip === 0 &&
    query.hint === undefined &&
    keyById(collection, query.filter) !== undefined
  ) {
    const stored = findFirst(engine, collection, query);
    const documents = stored === undefined ? [] : [projected(stored, projection)];
    return listReader(documents);
  }
  const search = beginSearch(engine, collection, query);
  const held: { next?: Buffer } = {};
  const encode = (stored: StoredDocument): Buffer => projected(stored, projection);
  return (mostDocuments) => readBatch(search, { mostDocuments, encode, held });
}

function projected(
  { bytes, document }: StoredDocument,
  projection: Projection | undefined,
): Buffer {
  return projection === undefined ? bytes : encodeBson(projection(document));
}

type Filling = {
  readonly mostDocuments: number;
  readonly encode: (stored: StoredDocument) => Buffer;
  /** A document that no longer fitted into the batch before. */
  readonly held: { next?: Buffer };
};

function readBatch(search: Search, { mostDocuments, encode, held }: Filling): Batch {
  const documents: Buffer[] = [];
  let bytes = 0;
  const add = (document: Buffer): void => {
    documents.push(document);
    bytes += document.length;
  };
  if (mostDocuments === 0) return { documents, isFinished: false };
  if (held.next !== undefined) add(held.next);
  delete held.next;
  if (documents.length < mostDocuments) {
    for (const stored of search.documents()) {
      const document = encode(stored);
      if (documents.length > 0 && bytes + document.length > MOST_BATCH_BYTES) {
        held.next = document;
        break;
      }
      add(document);
      if (documents.length >= mostDocuments) break;
    }
  }
  return { documents, isFinished: search.isFinished() && held.next === undefined };
}

/** `find`. */
export const FIND: Command = {
  fields: {
    filter: 'used',
    sort: 'used',
    projection: 'used',
    hint: 'used',
    skip: 'used',
    limit: 'used',
    batchSize: 'used',
    singleBatch: 'used',
    allowDiskUse: 'ignored',
    allowPartialResults: 'ignored',
    noCursorTimeout: 'refused',
    tailable: 'refused',
    awaitData: 'refused',
    oplogReplay: 'refused',
    max: 'refused',
    min: 'refused',
    returnKey: 'refused',
    showRecordId: 'refused',
    collation: 'refused',
    let: 'refused',
  },
  run: find,
};
