import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError } from '../errors/mongo-error.js';
import type { KeyField } from '../query/composite-values.js';
import type { FilterTree } from '../query/filter-tree.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseSort } from '../query/sort-order.js';
import { checkStage } from './check-stage.js';
import { positiveLimit, wholeNumber } from './stage-number.js';

/** The beginning of a pipeline as one query: it can use indexes. */
export type Lead = {
  readonly filter: FilterTree;
  readonly sort: readonly KeyField[];
  readonly skip: number;
  readonly limit: number;
};

/** Checks all stages, and takes off those at the front that are a query: $match, $sort, $skip, $limit in this order. */
export function splitPipeline(stages: readonly BsonObject[]): {
  readonly lead: Lead;
  readonly rest: readonly BsonObject[];
} {
  for (const stage of stages) checkStage(stage);
  const rest = [...stages];
  const filters: FilterTree[] = [];
  for (let match = take(rest, '$match'); match !== undefined; match = take(rest, '$match')) {
    if (!isBsonObject(match))
      throw new MongoError(15959, 'the match filter must be an expression in an object');
    filters.push(parseFilter(match));
  }
  const sort = parseSort(take(rest, '$sort'));
  const skip = wholeNumber('$skip', take(rest, '$skip') ?? 0);
  const limit = take(rest, '$limit');
  return {
    lead: {
      filter: { kind: 'and', children: filters },
      sort,
      skip,
      limit: limit === undefined ? 0 : positiveLimit(limit),
    },
    rest,
  };
}

function take(stages: BsonObject[], name: string): unknown {
  const [first] = stages;
  if (first === undefined || !Object.hasOwn(first, name)) return undefined;
  stages.shift();
  return first[name];
}
