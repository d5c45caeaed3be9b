import { compareBson } from '../bson/compare-bson.js';
import { isBsonObject } from '../bson/bson-object.js';
import { typeNameOf } from '../bson/bson-type.js';
import { badValue, MongoError, notImplemented } from '../mongo-error.js';
import { parsePath, type FieldPath } from '../query/field-path.js';
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
  $inc: (path, operand) => {
    const amount = numeric(
      operand,
      () => `Cannot increment with non-numeric argument: {${path.text}: ${describe(operand)}}`,
    );
    return arithmetic({
      path,
      name: '$inc',
      missing: amount,
      compute: (current) => current + amount,
    });
  },
  $mul: (path, operand) => {
    const factor = numeric(
      operand,
      () => `Cannot multiply with non-numeric argument: {${path.text}: ${describe(operand)}}`,
    );
    return arithmetic({ path, name: '$mul', missing: 0, compute: (current) => current * factor });
  },
  $min: (path, operand) => keepIf(path, operand, (order) => order < 0),
  $max: (path, operand) => keepIf(path, operand, (order) => order > 0),
  $rename: rename,
  $currentDate: currentDate,
};

function numeric(operand: unknown, message: () => string): number {
  if (typeof operand !== 'number') throw new MongoError(14, message());
  return operand;
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

type Arithmetic = {
  readonly path: FieldPath;
  readonly name: string;
  readonly missing: number;
  readonly compute: (current: number) => number;
};

function arithmetic({ path, name, missing, compute }: Arithmetic): Change {
  return (draft) => {
    const current = valueAt(draft, path);
    if (current !== undefined && typeof current !== 'number') {
      throw new MongoError(
        14,
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${describe(draft.root._id)}} has the field '${path.text}' of non-numeric type ${typeNameOf(current)}`,
      );
    }
    const result = current === undefined ? missing : compute(current);
    // Doubles hold integers exactly up to 2^53; MongoDB would go on with 64 bits.
    if (Number.isInteger(current) && Number.isInteger(result) && !Number.isSafeInteger(result)) {
      throw notImplemented(`an integer beyond 2^53 by ${name} in '${path.text}'`);
    }
    setAt(draft, path, result);
  };
}

function keepIf(path: FieldPath, operand: unknown, accepts: (order: number) => boolean): Change {
  return (draft) => {
    const current = valueAt(draft, path);
    if (current === undefined || accepts(compareBson(operand, current)))
      setAt(draft, path, operand);
  };
}

function rename(path: FieldPath, operand: unknown): Change {
  if (typeof operand !== 'string') {
    throw badValue(
      `The 'to' field for $rename must be a string: ${path.text}: ${describe(operand)}`,
    );
  }
  if (operand === path.text) {
    throw badValue(
      `The source and target field for $rename must differ: ${path.text}: "${operand}"`,
    );
  }
  const target = parsePath(operand);
  return (draft) => {
    refuseElement(draft, path);
    refuseElement(draft, target);
    const value = valueAt(draft, path);
    if (value === undefined) return;
    unsetAt(draft, path);
    unsetAt(draft, target);
    setAt(draft, target, value);
  };
}

function refuseElement(draft: Draft, path: FieldPath): void {
  for (let length = 1; length < path.parts.length; length += 1) {
    const parent = { ...path, parts: path.parts.slice(0, length) };
    if (Array.isArray(valueAt(draft, parent))) {
      throw badValue(
        `The source and target field of $rename cannot be an array element, '${path.text}'`,
      );
    }
  }
}

function currentDate(path: FieldPath, operand: unknown): Change {
  const isDate =
    typeof operand === 'boolean' || (isBsonObject(operand) && operand.$type === 'date');
  if (!isDate) throw notImplemented(`$currentDate with ${describe(operand)}`);
  return (draft) => {
    setAt(draft, path, new Date());
  };
}
