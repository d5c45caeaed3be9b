import { parseId } from '../../domain/ids.js';
import { normalInstant } from './payway-instant.js';

/** An id means the same in either case; what cannot be one stays as it was sent. */
const normalId = (sent: string): string => parseId(sent) ?? sent;

const idPattern = { pattern: /^[a-f\d]{24}$/i, printedPattern: '/^[a-f\\d]{24}$/' } as const;
const codePattern = {
  pattern: /^[a-zA-Z-_0-9]+$/,
  printedPattern: '/^[a-zA-Z-_0-9]+$/',
} as const;

/** A field that may be left out. */
export const optional = { required: false } as const;

const must = { required: true } as const;

/** Whether a field must be there; it must where nothing is said. */
type Presence = { readonly required: boolean };
type Required = { readonly required: true };

/** A text's name, and whether it must be there, kept as types: bodies and queries get theirs from them. */
function text<Name extends string, Said extends Presence, const Rule>(
  name: Name,
  presence: Said | undefined,
  rule: Rule,
) {
  const required: Said['required'] = presence?.required ?? true;
  return { name, required, type: 'string', ...rule } as const;
}

/** An id as the documentation checks most of them: its pattern is printed without its i flag, as it does. */
export function idField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  return text(name, presence, { maxLength: 24, ...idPattern, normal: normalId });
}

/** An id whose documented pattern is loose: what passes and is no id names nothing, so the answer is 404. */
export function looseIdField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  return text(name, presence, { maxLength: 24, ...codePattern, normal: normalId });
}

/** A code of a package. */
export function codeField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  return text(name, presence, { maxLength: 50, ...codePattern });
}

function wordsRule<const Word extends string>(words: readonly Word[]) {
  return {
    maxLength: Math.max(...words.map((it) => it.length)),
    pattern: new RegExp(`^(?:${words.map(literally).join('|')})$`),
    printedPattern: `/^(${words.map(literally).join('|')})$/`,
    words,
  };
}

/** One of a few words. */
export function wordField<
  const Name extends string,
  const Word extends string,
  Said extends Presence = Required,
>(name: Name, words: readonly Word[], presence?: Said) {
  return text(name, presence, wordsRule(words));
}

/** A list of some of a few words, each once or more; null says that none is chosen. */
export function wordsField<const Name extends string, const Word extends string>(
  name: Name,
  words: readonly Word[],
) {
  const mayBeNull = true as const;
  const maxItems = words.length;
  return { name, ...optional, type: 'strings', mayBeNull, maxItems, ...wordsRule(words) } as const;
}

/** A boolean in a body. */
export function booleanField<const Name extends string>(name: Name) {
  return { name, ...optional, type: 'boolean' } as const;
}

/** A boolean in a query, which has nothing but texts. */
export function flagField<const Name extends string>(name: Name) {
  return { ...wordField(name, ['true', 'false'], optional), means: { type: 'boolean' } } as const;
}

/** Text without control characters, and without half of a surrogate pair, which no encoding can store. */
export function textField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  maxLength: number,
  presence?: Said,
) {
  const pattern = /^[^\u0000-\u001f\u007f\ud800-\udfff]+$/u;
  const printedPattern = '/^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$/u';
  return text(name, presence, { maxLength, pattern, printedPattern });
}

/** A web address; what cannot be one stays as it was sent. */
export function addressField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  const normal = (sent: string): string => (URL.canParse(sent) ? new URL(sent).href : sent);
  return { ...textField(name, 2_048, presence), normal } as const;
}

/** Names between commas, made of the same. */
export function namesField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  maxLength: number,
  presence?: Said,
) {
  const pattern =
    /^[^,\u0000-\u001f\u007f\ud800-\udfff]+(?:,[^,\u0000-\u001f\u007f\ud800-\udfff]+)*$/u;
  const one = '[^,\\u0000-\\u001f\\u007f\\ud800-\\udfff]+';
  return text(name, presence, { maxLength, pattern, printedPattern: `/^${one}(,${one})*$/u` });
}

export const accountIdField = idField('account_id');
export const userProductIdField = looseIdField('user_product_id');

/** An instant with its offset, as answers print it; the seconds may be left out. */
export function instantField<const Name extends string>(name: Name) {
  return text(name, must, {
    maxLength: 29,
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/,
    printedPattern:
      '/^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$/',
    means: { type: 'instant' },
    normal: normalInstant,
  });
}

/** A civil day of the organisation's calendar. */
export function dayField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  const pattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
  return text(name, presence, { maxLength: 10, pattern, printedPattern: String(pattern) });
}

const limitField = {
  name: 'limit',
  ...optional,
  type: 'string',
  maxLength: 3,
  pattern: /^(?:[1-9]\d?|100)$/,
  printedPattern: '/^([1-9]\\d?|100)$/',
  means: { type: 'integer', minimum: 1, maximum: 100 },
} as const;
const afterField = {
  name: 'after',
  ...optional,
  type: 'string',
  maxLength: 200,
  pattern: /^[\w-]+$/,
  printedPattern: '/^[\\w-]+$/',
} as const;

/** How a list is paged (docs/spec/payway-api.md §6): `after` is the `next` of the answer before. */
export const pageFields = [limitField, afterField] as const;

/** A preview's signed promise. */
export const quoteField = {
  name: 'quote',
  ...optional,
  type: 'string',
  maxLength: 2_048,
  pattern: /^[\w-]+\.[\w-]+\.[\w-]+$/,
  printedPattern: '/^[\\w-]+\\.[\\w-]+\\.[\\w-]+$/',
} as const;

/** An instant as Payway's documentation writes it, or in ISO 8601 as answers print it; years from 1970 to 8999. */
export function paywayInstantField<const Name extends string, Said extends Presence = Required>(
  name: Name,
  presence?: Said,
) {
  return text(name, presence, {
    maxLength: 29,
    pattern:
      /^(?:19[7-9]\d|[2-8]\d{3})-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)? [+-]\d{4}|T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))$/,
    printedPattern: '/^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d{4}$/',
    normal: normalInstant,
  });
}

/** Codes separated by commas. */
export function codesField<const Name extends string>(name: Name) {
  return text(name, must, {
    maxLength: 1_000,
    pattern: /^[a-zA-Z-_0-9]+(?:,[a-zA-Z-_0-9]+)*$/,
    printedPattern: '/^[a-zA-Z-_0-9]+(,[a-zA-Z-_0-9]+)*$/',
  });
}

/** A word as a pattern that finds nothing else: our words have no sign of patterns but the dot. */
function literally(word: string): string {
  return word.replaceAll('.', '\\.');
}
