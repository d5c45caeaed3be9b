import { describe, expect, test } from '@jest/globals';
import { may, must, otherwise, unkept } from '../../../../../src/http/core/body/body-field.js';
import { objectPart } from '../../../../../src/http/core/body/object-part.js';
import { flagPart, textPart, wholePart } from '../../../../../src/http/core/body/plain-parts.js';
import { readPart } from './read-part.js';

const part = objectPart(
  {
    name: must(textPart(1, 5)),
    size: otherwise(wholePart(1, 9), 1),
    open: may(flagPart),
    note: unkept,
  },
  { secondNames: { width: 'size' } },
);

describe('an object', () => {
  test('means its fields, with defaults and without what is not kept', () => {
    expect(readPart(part, { name: 'a' })).toEqual({ value: { name: 'a', size: 1 } });
    const sent = { note: {}, open: false, size: 2, name: 'a' };
    expect(readPart(part, sent)).toEqual({ value: { name: 'a', size: 2, open: false } });
  });

  test('has faults in the order of its fields, then what is unknown', () => {
    const sent = JSON.parse(
      '{"constructor":1,"open":1,"__proto__":{"name":"a"},"size":0,"$where":1}',
    ) as object;
    expect(readPart(part, sent)).toEqual([
      'it.name absent',
      'it.size out_of_range',
      'it.open wrong_type',
      'it.constructor unknown',
      'it.__proto__ unknown',
      'it.$where unknown',
    ]);
  });

  test.each([null, [], [1], 'a', 1, true])('is not %p', (sent) => {
    expect(readPart(part, sent)).toEqual(['it wrong_type']);
  });

  test('takes a second name for a field, and tells faults under the name that was sent', () => {
    expect(readPart(part, { name: 'a', width: 3 })).toEqual({ value: { name: 'a', size: 3 } });
    expect(readPart(part, { name: 'a', width: 'b' })).toEqual(['it.width wrong_type']);
  });

  test('takes one of two names of a field, not both', () => {
    expect(readPart(part, { size: 0, width: 3 })).toEqual([
      'it.name absent',
      'it.width conflict',
      'it.size out_of_range',
    ]);
    expect(readPart(part, { name: 'a', size: 2, width: 2 })).toEqual(['it.width conflict']);
  });

  test('has no field that it only inherits', () => {
    const inherited = objectPart({ toString: may(flagPart), valueOf: must(flagPart) });
    expect(readPart(inherited, {})).toEqual(['it.valueOf absent']);
  });

  test('may take what nobody knows, and keep none of it', () => {
    const open = objectPart({ name: must(textPart(1, 5)) }, { takesOthers: true });
    const sent = JSON.parse('{"name":"a","__proto__":{},"other":1}') as object;
    expect(readPart(open, sent)).toEqual({ value: { name: 'a' } });
    expect(open.printed).toMatchObject({ additionalProperties: true });
  });

  test('prints its fields under all their names', () => {
    expect(part.printed).toEqual({
      type: 'object',
      properties: {
        name: expect.objectContaining({ type: 'string', minLength: 1, maxLength: 5 }),
        size: { type: 'integer', minimum: 1, maximum: 9 },
        open: { type: 'boolean' },
        note: expect.anything(),
        width: { type: 'integer', minimum: 1, maximum: 9 },
      },
      required: ['name'],
      additionalProperties: false,
    });
  });
});
