import { fieldOf, isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { checkNoEmptyPart, parsePath, type FieldPath } from '../query/field-path.js';
import { ARRAY_OPERATORS } from './array-operators.js';
import { makeDraft } from './draft.js';
import { FIELD_OPERATORS, type Change, type MakeChange } from './field-operators.js';

/** An update, taken apart: makes the new document and never touches the old one. */
export type Update = {
  readonly isReplacement: boolean;
  readonly apply: (document: BsonObject, isInsert: boolean) => BsonObject;
};

/** MongoDB's other operators. */
const NOT_IMPLEMENTED: ReadonlySet<string> = new Set([
  '$addToSet',
  '$bit',
  '$currentDate',
  '$min',
  '$mul',
  '$pop',
  '$pullAll',
  '$rename',
]);

const OPERATORS: Readonly<Record<string, MakeChange>> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS };

/** Takes an update apart: operators or a whole new document. Pipelines are refused. */
export function parseUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw notImplemented('an update with a pipeline');
  if (!isBsonObject(update)) {
    throw new MongoError(9, 'Update argument must be either an object or an array');
  }
  const first = Object.keys(update)[0] ?? '';
  return first.startsWith('$') ? operatorUpdate(update) : replacement(update);
}

function replacement(update: BsonObject): Update {
  const dollar = Object.keys(update).find((name) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw new MongoError(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  return {
    isReplacement: true,
    apply: (document) => {
      const { _id: id = document._id, ...fields } = update;
      return id === undefined ? fields : { _id: id, ...fields };
    },
  };
}

type Planned = {
  readonly path: FieldPath;
  readonly onlyOnInsert: boolean;
  readonly change: Change;
};

function operatorUpdate(update: BsonObject): Update {
  const planned = Object.entries(update).flatMap(([name, operands]) =>
    planOperator(name, operands),
  );
  checkNoConflict(planned.map(({ path }) => path));
  // MongoDB applies paths in lexicographic order, numbers in numeric order (manual: "Update Operators").
  const ordered = planned.toSorted((left, right) => comparePaths(left.path, right.path));
  return {
    isReplacement: false,
    apply: (document, isInsert) => {
      const draft = makeDraft(document);
      for (const { onlyOnInsert, change } of ordered) {
        if (isInsert || !onlyOnInsert) change(draft);
      }
      return draft.root;
    },
  };
}

function planOperator(name: string, operands: unknown): readonly Planned[] {
  if (!isBsonObject(operands)) {
    throw new MongoError(
      9,
      `Modifiers operate on fields but we found type ${typeof operands} instead. For example: {$mod: {<field>: ...}} not {${name}: ${String(operands)}}`,
    );
  }
  const make = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (make === undefined) {
    if (NOT_IMPLEMENTED.has(name)) throw notImplemented(`the update operator ${name}`);
    throw new MongoError(
      9,
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  return Object.keys(operands).map((text) => {
    const path = updatePath(text);
    const change = make(path, fieldOf(operands, text));
    return { path, onlyOnInsert: name === '$setOnInsert', change };
  });
}

function updatePath(text: string): FieldPath {
  const path = parsePath(text);
  checkNoEmptyPart(path);
  const positional = path.parts.find(({ name }) => name.startsWith('$'));
  if (positional !== undefined) throw notImplemented(`the positional path '${text}'`);
  return path;
}

function checkNoConflict(paths: readonly FieldPath[]): void {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const path of paths) {
    const parents = path.parts.slice(0, -1).map((_, index) =>
      path.parts
        .slice(0, index + 1)
        .map(({ name }) => name)
        .join('.'),
    );
    const conflict =
      whole.has(path.text) || beginnings.has(path.text)
        ? path.text
        : parents.find((parent) => whole.has(parent));
    if (conflict !== undefined) {
      throw new MongoError(
        40,
        `Updating the path '${path.text}' would create a conflict at '${conflict}'`,
      );
    }
    whole.add(path.text);
    for (const parent of parents) beginnings.add(parent);
  }
}

function comparePaths(left: FieldPath, right: FieldPath): number {
  const length = Math.min(left.parts.length, right.parts.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.parts[index];
    const b = right.parts[index];
    if (a === undefined || b === undefined || a.name === b.name) continue;
    if (a.index >= 0 && b.index >= 0) return a.index - b.index;
    return a.name < b.name ? -1 : 1;
  }
  return left.parts.length - right.parts.length;
}
