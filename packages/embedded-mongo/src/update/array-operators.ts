import { BSONRegExp } from 'bson';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { equalBson } from '../bson/compare-bson.js';
import { badValue, notImplemented } from '../errors/mongo-error.js';
import { parsePath, type FieldPath } from '../query/field-path.js';
import { makeMatcher, type Matcher } from '../query/make-matcher.js';
import { isOperatorObject, parseFilter, parseOperators } from '../query/parse-filter.js';
import { typeNameOf } from '../bson/bson-type.js';
import { setAt, valueAt, type Draft } from './draft.js';
import type { Change, MakeChange } from './field-operators.js';

/** The operators on arrays (manual: "Array Update Operators"). */
export const ARRAY_OPERATORS: Readonly<Record<string, MakeChange>> = {
  $push: push,
  $pull: pull,
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

const PUSH_MODIFIERS = new Set(['$each', '$slice']);
const NOT_IMPLEMENTED = new Set(['$position', '$sort']);

function push(path: FieldPath, operand: unknown): Change {
  const modifiers = isBsonObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((name) => !PUSH_MODIFIERS.has(name));
  if (unknown !== undefined) {
    throw NOT_IMPLEMENTED.has(unknown)
      ? notImplemented(`the modifier ${unknown} of $push`)
      : badValue(`Unrecognized clause in $push: ${unknown}`);
  }
  const added = eachOf(modifiers.$each);
  const slice = sliceOf(modifiers.$slice);
  return (draft) => {
    setAt(draft, path, sliced([...arrayToAddTo(draft, path), ...added], slice));
  };
}

function eachOf(each: unknown): Elements {
  if (!Array.isArray(each)) {
    throw badValue(
      `The argument to $each in $push must be an array but it was of type: ${typeNameOf(each)}`,
    );
  }
  return each;
}

function sliceOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw badValue(
      `The value for $slice must be an integer value but was given type: ${typeNameOf(value)}`,
    );
  }
  return value;
}

function sliced(array: Elements, slice: number | undefined): Elements {
  if (slice === undefined) return array;
  if (slice === 0) return [];
  return slice > 0 ? array.slice(0, slice) : array.slice(slice);
}

function pull(path: FieldPath, operand: unknown): Change {
  const matches = pullMatcher(operand);
  return (draft) => {
    const current = valueAt(draft, path);
    if (current === undefined) return;
    if (!Array.isArray(current)) throw badValue('Cannot apply $pull to a non-array value');
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
