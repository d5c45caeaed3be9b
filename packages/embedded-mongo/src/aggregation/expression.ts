import { fieldOf, isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { notImplemented } from '../errors/mongo-error.js';

/** Computes a value from a document; undefined when it is missing. */
export type Expression = (document: BsonObject) => unknown;

/** An expression of field paths, literals and documents and arrays of them; operators are refused by name. */
export function makeExpression(specification: unknown): Expression {
  if (typeof specification === 'string' && specification.startsWith('$'))
    return fieldExpression(specification);
  if (Array.isArray(specification)) {
    const elements = specification.map(makeExpression);
    return (document) => elements.map((element) => element(document) ?? null);
  }
  return isBsonObject(specification) ? objectExpression(specification) : () => specification;
}

function fieldExpression(text: string): Expression {
  if (text.startsWith('$$')) throw notImplemented(`the variable ${text}`);
  const names = text.slice(1).split('.');
  return (document) => valueAt(document, names);
}

// Here a number in a path is a field name only; an array on the way gives the array of what is below it.
function valueAt(value: unknown, names: readonly string[]): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return (value as unknown[])
      .map((element) => (isBsonObject(element) ? valueAt(element, names) : undefined))
      .filter((element) => element !== undefined);
  }
  return isBsonObject(value) ? valueAt(fieldOf(value, name), rest) : undefined;
}

function objectExpression(specification: BsonObject): Expression {
  const [first = ''] = Object.keys(specification);
  if (first === '$literal') return () => specification.$literal;
  if (first.startsWith('$')) throw notImplemented(`the expression ${first}`);
  const fields = Object.entries(specification).map(([name, value]) => ({
    name,
    expression: makeExpression(value),
  }));
  return (document) =>
    Object.fromEntries(
      fields
        .map(({ name, expression }) => [name, expression(document)] as const)
        .filter(([, value]) => value !== undefined),
    );
}
