import { BSONRegExp } from 'bson';
import { isBsonObject } from '../bson/bson-object.js';
import { compareBson, equalBson } from '../bson/compare-bson.js';
import { typeOrderOf } from '../bson/bson-type.js';
import type { BoundedPattern } from './bounded-pattern.js';
import { encodedValue } from './encoded-value.js';
import { visitPath, visitPathAndElements, type FieldPath } from './field-path.js';
import type { ComparisonOperator, FilterTree } from './filter-tree.js';

/** Says whether a document, or an element of an array, fulfils a filter. */
export type Matcher = (value: unknown) => boolean;

type Kind = FilterTree['kind'];
type TreeOf<K extends Kind> = Extract<FilterTree, { kind: K }>;

const MAKERS: { readonly [K in Kind]: (tree: TreeOf<K>) => Matcher } = {
  and: ({ children }) => all(children.map(makeMatcher)),
  or: ({ children }) => any(children.map(makeMatcher)),
  nor: ({ children }) => negated(any(children.map(makeMatcher))),
  not: ({ child }) => negated(makeMatcher(child)),
  compare: ({ operator, path, value }) => onValues(path, comparison(operator, value)),
  in: ({ path, values, patterns }) => onValues(path, membership(values, patterns)),
  exists:
    ({ path }) =>
    (value) =>
      visitPath(value, path, (found) => found !== undefined),
  regex: ({ path, pattern, source }) => onValues(path, patternTest(pattern, source)),
  size: ({ path, size }) => onWhole(path, (found) => Array.isArray(found) && found.length === size),
  elementMatches: ({ path, filter, ofValues }) => {
    const matches = makeMatcher(filter);
    const test: Matcher = ofValues ? matches : (element) => matchesDocument(element, matches);
    return onWhole(path, (found) => Array.isArray(found) && found.some(test));
  },
};

/** Turns a filter into a function. A value of another type never matches an order comparison. */
export function makeMatcher(tree: FilterTree): Matcher {
  return (MAKERS[tree.kind] as (tree: FilterTree) => Matcher)(tree);
}

// An array among the elements counts as a document whose names are its numbers.
function matchesDocument(element: unknown, matches: Matcher): boolean {
  if (Array.isArray(element)) return matches(Object.fromEntries(element.entries()));
  return isBsonObject(element) && matches(element);
}

function all(matchers: readonly Matcher[]): Matcher {
  const [first, second] = matchers;
  if (first !== undefined && second === undefined) return first;
  return (value) => matchers.every((matches) => matches(value));
}

function any(matchers: readonly Matcher[]): Matcher {
  return (value) => matchers.some((matches) => matches(value));
}

function negated(matches: Matcher): Matcher {
  return (value) => !matches(value);
}

// A path without dots into a document that holds no array there is by far the most common case.
function onValues(path: FieldPath, test: Matcher): Matcher {
  if (path.text === '') return test;
  const { root } = path;
  if (path.parts.length > 1 || root in Object.prototype) {
    return (value) => visitPathAndElements(value, path, test);
  }
  return (value) => {
    const found = isBsonObject(value) ? value[root] : undefined;
    return found !== undefined && !Array.isArray(found)
      ? test(found)
      : visitPathAndElements(value, path, test);
  };
}

function onWhole(path: FieldPath, test: Matcher): Matcher {
  return path.text === '' ? test : (value) => visitPath(value, path, test);
}

function comparison(operator: ComparisonOperator, operand: unknown): Matcher {
  if (operator === '$eq') return (found) => equalBson(found, operand);
  if (operand === null || Number.isNaN(operand)) return edgeComparison(operator, operand);
  const type = typeOrderOf(operand);
  const accepts = ACCEPTS[operator];
  return (found) =>
    found !== undefined &&
    typeOrderOf(found) === type &&
    !Number.isNaN(found) &&
    accepts(compareBson(found, operand));
}

// Null and NaN are neither below nor above anything; "or equal" finds their equals.
function edgeComparison(operator: ComparisonOperator, operand: unknown): Matcher {
  const orEqual = operator === '$gte' || operator === '$lte';
  return (found) => orEqual && equalBson(found, operand);
}

const ACCEPTS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  $eq: (order) => order === 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

const FEW = 8;

function membership(values: readonly unknown[], patterns: readonly BoundedPattern[]): Matcher {
  const matchesPattern: Matcher = (found) =>
    typeof found === 'string' && patterns.some((pattern) => pattern.test(found));
  if (values.length <= FEW) {
    return (found) => values.some((value) => equalBson(found, value)) || matchesPattern(found);
  }
  const encoded = new Set(values.map(encodedValue));
  return (found) => encoded.has(encodedValue(found)) || matchesPattern(found);
}

function patternTest(pattern: BoundedPattern, source: BSONRegExp | undefined): Matcher {
  return (found) => {
    if (typeof found === 'string') return pattern.test(found);
    return source !== undefined && found instanceof BSONRegExp && equalBson(found, source);
  };
}
