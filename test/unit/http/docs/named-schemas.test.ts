import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  printAnswerSchemas,
  printRequestSchemas,
} from '../../../../src/http/docs/named-schemas.js';

const id = z
  .string()
  .regex(/^[a-f]+$/)
  .meta({ id: 'Id', description: 'An id' });
const thing = z.strictObject({ id, size: z.int().min(1) }).meta({ id: 'Thing' });
const things = z
  .strictObject({ items: z.array(thing), last: thing.nullable() })
  .meta({ id: 'ThingList' });

describe('schemas of answers', () => {
  test('are printed once, under their names', () => {
    const { components, printed } = printAnswerSchemas([things, thing, things]);
    expect(printed.get(things)).toEqual({ $ref: '#/components/schemas/ThingList' });
    expect(printed.get(thing)).toEqual({ $ref: '#/components/schemas/Thing' });
    const ref = { $ref: '#/components/schemas/Thing' };
    expect(components).toEqual({
      Id: { type: 'string', pattern: '^[a-f]+$', description: 'An id' },
      Thing: {
        type: 'object',
        properties: {
          id: { $ref: '#/components/schemas/Id' },
          size: { type: 'integer', minimum: 1 },
        },
        required: ['id', 'size'],
      },
      ThingList: {
        type: 'object',
        properties: {
          items: { type: 'array', items: ref },
          last: { anyOf: [ref, { type: 'null' }] },
        },
        required: ['items', 'last'],
      },
    });
  });

  test('stand where they are answered when they have no name', () => {
    const { components, printed } = printAnswerSchemas([z.strictObject({ id })]);
    expect([...printed.values()]).toEqual([
      {
        type: 'object',
        properties: { id: { $ref: '#/components/schemas/Id' } },
        required: ['id'],
      },
    ]);
    expect(Object.keys(components)).toEqual(['Id']);
  });

  test('say of an instant its format, and no pattern', () => {
    const { printed } = printAnswerSchemas([z.iso.datetime({ offset: true })]);
    expect([...printed.values()]).toEqual([{ type: 'string', format: 'date-time' }]);
  });

  test('do not share a name', () => {
    const other = z.string().meta({ id: 'Thing' });
    expect(() => printAnswerSchemas([thing, other])).toThrow('Duplicate schema id "Thing"');
  });

  test('may be none', () => {
    expect(printAnswerSchemas([])).toEqual({ components: {}, printed: new Map() });
  });
});

describe('schemas of requests', () => {
  const row = z
    .strictObject({ size: z.preprocess((it) => it, z.number()), open: z.boolean().default(true) })
    .meta({ id: 'Row' });

  test('are printed as what is sent, not as what it means: nothing else is taken', () => {
    const body = z.strictObject({ rows: z.array(row) }).transform(({ rows: [first] }) => first);
    const { components, printed } = printRequestSchemas([body]);
    expect(printed.get(body)).toEqual({
      type: 'object',
      properties: { rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } } },
      required: ['rows'],
      additionalProperties: false,
    });
    expect(components).toEqual({
      Row: {
        type: 'object',
        properties: { size: { type: 'number' }, open: { type: 'boolean' } },
        required: ['size'],
        additionalProperties: false,
      },
    });
  });

  test('say so where they take more than their fields', () => {
    const open = z.object({ size: z.number() });
    expect(printRequestSchemas([open]).printed.get(open)).toMatchObject({
      additionalProperties: true,
    });
  });

  test('may be none', () => {
    expect(printRequestSchemas([])).toEqual({ components: {}, printed: new Map() });
  });
});
