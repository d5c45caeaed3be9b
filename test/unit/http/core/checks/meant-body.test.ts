import { describe, expect, test } from '@jest/globals';
import { toMeantBody } from '../../../../../src/http/core/checks/meant-body.js';
import { type FieldRule, withDefault } from '../../../../../src/http/core/field-rule.js';

const text = { maxLength: 9, pattern: /^\w+$/, printedPattern: '' };
const normal = (sent: string): string => sent.toLowerCase();
const fields = [
  withDefault({ name: 'flag', required: false, type: 'boolean' }, true),
  withDefault({ name: 'count', required: false, type: 'integer', minimum: 0, maximum: 9 }, 3),
  { name: 'id', required: true, type: 'string', ...text, normal },
  { name: 'note', required: false, type: 'string', ...text },
  withDefault(
    { name: 'words', required: false, type: 'strings', mayBeNull: true, maxItems: 9, ...text },
    null,
  ),
] as const satisfies readonly FieldRule[];
const least = { id: 'a', flag: true, count: 3, words: null };

describe('What a body means', () => {
  test.each([
    { what: 'what is left out is the default', sent: { id: 'a' } },
    { what: 'a default that is spelled out', sent: { ...least } },
    { what: 'another spelling of an id', sent: { id: 'A' } },
  ])('is the same for $what', ({ sent }) => {
    expect(toMeantBody(fields, sent)).toEqual(least);
  });

  test('is not the default where something else is said', () => {
    const sent = { id: 'a', flag: false, count: 0, words: [] };
    expect(toMeantBody(fields, sent)).toEqual(sent);
  });

  test('keeps a text that has one spelling only, and leaves out what has no default', () => {
    expect(toMeantBody(fields, { id: 'a', note: 'Å' })).toEqual({ ...least, note: 'Å' });
    expect(toMeantBody(fields, { id: 'a' })).not.toHaveProperty('note');
  });

  test('is a set where a list is sent, whatever its order', () => {
    const expected = { ...least, words: ['a', 'b'] };
    expect(toMeantBody(fields, { id: 'a', words: ['b', 'a', 'b'] })).toEqual(expected);
  });

  test('does not change what was sent', () => {
    const sent = Object.freeze({ id: 'A', words: Object.freeze(['b', 'a']) });
    toMeantBody(fields, sent);
    expect(sent).toEqual({ id: 'A', words: ['b', 'a'] });
  });
});
