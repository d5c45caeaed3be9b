import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { beginSearch, type Search } from '../engine/find-documents.js';
import type { Pass } from '../engine/plan.js';
import { notImplemented } from '../errors/mongo-error.js';
import type { Reply } from '../wire/encode-reply.js';
import { checkCommandFields, withGenericFields } from './check-fields.js';
import type { Command, Context, Request } from './command.js';
import { FIND, readQuery } from './find.js';
import { collectionName, findCollection } from './named-collection.js';

/** Shows how a find is done, by doing it: which index, and how many keys and documents it read. */
function explain(request: Request, context: Context): Reply {
  const { explain: command } = request.body;
  if (!isBsonObject(command) || !('find' in command))
    throw notImplemented('explain of anything but find');
  checkCommandFields('find', command, withGenericFields('find', FIND.fields));
  const inner = { ...request, name: 'find', body: command };
  const collection = findCollection(inner, context);
  const namespace = `${request.db}.${collectionName(inner)}`;
  if (collection === undefined) {
    return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' } }, executionStats: NOTHING };
  }
  const search = beginSearch(context.engine, collection, readQuery(inner, collection));
  const documents = search.documents();
  while (documents.next().done !== true) continue;
  return {
    queryPlanner: { namespace, winningPlan: describePlan(search) },
    executionStats: {
      executionSuccess: true,
      nReturned: search.counts.returned,
      totalKeysExamined: readsIndex(search) ? search.progress.keysExamined : 0,
      totalDocsExamined: search.counts.documentsExamined,
    },
  };
}

const NOTHING = {
  executionSuccess: true,
  nReturned: 0,
  totalKeysExamined: 0,
  totalDocsExamined: 0,
};

function readsIndex({ plan }: Search): boolean {
  return plan.passes.some((pass) => stageOf(pass) !== 'COLLSCAN');
}

function describePlan({ plan }: Search): BsonObject {
  const passes = plan.passes.map(describePass);
  const [only] = passes;
  const found =
    passes.length === 1 && only !== undefined ? only : { stage: 'OR', inputStages: passes };
  const fetched = found.stage === 'COLLSCAN' ? found : { stage: 'FETCH', inputStage: found };
  return plan.isSorted ? fetched : { stage: 'SORT', inputStage: fetched };
}

function describePass(pass: Pass): BsonObject {
  const { access, segments, reverse, merges } = pass;
  const direction = reverse ? 'backward' : 'forward';
  const stage = stageOf(pass);
  if (stage === 'COLLSCAN') return { stage, direction };
  return {
    stage: merges ? 'SORT_MERGE' : stage,
    indexName: access.name,
    keyPattern: access.key,
    direction,
    ranges: segments.length,
  };
}

function stageOf({ access, segments }: Pass): string {
  const readsAll =
    access.isPrimary && segments.length === 1 && segments[0]?.low.length === WHOLE_COLLECTION_BYTES;
  return readsAll ? 'COLLSCAN' : 'IXSCAN';
}

/** A segment that begins with a collection's number alone is the whole collection. */
const WHOLE_COLLECTION_BYTES = 4;

/** `explain`, of a find. */
export const EXPLAIN: Command = {
  fields: { verbosity: 'ignored' },
  run: explain,
};
