import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { bodySchema, fieldSchema } from '../../../../src/http/docs/field-schema.js';
import type { FieldRule } from '../../../../src/http/core/field-rule.js';
import {
  codeField,
  flagField,
  idField,
  instantField,
  pageFields,
  wordField,
} from '../../../../src/http/payway/fields.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const text = (pattern: RegExp): FieldRule => ({
  name: 'x',
  required: true,
  type: 'string',
  maxLength: 24,
  pattern,
  printedPattern: '',
});

describe('the schema of a field', () => {
  test.each([
    { pattern: /^[a-f\d]{24}$/i, source: '^[a-fA-F\\d]{24}$' },
    { pattern: /^[a-f\d]{24}$/, source: '^[a-f\\d]{24}$' },
    { pattern: /^ab-c\w[.x-]$/i, source: '^[aA][bB]-[cC]\\w[.xX-]$' },
    { pattern: /^\u00ffa-b$/i, source: '^\\u00ff[aA]-[bB]$' },
  ])('says $pattern without a flag', ({ pattern, source }) => {
    expect(fieldSchema(text(pattern))).toMatchObject({ pattern: source });
  });

  test('lists the words where there is nothing but words', () => {
    expect(fieldSchema(wordField('state', ['activated', 'deactivated']))).toEqual({
      type: 'string',
      enum: ['activated', 'deactivated'],
    });
  });

  test('keeps numbers within their bounds', () => {
    const rule = { name: 'x', required: true, type: 'integer', minimum: 0, maximum: 168 } as const;
    expect(fieldSchema(rule)).toEqual({ type: 'integer', minimum: 0, maximum: 168 });
  });

  test('says what a text of a query stands for', () => {
    const [limit] = pageFields;
    expect(fieldSchema(limit)).toEqual({ type: 'integer', minimum: 1, maximum: 100 });
    expect(fieldSchema(flagField('all'))).toEqual({ type: 'boolean' });
  });

  test('says that a text is an instant, and which ones are taken', () => {
    const { maxLength, pattern } = instantField('now');
    expect(fieldSchema(instantField('now'))).toEqual({
      type: 'string',
      format: 'date-time',
      maxLength,
      pattern: pattern.source,
    });
  });

  test('takes null for a list that may be null, and for no other', () => {
    const list = { ...text(/^[a-z]+$/), type: 'strings', maxItems: 2 } as FieldRule;
    const maybe = { ...list, mayBeNull: true } as FieldRule;
    const [plain, nullable] = [list, maybe].map((it) => ajv.compile(fieldSchema(it)));
    expect([plain?.(null), nullable?.(null)]).toEqual([false, true]);
    expect([nullable?.(['a', 'b']), nullable?.(['a', 'b', 'c'])]).toEqual([true, false]);
  });

  test.each([
    { id: 'a'.repeat(24), isTaken: true },
    { id: 'A'.repeat(24), isTaken: true },
    { id: `${'a'.repeat(24)}\n`, isTaken: false },
    { id: 'g'.repeat(24), isTaken: false },
  ])('takes an id in either case: $id', ({ id, isTaken }) => {
    expect(ajv.validate(fieldSchema(idField('id')), id)).toBe(isTaken);
  });
});

test('a body has its fields and no other', () => {
  const schema = bodySchema([idField('id'), codeField('code', { required: false })]);
  const validate = ajv.compile(schema);
  const id = '0'.repeat(24);
  expect(validate({ id })).toBe(true);
  expect(validate({ id, code: 'a' })).toBe(true);
  expect(validate({ code: 'a' })).toBe(false);
  expect(validate({ id, other: 1 })).toBe(false);
});
