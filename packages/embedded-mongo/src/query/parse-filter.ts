import { BSONRegExp } from 'bson';
import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { badValue, notImplemented } from '../errors/mongo-error.js';
import type { BoundedPattern } from './bounded-pattern.js';
import { parsePath, type FieldPath } from './field-path.js';
import type { ComparisonOperator, FilterTree } from './filter-tree.js';
import { patternOf, patternWithOptions } from './regex-pattern.js';

const NOT_IMPLEMENTED_AT_TOP = new Set([
  '$expr',
  '$where',
  '$text',
  '$jsonSchema',
  '$sampleRate',
  '$alwaysTrue',
  '$alwaysFalse',
]);

const NOT_IMPLEMENTED = new Set([
  '$all',
  '$mod',
  '$type',
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
  '$within',
  '$geoNear',
  '$maxDistance',
  '$minDistance',
  '$center',
  '$box',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
  '$_internalSchemaCond',
  '$jsonSchema',
  '$expr',
  '$where',
  '$text',
]);

/** Takes a filter apart; an operator that is unknown or not served here is refused by name. */
export function parseFilter(filter: BsonObject): FilterTree {
  const children: FilterTree[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name.startsWith('$')) children.push(parseLogical(name, value));
    else children.push(...parseField(parsePath(name), value));
  }
  return children.length === 1 && children[0] !== undefined
    ? children[0]
    : { kind: 'and', children };
}

function parseLogical(name: string, value: unknown): FilterTree {
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    if (NOT_IMPLEMENTED_AT_TOP.has(name)) throw notImplemented(`the operator ${name}`);
    throw badValue(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  }
  if (!Array.isArray(value)) throw badValue(`${name} must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  const children = value.map((child: unknown) => {
    if (!isBsonObject(child)) throw badValue('$or/$and/$nor entries need to be full objects');
    return parseFilter(child);
  });
  return { kind: name === '$and' ? 'and' : name === '$or' ? 'or' : 'nor', children };
}

/** True for `{$gt: 5}` and the like: a document whose first field names an operator. */
export function isOperatorObject(value: unknown): value is BsonObject {
  return isBsonObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

function parseField(path: FieldPath, value: unknown): readonly FilterTree[] {
  return isOperatorObject(value) ? parseOperators(path, value) : [equals(path, value)];
}

function equals(path: FieldPath, value: unknown): FilterTree {
  if (value instanceof BSONRegExp)
    return { kind: 'regex', path, pattern: patternOf(value), source: value };
  return { kind: 'compare', operator: '$eq', path, value };
}

/** The conditions one document of operators puts on a path. */
export function parseOperators(path: FieldPath, operators: BsonObject): readonly FilterTree[] {
  const trees: FilterTree[] = [];
  for (const [name, operand] of Object.entries(operators)) {
    if (name === '$options') {
      if (!('$regex' in operators)) throw badValue('$options needs a $regex');
      continue;
    }
    trees.push(
      name === '$regex'
        ? { kind: 'regex', path, pattern: patternWithOptions(operand, operators.$options) }
        : parseOperator(name, { path, operand }),
    );
  }
  return trees;
}

type Operand = { readonly path: FieldPath; readonly operand: unknown };

const compare =
  (operator: ComparisonOperator) =>
  ({ path, operand }: Operand): FilterTree => {
    if (operand instanceof BSONRegExp && operator !== '$eq')
      throw badValue("Can't have RegEx as arg to predicate over field '" + path.text + "'.");
    return { kind: 'compare', operator, path, value: operand };
  };

const OPERATORS: Readonly<Record<string, (operand: Operand) => FilterTree>> = {
  $eq: compare('$eq'),
  $gt: compare('$gt'),
  $gte: compare('$gte'),
  $lt: compare('$lt'),
  $lte: compare('$lte'),
  $ne: ({ path, operand }) => {
    if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
    return { kind: 'not', child: { kind: 'compare', operator: '$eq', path, value: operand } };
  },
  $in: (operand) => parseIn('$in', operand),
  $nin: (operand) => ({ kind: 'not', child: parseIn('$nin', operand) }),
  $exists: ({ path, operand }) =>
    isTrue(operand) ? { kind: 'exists', path } : { kind: 'not', child: { kind: 'exists', path } },
  $not: parseNot,
  $elemMatch: parseElemMatch,
  $size: parseSize,
};

function parseOperator(name: string, operand: Operand): FilterTree {
  const parse = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (parse !== undefined) return parse(operand);
  if (NOT_IMPLEMENTED.has(name)) throw notImplemented(`the operator ${name}`);
  throw badValue(`unknown operator: ${name}`);
}

function isTrue(value: unknown): boolean {
  return value !== false && value !== 0 && value !== null && value !== undefined;
}

function parseIn(name: string, { path, operand }: Operand): FilterTree {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  const values: unknown[] = [];
  const patterns: BoundedPattern[] = [];
  for (const value of operand as unknown[]) {
    if (isOperatorObject(value)) throw badValue(`cannot nest $ under ${name}`);
    if (value instanceof BSONRegExp) patterns.push(patternOf(value));
    values.push(value);
  }
  return { kind: 'in', path, values, patterns };
}

function parseNot({ path, operand }: Operand): FilterTree {
  if (operand instanceof BSONRegExp) return { kind: 'not', child: equals(path, operand) };
  if (!isBsonObject(operand)) throw badValue('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty');
  return { kind: 'not', child: { kind: 'and', children: parseOperators(path, operand) } };
}

const LOGICAL = new Set(['$and', '$or', '$nor']);

function parseElemMatch({ path, operand }: Operand): FilterTree {
  if (!isBsonObject(operand)) throw badValue('$elemMatch needs an Object');
  const ofValues = isOperatorObject(operand) && !LOGICAL.has(Object.keys(operand)[0] ?? '');
  const filter: FilterTree = ofValues
    ? { kind: 'and', children: parseOperators(parsePath(''), operand) }
    : parseFilter(operand);
  return { kind: 'elementMatches', path, filter, ofValues };
}

function parseSize({ path, operand }: Operand): FilterTree {
  if (typeof operand !== 'number')
    throw badValue(`Failed to parse $size. Expected a number in: $size: ${String(operand)}`);
  if (!Number.isInteger(operand))
    throw badValue(`Failed to parse $size. Expected an integer: $size: ${String(operand)}`);
  if (operand < 0)
    throw badValue(
      `Failed to parse $size. Expected a non-negative number in: $size: ${String(operand)}`,
    );
  return { kind: 'size', path, size: operand };
}
