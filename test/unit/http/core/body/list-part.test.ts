import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { listPart, rowsPart, setPart } from '../../../../../src/http/core/body/list-part.js';
import { must, textPart, wholePart } from '../../../../../src/http/core/body/plain-parts.js';
import { printedOf, readPart } from './read-part.js';

const names = setPart(textPart(1, 3), { minItems: 1, maxItems: 3 });

describe('a list of which each item is there once', () => {
  test('keeps its order', () => {
    expect(readPart(names, ['b', 'a'])).toEqual({ value: ['b', 'a'] });
  });

  test('tells of each item what is wrong with it, where it stands', () => {
    expect(readPart(names, ['b', '', 'b'])).toEqual(['it[1] blank', 'it[2] duplicate']);
    expect(readPart(names, [null, {}, 'abcd'])).toEqual([
      'it[0] wrong_type',
      'it[1] wrong_type',
      'it[2] too_long',
    ]);
  });

  test.each([null, 'a', { length: 1 }, 1])('is not %p', (sent) => {
    expect(readPart(names, sent)).toEqual(['it wrong_type']);
  });

  test('has no fewer and no more than it may', () => {
    expect(readPart(names, [])).toEqual(['it too_few_items']);
    expect(readPart(names, ['a', 'b', 'c', 'd'])).toEqual(['it too_many_items']);
  });
});

describe('rows', () => {
  const rows = rowsPart(
    z.strictObject({
      key: must(textPart(1, 3)),
      place: must(wholePart(1, 9)),
      of: names.optional(),
    }),
    { minItems: 0, maxItems: 3 },
    ['key', 'place'],
  );

  test('keep their order; none at all will do', () => {
    const sent = [
      { key: 'b', place: 2 },
      { key: 'a', place: 1 },
    ];
    expect(readPart(rows, sent)).toEqual({ value: sent });
    expect(readPart(rows, [])).toEqual({ value: [] });
  });

  test('have their faults row by row, what is there in a row before among them', () => {
    const sent = [{ key: 'a', place: 1 }, { key: 'a', place: 0, of: [''] }, null];
    expect(readPart(rows, sent)).toEqual([
      'it[1].key duplicate',
      'it[1].place out_of_range',
      'it[1].of[0] blank',
      'it[2] wrong_type',
    ]);
    expect(readPart(rows, [sent[0], { key: 'b', place: 1, x: 1 }])).toEqual([
      'it[1].place duplicate',
      'it[1].x unknown',
    ]);
  });

  test('have no value again that is only faulty again', () => {
    const sent = [{ key: '', place: 1 }, { key: '', place: 'x' }, { key: 'a', place: 'x' }, 5, 5];
    expect(readPart(rows, sent.slice(0, 3))).toEqual([
      'it[0].key blank',
      'it[1].key blank',
      'it[1].place wrong_type',
      'it[2].place wrong_type',
    ]);
    expect(readPart(rows, sent.slice(2))).toEqual([
      'it[0].place wrong_type',
      'it[1] wrong_type',
      'it[2] wrong_type',
    ]);
  });

  test('are not looked at where there are too many', () => {
    let looks = 0;
    const counted = z.unknown().transform(() => (looks += 1));
    const size = { minItems: 0, maxItems: 2 };
    const many = Array.from({ length: 10_000 }, () => ({ key: 1 }));
    for (const part of [
      rowsPart(z.strictObject({ key: counted }), size, []),
      listPart(z.strictObject({ key: counted }), size),
    ]) {
      expect(readPart(part, many)).toEqual(['it too_many_items']);
    }
    expect(looks).toBe(0);
  });
});

test('a list of rows that may be alike is one all the same', () => {
  const part = listPart(textPart(1, 3), { minItems: 1, maxItems: 2 });
  expect(readPart(part, ['a', 'a'])).toEqual({ value: ['a', 'a'] });
  expect(readPart(part, [])).toEqual(['it too_few_items']);
  expect(readPart(part, {})).toEqual(['it wrong_type']);
  expect(printedOf(part)).toMatchObject({ type: 'array', minItems: 1, maxItems: 2 });
});
