import type { FieldRule } from '../../../src/http/core/field-rule.js';
import type { PaywayEndpoint } from '../../../src/http/payway/description.js';
import { describedEndpoints } from '../../support/api-document.js';

/** What is true of that endpoint, without anything behind it. */
export function described(name: string): PaywayEndpoint {
  const found = describedEndpoints.find((it) => it.name === name);
  if (found === undefined) throw new TypeError(`no endpoint is called ${name}`);
  return found;
}

/** A value that a field must refuse, and the words it is refused with. */
type FieldCase = {
  readonly field: string;
  readonly what: string;
  readonly value: unknown;
  readonly message: string;
};

/** Names that no endpoint knows: those that objects have by themselves, operators, and near misses. */
export const strangeNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '$where',
  '$gt',
  'a.b',
  'organisation_id',
  'account_id ',
  'Account_id',
];

/**
 * Everything of the wrong type, length or format for this field, given a value that it takes
 * (docs/spec/payway-api.md §1).
 */
export function faultyValues(rule: FieldRule, valid: unknown): readonly FieldCase[] {
  const of = (what: string, value: unknown, message: string) => ({
    field: rule.name,
    what,
    value,
    message,
  });
  switch (rule.type) {
    case 'boolean':
      return ['true', 'false', '', 1, 0, null, {}, { $gt: '' }, [], [true]].map((value) =>
        of(JSON.stringify(value), value, 'Parameter must be true or false'),
      );
    case 'string':
      return [
        ...[null, 123_456_789, true, false, {}, { $gt: '' }, [], [valid]].map((value) =>
          of(JSON.stringify(value), value, 'Parameter must be a string'),
        ),
        ...faultyTexts(rule, String(valid)),
      ];
    case 'strings':
      return faultyLists(rule, valid as readonly string[]);
    case 'integer':
      throw new TypeError(`no case is known for ${rule.type}`);
  }
}

type ListRule = FieldRule & { readonly type: 'strings' };

/** What is no list of texts, or too long a one, and each fault of a text in the last place of one. */
function faultyLists(rule: ListRule, valid: readonly string[]): readonly FieldCase[] {
  const { name: field, maxItems, mayBeNull } = rule;
  const [first = ''] = valid;
  const noList = [...(mayBeNull === true ? [] : [null]), first, 1, true, {}, { $gt: '' }];
  const tooMany = Array<string>(maxItems + 1).fill(first);
  const message = `Parameter must have at most ${String(maxItems)} items`;
  return [
    ...noList.map((value) => ({
      ...{ field, what: JSON.stringify(value), value },
      message: 'Parameter must be a list of strings',
    })),
    { field, what: 'one too many', value: tooMany, message },
    ...[null, 7, {}, [first]].map((item) => ({
      ...{ field, what: `with ${JSON.stringify(item)}`, value: [first, item] },
      message: 'Parameter must be a string',
    })),
    ...faultyTexts(rule, first).map((it) => ({ ...it, value: [first, it.value] })),
  ];
}

type TextRule = FieldRule & { readonly type: 'string' | 'strings' };

/** Texts of the wrong length or format; a query parameter is held to the same. */
export function faultyTexts(rule: TextRule, valid: string): readonly FieldCase[] {
  const { name: field, maxLength, printedPattern } = rule;
  const format = `Parameter must match format (${printedPattern})`;
  const length = `Parameter must be at most ${String(maxLength)} characters`;
  // One that takes the place of the last character where there is no room for one more.
  const ending = (last: string) =>
    valid.length < maxLength ? valid + last : valid.slice(0, -1) + last;
  return [
    { field, what: 'empty', value: '', message: format },
    { field, what: 'one too long', value: 'a'.repeat(maxLength + 1), message: length },
    { field, what: '60 kB', value: 'a'.repeat(60_000), message: length },
    { field, what: 'ending in a newline', value: ending('\n'), message: format },
    { field, what: 'ending in a NUL', value: ending('\0'), message: format },
    { field, what: 'of nothing but a tab', value: '\t', message: format },
  ];
}

/** A field as the contract names it: presence, type, and for a text its length and its printed pattern. */
type DocumentedField = readonly [
  name: string,
  presence: 'required' | 'optional',
  type: string,
  maxLength?: number,
  printedPattern?: string,
];

/** The fields that an endpoint is described with, as rows to hold against the contract's table. */
export function fieldRows(rules: readonly FieldRule[]): readonly DocumentedField[] {
  return rules.map((rule) => {
    const { name, required, type } = rule;
    const presence = required ? 'required' : 'optional';
    return rule.type === 'string'
      ? [name, presence, type, rule.maxLength, rule.printedPattern]
      : [name, presence, type];
  });
}

/** Rows that many endpoints share (docs/spec/payway-api.md §2). */
export const hexIdRow = (name: string): DocumentedField => [
  name,
  'required',
  'string',
  24,
  '/^[a-f\\d]{24}$/',
];
export const looseRow = (
  name: string,
  presence: DocumentedField[1] = 'required',
  size = 24,
): DocumentedField => [name, presence, 'string', size, '/^[a-zA-Z-_0-9]+$/'];
export const wordRow = (
  name: string,
  presence: DocumentedField[1],
  words: readonly [size: number, pattern: string],
): DocumentedField => [name, presence, 'string', ...words];
export const dateRow = (name: string, presence: DocumentedField[1]): DocumentedField => [
  name,
  presence,
  'string',
  29,
  '/^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d{4}$/',
];
export const textRow = (name: string, size: number): DocumentedField => [
  name,
  'required',
  'string',
  size,
  '/^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$/u',
];
