import { compareBson } from '../bson/compare-bson.js';
import { typeNameOf } from '../bson/bson-type.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import type { FieldPath } from '../query/field-path.js';
import { setAt, unsetAt, valueAt, type Draft } from './draft.js';

/** One change of one path. */
export type Change = (draft: Draft) => void;

/** Checks an operator's operand once and makes the change of it. */
export type MakeChange = (path: FieldPath, operand: unknown) => Change;

const set: MakeChange = (path, operand) => (draft) => {
  setAt(draft, path, operand);
};

/** The operators on single fields (manual: "Field Update Operators"). */
export const FIELD_OPERATORS: Readonly<Record<string, MakeChange>> = {
  $set: set,
  $setOnInsert: set,
  $unset: (path) => (draft) => {
    unsetAt(draft, path);
  },
  $inc: increment,
  $max: keepGreater,
};

function describe(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function increment(path: FieldPath, operand: unknown): Change {
  if (typeof operand !== 'number') {
    throw new MongoError(
      14,
      `Cannot increment with non-numeric argument: {${path.text}: ${describe(operand)}}`,
    );
  }
  return (draft) => {
    const current = valueAt(draft, path);
    if (current !== undefined && typeof current !== 'number') {
      throw new MongoError(
        14,
        `Cannot apply $inc to a value of non-numeric type. {_id: ${describe(draft.root._id)}} has the field '${path.text}' of non-numeric type ${typeNameOf(current)}`,
      );
    }
    const result = current === undefined ? operand : current + operand;
    // Doubles hold integers exactly up to 2^53; MongoDB would go on with 64 bits.
    if (Number.isInteger(current) && Number.isInteger(result) && !Number.isSafeInteger(result)) {
      throw notImplemented(`an integer beyond 2^53 by $inc in '${path.text}'`);
    }
    setAt(draft, path, result);
  };
}

function keepGreater(path: FieldPath, operand: unknown): Change {
  return (draft) => {
    const current = valueAt(draft, path);
    if (current === undefined || compareBson(operand, current) > 0) setAt(draft, path, operand);
  };
}
