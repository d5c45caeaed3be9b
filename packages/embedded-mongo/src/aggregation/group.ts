import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { compareBson } from '../bson/compare-bson.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { encodedValue } from '../query/encoded-value.js';
import { makeExpression, type Expression } from './expression.js';

type Accumulator = (values: readonly unknown[]) => unknown;

const ACCUMULATORS: Readonly<Record<string, Accumulator>> = {
  $sum: (values) => sum(numbers(values)),
  $avg: (values) => {
    const counted = numbers(values);
    return counted.length === 0 ? null : sum(counted) / counted.length;
  },
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
};

type Field = {
  readonly name: string;
  readonly expression: Expression;
  readonly accumulate: Accumulator;
};

/** The $group stage: documents with equal ids together, in MongoDB's own notion of equal. */
export function group(
  documents: readonly BsonObject[],
  specification: BsonObject,
): readonly BsonObject[] {
  if (!('_id' in specification))
    throw new MongoError(15955, 'a group specification must include an _id');
  const { _id: idSpecification, ...others } = specification;
  const idOf = makeExpression(idSpecification);
  const fields = Object.entries(others).map(([name, accumulator]) => parseField(name, accumulator));
  const groups = new Map<string, { readonly id: unknown; readonly members: BsonObject[] }>();
  for (const document of documents) {
    const id = idOf(document) ?? null;
    const key = encodedValue(id);
    const known = groups.get(key) ?? { id, members: [] };
    known.members.push(document);
    groups.set(key, known);
  }
  return Array.from(groups.values(), ({ id, members }) => ({
    _id: id,
    ...Object.fromEntries(
      fields.map(({ name, expression, accumulate }) => [name, accumulate(members.map(expression))]),
    ),
  }));
}

function parseField(name: string, accumulator: unknown): Field {
  if (!isBsonObject(accumulator) || Object.keys(accumulator).length !== 1) {
    throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
  }
  if (name.includes('.'))
    throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
  const [operator = ''] = Object.keys(accumulator);
  if (operator === '$count')
    return { name, expression: () => 1, accumulate: (values) => values.length };
  const accumulate = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (accumulate === undefined) throw notImplemented(`the accumulator ${operator}`);
  return { name, expression: makeExpression(accumulator[operator]), accumulate };
}

function numbers(values: readonly unknown[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// Null and missing are passed over unless there is nothing else.
function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  let found: unknown = null;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (found === null || compareBson(value, found) * direction > 0) found = value;
  }
  return found;
}
