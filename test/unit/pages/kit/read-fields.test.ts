import type { Request } from 'express';
import { describe, expect, test } from '@jest/globals';
import { manyIn } from '../../../../src/pages/kit/page-route.js';
import { readForm, readQuery } from '../../../../src/pages/kit/read-fields.js';

const fields = [
  { name: 'key', maxLength: 4, pattern: /^[a-z]+$/, isRequired: true },
  { name: 'note', maxLength: 10 },
] as const;
const posted = (body: unknown) => ({ body }) as unknown as Request;
const asked = (query: unknown) => ({ query }) as unknown as Request;

describe('A form', () => {
  test.each([
    ['all of them', { key: 'abc', note: 'hello' }],
    ['without one that may be absent', { key: 'abc' }],
    ['with one that is empty', { key: 'abc', note: '' }],
  ])('is its fields: %s', async (_, body) => {
    expect(await readForm(posted(body), fields)).toEqual(body);
  });

  test.each([
    ['one is missing', { note: 'x' }],
    ['one is too long', { key: 'abcde' }],
    ['one is too long by its characters', { key: 'abc', note: 'ä'.repeat(11) }],
    ['one does not fit', { key: 'ABC' }],
    ['one has a second line', { key: 'a\nb' }],
    ['one came twice', { key: ['abc', 'abc'] }],
    ['one is an object', { key: { a: 'b' } }],
    ['one is unknown', { key: 'abc', other: '1' }],
    ['there is none at all', undefined],
  ])('is none where %s', async (_, body) => {
    expect(await readForm(posted(body), fields)).toBeNull();
  });

  test('without fields takes nothing', async () => {
    expect(await readForm(posted({}), [])).toEqual({});
    expect(await readForm(posted(undefined), [])).toEqual({});
    expect(await readForm(posted({ a: '1' }), [])).toBeNull();
  });
});

describe('A field that may come several times', () => {
  const many = [{ name: 'plan', maxLength: 3, pattern: /^[a-z]+$/, atMost: 2 }] as const;

  test.each([
    ['once', { plan: 'abc' }, { plan: 'abc' }],
    ['twice', { plan: ['abc', 'de'] }, { plan: 'abc,de' }],
    ['not at all', {}, {}],
  ])('comes %s', async (...[, body, read]) => {
    expect(await readForm(posted(body), many)).toEqual(read);
  });

  test.each([
    ['more often than it may', { plan: ['a', 'b', 'c'] }],
    ['with one that does not fit', { plan: ['a', 'B'] }],
    ['with one that is too long', { plan: ['a', 'abcd'] }],
    ['with a comma', { plan: ['a,b'] }],
    ['with something else in it', { plan: ['a', { b: 'c' }] }],
  ])('does not come %s', async (_, body) => {
    expect(await readForm(posted(body), many)).toBeNull();
  });

  test('is told one by one', () => {
    expect([manyIn('abc,de'), manyIn(''), manyIn(undefined)]).toEqual([['abc', 'de'], [], []]);
  });
});

describe('A query', () => {
  test('is its fields that fit; what does not fit and what nobody knows is left out', async () => {
    expect(await readQuery(asked({ key: 'abc', note: 'x', other: '1' }), fields)).toEqual({
      key: 'abc',
      note: 'x',
    });
    for (const key of ['ABC', 'abcde', ['abc', 'abc'], { a: 'abc' }, undefined]) {
      expect(await readQuery(asked({ key }), fields)).toEqual({});
    }
  });
});
