import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError } from '../errors/mongo-error.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import { makeProjection } from '../query/projection.js';
import { parseSort, sortKeyOf } from '../query/sort-order.js';
import { group } from './group.js';
import { positiveLimit, wholeNumber } from './stage-number.js';

type Documents = readonly BsonObject[];
type Stage = (documents: Documents, specification: unknown) => Documents;

const STAGES: Readonly<Record<string, Stage>> = {
  $match: (documents, filter) =>
    documents.filter(makeMatcher(parseFilter(objectOf('$match', filter)))),
  $sort: sort,
  $skip: (documents, count) => documents.slice(wholeNumber('$skip', count)),
  $limit: (documents, count) => documents.slice(0, positiveLimit(count)),
  $count: (documents, name) =>
    documents.length === 0 ? [] : [{ [fieldName(name)]: documents.length }],
  $project: project,
  $group: (documents, specification) => group(documents, objectOf('$group', specification)),
};

/** Runs the stages that no index can help with, one after another. */
export function runStages(documents: Documents, stages: readonly BsonObject[]): Documents {
  return stages.reduce<Documents>((current, stage) => {
    const [entry] = Object.entries(stage);
    const [name, specification] = entry ?? [''];
    return STAGES[name]?.(current, specification) ?? current;
  }, documents);
}

function objectOf(stage: string, specification: unknown): BsonObject {
  if (!isBsonObject(specification))
    throw new MongoError(15947, `a ${stage}'s fields must be specified in an object`);
  return specification;
}

function fieldName(name: unknown): string {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.')) {
    throw new MongoError(40156, 'the count field must be a non-empty string without $ and dots');
  }
  return name;
}

function sort(documents: Documents, specification: unknown): Documents {
  const fields = parseSort(objectOf('$sort', specification));
  if (fields.length === 0)
    throw new MongoError(15976, '$sort stage must have at least one sort key');
  return documents
    .map((document) => ({ document, key: sortKeyOf(document, fields) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ document }) => document);
}

function project(documents: Documents, specification: unknown): Documents {
  const projection = makeProjection(objectOf('$project', specification));
  if (projection === undefined) {
    throw new MongoError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  return documents.map(projection);
}
