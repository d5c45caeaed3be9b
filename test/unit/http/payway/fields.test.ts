import { describe, expect, test } from '@jest/globals';
import {
  addressField,
  codeField,
  codesField,
  flagField,
  idField,
  instantField,
  looseIdField,
  namesField,
  optional,
  pageFields,
  paywayInstantField,
  quoteField,
  textField,
  wordField,
  wordsField,
} from '../../../../src/http/payway/fields.js';

const id = '56e1741a6fc9365306000001';
const [limit, after] = pageFields;
/** A rule, texts that its pattern takes, and texts that it does not. */
const patterns = [
  [idField('x'), [id, id.toUpperCase()], ['', 'x', `${id}\n`, `${id}0`]],
  [codeField('x'), ['a-Z_0', '-'], ['', 'a b', 'a\n', 'å']],
  [codesField('x'), ['a', 'a,b-c'], ['', ',', 'a,', 'a,,b', 'a, b']],
  [textField('x', 9), ['å 😀', '\ufffd'], ['', '\n', 'a\0', '\u007f', '\ud83d', 'a\ude00']],
  [addressField('x'), ['https://a.test/😀'], ['', '\n', 'https://a.test/\ud83d']],
  [namesField('x', 9), ['a b,c', '😀,b'], ['', 'a,', 'a\n', '\ud83d,b']],
  [wordField('x', ['on', 'off']), ['on', 'off'], ['', 'ON', 'on\n', 'xon', 'offx']],
  [wordsField('x', ['on', 'off']), ['on', 'off'], ['', 'on,off']],
  [flagField('x'), ['true', 'false'], ['', '1', 'True']],
  [limit, ['1', '99', '100'], ['', '0', '101', '05', '1.5']],
  [after, ['MQ', 'a_-'], ['', 'MQ==', 'a.b']],
  [quoteField, ['a.b.c'], ['', 'a.b', 'a.b.c.d', 'a..c']],
  [
    instantField('x'),
    ['2026-01-01T00:00Z', '2026-01-01T00:00:00.123+01:00'],
    ['2026-01-01', '2026-01-01T00:00', '2026-01-01T00:00:00+0100'],
  ],
  [
    paywayInstantField('x'),
    ['2016-10-02 13:00 +0100', '2016-10-02T13:00:00+01:00'],
    ['1969-10-02 13:00 +0100', '9000-10-02 13:00 +0100', '2016-10-02 13:00'],
  ],
] as const;

describe.each(patterns.map(([rule, taken, refused]) => ({ rule, taken, refused })))(
  '$rule.printedPattern',
  ({ rule, taken, refused }) => {
    test.each(taken)('takes %j', (text) => {
      expect(rule.pattern.test(text)).toBe(true);
    });
    test.each(refused)('does not take %j', (text) => {
      expect(rule.pattern.test(text)).toBe(false);
    });
  },
);

test('a field must be there unless it is said to be optional', () => {
  expect(idField('x')).toMatchObject({ name: 'x', required: true });
  expect(idField('x', optional)).toMatchObject({ name: 'x', required: false });
});

test('words are as long as the longest of them', () => {
  expect(wordField('x', ['on', 'off'])).toMatchObject({ maxLength: 3, words: ['on', 'off'] });
  expect(wordsField('x', ['on', 'off'])).toMatchObject({ maxItems: 2, mayBeNull: true });
});

test.each([
  [idField('x'), id.toUpperCase(), id],
  [looseIdField('x'), id.toUpperCase(), id],
  [looseIdField('x'), 'Monthly', 'Monthly'],
  [instantField('x'), '2026-01-01T01:00+01:00', '2026-01-01T00:00:00.000Z'],
  [paywayInstantField('x'), '2016-10-02 13:00 +0100', '2016-10-02T12:00:00.000Z'],
  [addressField('x'), 'HTTPS://A.test', 'https://a.test/'],
  [addressField('x'), 'no address', 'no address'],
] as const)('%j: %s means %s', ({ normal }, sent, meant) => {
  expect(normal(sent)).toBe(meant);
});
