import type { FieldRule } from '../middleware/field-rules.js';

const idPattern = { pattern: /^[a-f\d]{24}$/i, printedPattern: '/^[a-f\\d]{24}$/' } as const;
const codePattern = {
  pattern: /^[a-zA-Z-_0-9]+$/,
  printedPattern: '/^[a-zA-Z-_0-9]+$/',
} as const;

type Presence = { readonly required: boolean };
type Text = FieldRule & { readonly type: 'string' };

/** An id as the documentation checks most of them: its pattern is printed without its i flag, as it does. */
export function idField(name: string, { required }: Presence = { required: true }): Text {
  return { name, required, type: 'string', maxLength: 24, ...idPattern };
}

/** An id whose documented pattern is loose: what passes and is no id names nothing, so the answer is 404. */
export function looseIdField(name: string, { required }: Presence = { required: true }): Text {
  return { name, required, type: 'string', maxLength: 24, ...codePattern };
}

/** A code of a package. */
export function codeField(name: string, { required }: Presence = { required: true }): Text {
  return { name, required, type: 'string', maxLength: 50, ...codePattern };
}

/** One of a few words. */
export function wordField(
  name: string,
  words: readonly string[],
  { required }: Presence = { required: true },
): Text {
  const pattern = new RegExp(`^(?:${words.join('|')})$`);
  const maxLength = Math.max(...words.map((it) => it.length));
  return {
    name,
    required,
    type: 'string',
    maxLength,
    pattern,
    printedPattern: `/^(${words.join('|')})$/`,
  };
}

/** Text without control characters. */
export function textField(
  name: string,
  maxLength: number,
  { required }: Presence = { required: true },
): Text {
  const pattern = /^[^\u0000-\u001f\u007f]+$/;
  const printedPattern = '/^[^\\u0000-\\u001f\\u007f]+$/';
  return { name, required, type: 'string', maxLength, pattern, printedPattern };
}

/** Names between commas, without control characters. */
export function namesField(
  name: string,
  maxLength: number,
  { required }: Presence = { required: true },
): Text {
  const pattern = /^[^,\u0000-\u001f\u007f]+(?:,[^,\u0000-\u001f\u007f]+)*$/;
  const one = '[^,\\u0000-\\u001f\\u007f]+';
  const printedPattern = `/^${one}(,${one})*$/`;
  return { name, required, type: 'string', maxLength, pattern, printedPattern };
}

export const accountIdField = idField('account_id');
export const userProductIdField = looseIdField('user_product_id');

/** An instant with its offset, as answers print it. */
export const instantField = (name: string, { required }: Presence = { required: true }): Text => ({
  name,
  required,
  type: 'string',
  maxLength: 29,
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/,
  printedPattern:
    '/^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$/',
});

/** How a list is paged (spec/payway-api.md §6): `after` is the `next` of the answer before. */
export const pageFields: readonly FieldRule[] = [
  {
    name: 'limit',
    required: false,
    type: 'string',
    maxLength: 3,
    pattern: /^(?:[1-9]\d?|100)$/,
    printedPattern: '/^([1-9]\\d?|100)$/',
  },
  {
    name: 'after',
    required: false,
    type: 'string',
    maxLength: 200,
    pattern: /^[\w-]+$/,
    printedPattern: '/^[\\w-]+$/',
  },
];

/** A preview's signed promise. */
export const quoteField: Text = {
  name: 'quote',
  required: false,
  type: 'string',
  maxLength: 2_048,
  pattern: /^[\w-]+\.[\w-]+\.[\w-]+$/,
  printedPattern: '/^[\\w-]+\\.[\\w-]+\\.[\\w-]+$/',
};

/** An instant as Payway's documentation writes it, or in ISO 8601 as answers print it; years from 1970 to 8999. */
export const paywayInstantField = (
  name: string,
  { required }: Presence = { required: true },
): Text => ({
  name,
  required,
  type: 'string',
  maxLength: 29,
  pattern:
    /^(?:19[7-9]\d|[2-8]\d{3})-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)? [+-]\d{4}|T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))$/,
  printedPattern: '/^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d{4}$/',
});

/** Codes separated by commas. */
export function codesField(name: string): Text {
  return {
    name,
    required: true,
    type: 'string',
    maxLength: 1_000,
    pattern: /^[a-zA-Z-_0-9]+(?:,[a-zA-Z-_0-9]+)*$/,
    printedPattern: '/^[a-zA-Z-_0-9]+(,[a-zA-Z-_0-9]+)*$/',
  };
}
