import { BSONRegExp } from 'bson';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { compareBson, equalBson } from '../bson/compare-bson.js';
import { badValue, MongoError } from '../mongo-error.js';
import { parsePath, type FieldPath } from '../query/field-path.js';
import { makeMatcher, type Matcher } from '../query/make-matcher.js';
import { isOperatorObject, parseFilter, parseOperators } from '../query/parse-filter.js';
import { parseSort, sortKeyOf } from '../query/sort-order.js';
import { typeNameOf } from '../bson/bson-type.js';
import { setAt, valueAt, type Draft } from './draft.js';
import type { Change, MakeChange } from './field-operators.js';

/** The operators on arrays (manual: "Array Update Operators"). */
export const ARRAY_OPERATORS: Readonly<Record<string, MakeChange>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (path, operand) => removeWhere(path, { name: '$pull', matches: pullMatcher(operand) }),
  $pullAll: (path, operand) => {
    if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
    const values = operand as unknown[];
    return removeWhere(path, {
      name: '$pullAll',
      matches: (element) => values.some((value) => equalBson(value, element)),
    });
  },
};

type Elements = readonly unknown[];

function arrayToAddTo(draft: Draft, path: FieldPath): Elements {
  const current = valueAt(draft, path);
  if (current === undefined) return [];
  if (!Array.isArray(current)) {
    throw badValue(
      `The field '${path.text}' must be an array but is of type ${typeNameOf(current)} in document {_id: ${String(draft.root._id)}}`,
    );
  }
  return current;
}

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$position', '$sort']);

function push(path: FieldPath, operand: unknown): Change {
  const modifiers = isBsonObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((name) => !PUSH_MODIFIERS.has(name));
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  const added = eachOf('$push', modifiers.$each);
  const position = optionalInteger('$position', modifiers.$position);
  const slice = optionalInteger('$slice', modifiers.$slice);
  const sort = sorterOf(modifiers.$sort);
  return (draft) => {
    const current = arrayToAddTo(draft, path);
    const at = position ?? current.length;
    const from = at < 0 ? Math.max(0, current.length + at) : Math.min(at, current.length);
    const joined = sort([...current.slice(0, from), ...added, ...current.slice(from)]);
    setAt(draft, path, sliced(joined, slice));
  };
}

function eachOf(name: string, each: unknown): Elements {
  if (!Array.isArray(each)) {
    throw badValue(
      `The argument to $each in ${name} must be an array but it was of type: ${typeNameOf(each)}`,
    );
  }
  return each;
}

function optionalInteger(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw badValue(
      `The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`,
    );
  }
  return value;
}

function sliced(array: Elements, slice: number | undefined): Elements {
  if (slice === undefined) return array;
  if (slice === 0) return [];
  return slice > 0 ? array.slice(0, slice) : array.slice(slice);
}

function sorterOf(sort: unknown): (array: Elements) => Elements {
  if (sort === undefined) return (array) => array;
  if (sort === 1 || sort === -1)
    return (array) => array.toSorted((a, b) => sort * compareBson(a, b));
  const fields = parseSort(sort);
  if (fields.length === 0)
    throw badValue('The $sort pattern is empty when it should be a set of fields.');
  return (array) =>
    array
      .map((element) => ({ element, key: sortKeyOf(isBsonObject(element) ? element : {}, fields) }))
      .sort((left, right) => Buffer.compare(left.key, right.key))
      .map(({ element }) => element);
}

function addToSet(path: FieldPath, operand: unknown): Change {
  const hasEach = isBsonObject(operand) && '$each' in operand;
  if (hasEach && Object.keys(operand).length > 1) {
    throw badValue('Found unexpected fields after $each in $addToSet');
  }
  const added = hasEach ? eachOf('$addToSet', operand.$each) : [operand];
  return (draft) => {
    const joined = [...arrayToAddTo(draft, path)];
    for (const value of added) {
      if (!joined.some((element) => equalBson(element, value))) joined.push(value);
    }
    setAt(draft, path, joined);
  };
}

function pop(path: FieldPath, operand: unknown): Change {
  if (operand !== 1 && operand !== -1) {
    throw new MongoError(9, `$pop expects 1 or -1, found: ${String(operand)}`);
  }
  return (draft) => {
    const current = valueAt(draft, path);
    if (current === undefined) return;
    if (!Array.isArray(current)) {
      throw new MongoError(
        14,
        `Path '${path.text}' contains an element of non-array type '${typeNameOf(current)}'`,
      );
    }
    setAt(draft, path, operand === 1 ? current.slice(0, -1) : current.slice(1));
  };
}

type Removal = { readonly name: string; readonly matches: Matcher };

function removeWhere(path: FieldPath, { name, matches }: Removal): Change {
  return (draft) => {
    const current = valueAt(draft, path);
    if (current === undefined) return;
    if (!Array.isArray(current)) throw badValue(`Cannot apply ${name} to a non-array value`);
    const kept = (current as unknown[]).filter((element) => !matches(element));
    if (kept.length !== current.length) setAt(draft, path, kept);
  };
}

// A document names fields to match, operators apply to the element itself, any other value is compared.
function pullMatcher(operand: unknown): Matcher {
  if (isOperatorObject(operand)) {
    return makeMatcher({ kind: 'and', children: parseOperators(parsePath(''), operand) });
  }
  if (operand instanceof BSONRegExp) {
    return makeMatcher({
      kind: 'and',
      children: parseOperators(parsePath(''), { $regex: operand }),
    });
  }
  if (!isBsonObject(operand)) return (element) => equalBson(element, operand);
  return documentMatcher(operand);
}

function documentMatcher(operand: BsonObject): Matcher {
  const matches = makeMatcher(parseFilter(operand));
  return (element) => isBsonObject(element) && matches(element);
}
