import { ObjectId } from 'bson';
import type { BsonObject } from '../bson/bson-object.js';
import { equalBson } from '../bson/compare-bson.js';
import { MongoError } from '../errors/mongo-error.js';
import { conjunctsOf, type FilterTree } from '../query/filter-tree.js';
import { makeDraft, setAt, valueAt } from './draft.js';
import type { Update } from './parse-update.js';

/** The document an upsert inserts: the filter's equalities, then the update, and an id of its own if need be. */
export function upsertedDocument(filter: FilterTree, update: Update): BsonObject {
  const seed = update.isReplacement ? idOf(filter) : equalitiesOf(filter);
  const { _id: id = new ObjectId(), ...fields } = update.apply(seed, true);
  if ('_id' in seed && !equalBson(seed._id, id)) {
    throw new MongoError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return { _id: id, ...fields };
}

function idOf(filter: FilterTree): BsonObject {
  const { _id: id } = equalitiesOf(filter);
  return id === undefined ? {} : { _id: id };
}

function equalitiesOf(filter: FilterTree): BsonObject {
  const draft = makeDraft({});
  for (const condition of conjunctsOf(filter)) {
    const equality = equalityOf(condition);
    if (equality === undefined) continue;
    const { path, value } = equality;
    if (valueAt(draft, path) !== undefined) {
      throw new MongoError(
        54,
        `cannot infer query fields to set, path '${path.text}' is matched twice`,
      );
    }
    setAt(draft, path, value);
  }
  return draft.root;
}

function equalityOf(condition: FilterTree): Extract<FilterTree, { kind: 'compare' }> | undefined {
  if (condition.kind === 'compare' && condition.operator === '$eq') return condition;
  const isSingleOr = condition.kind === 'or' && condition.children.length === 1;
  const [only] = isSingleOr ? condition.children : [];
  return only === undefined ? undefined : equalityOf(only);
}
