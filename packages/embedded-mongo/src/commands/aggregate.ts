import { encodeBson } from '../bson/bson-codec.js';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { runStages } from '../aggregation/run-stages.js';
import { splitPipeline, type Lead } from '../aggregation/split-pipeline.js';
import { beginSearch, type Query } from '../engine/find-documents.js';
import type { Collection } from '../engine/catalog.js';
import type { Engine } from '../engine/engine.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { makeMatcher } from '../query/make-matcher.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';
import { countMatching } from './count-and-distinct.js';
import { firstBatch, listReader } from './cursor-reply.js';
import { wantedCursor } from './collections.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { collectionName, findCollection } from './named-collection.js';

function aggregate(request: Request, context: Context): Reply {
  const { body } = request;
  const stages = readStages(body.pipeline);
  const { lead, rest } = splitPipeline(stages);
  if (typeof body.aggregate !== 'string') throw notImplemented('aggregate without a collection');
  if (!isBsonObject(body.cursor)) {
    throw new MongoError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const wanted = wantedCursor(request, collectionName(request));
  const collection = findCollection(request, context);
  const results = runPipeline(context.engine, collection, { lead, rest, hint: body.hint });
  return firstBatch(context.engine, wanted, listReader(results.map(encodeBson)));
}

function readStages(pipeline: unknown): readonly BsonObject[] {
  if (!Array.isArray(pipeline))
    throw new MongoError(14, "'pipeline' option must be specified as an array");
  return pipeline.map((stage: unknown) => {
    if (!isBsonObject(stage))
      throw new MongoError(14, "Each element of the 'pipeline' array must be an object");
    if (Object.keys(stage).length !== 1) {
      throw new MongoError(
        40323,
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    return stage;
  });
}

type Pipeline = {
  readonly lead: Lead;
  readonly rest: readonly BsonObject[];
  readonly hint: unknown;
};

function runPipeline(
  engine: Engine,
  collection: Collection | undefined,
  { lead, rest, hint }: Pipeline,
): readonly BsonObject[] {
  if (collection === undefined) return runStages([], rest);
  const query: Query = {
    filter: lead.filter,
    matches: makeMatcher(lead.filter),
    sort: lead.sort,
    skip: lead.skip,
    limit: lead.limit,
    hint: hintedIndex(collection, hintOf(hint)),
  };
  const counted = countedField(rest);
  if (counted !== undefined) {
    const n = countMatching(engine, collection, query);
    return n === 0 ? [] : [counted(n)];
  }
  const documents = Array.from(
    beginSearch(engine, collection, query).documents(),
    ({ document }) => document,
  );
  return runStages(documents, rest);
}

// What countDocuments sends: the number is enough, no document has to be kept.
function countedField(rest: readonly BsonObject[]): ((n: number) => BsonObject) | undefined {
  const [stage] = rest;
  if (rest.length !== 1 || !isBsonObject(stage?.$group)) return undefined;
  const { _id: id, n, ...others } = stage.$group;
  const countsOnes = isBsonObject(n) && n.$sum === 1 && Object.keys(n).length === 1;
  const isConstant = id === null || typeof id === 'number';
  if (!countsOnes || !isConstant || Object.keys(others).length > 0) return undefined;
  return (count) => ({ _id: id, n: count });
}

/** `aggregate`. */
export const AGGREGATE: Command = {
  fields: {
    pipeline: 'used',
    cursor: 'used',
    hint: 'used',
    allowDiskUse: 'ignored',
    bypassDocumentValidation: 'ignored',
    explain: 'refused',
    collation: 'refused',
    let: 'refused',
  },
  run: aggregate,
};
