import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { must, textPart, wholePart } from '../../../../../src/http/core/body/plain-parts.js';
import { mayBeAbsent, readBody } from '../../../../../src/http/core/body/read-body.js';

const body = z.strictObject({
  name: must(textPart(1, 5)),
  size: wholePart(1, 9).default(1),
  open: z.boolean().optional(),
  kind: z.enum(['full', 'none']).optional(),
  rows: z.array(z.strictObject({ ids: z.array(z.string().regex(/^a$/)) })).optional(),
});

/** What is wrong with it, as JSON text so that a field may be called `__proto__`. */
function faultsOf(json: string): unknown {
  const read = readBody(body, JSON.parse(json));
  return 'faults' in read ? read.faults : read;
}
const told = (json: string) =>
  (faultsOf(json) as { name: string; fault: string }[]).map((it) => `${it.name} ${it.fault}`);

describe('a body', () => {
  test('is what it means: with defaults, and without what is left out', () => {
    const read = readBody(body, { name: 'a' });
    expect(read).toStrictEqual({ value: { name: 'a', size: 1 } });
  });

  test('has faults in the order of its fields, then what is unknown in the order of what was sent', () => {
    const sent = '{"constructor":1,"open":1,"__proto__":{"name":"a"},"size":0,"$where":1,"":1}';
    expect(told(sent)).toEqual([
      'name absent',
      'size out_of_range',
      'open wrong_type',
      'constructor unknown',
      '__proto__ unknown',
      '$where unknown',
      ' unknown',
    ]);
  });

  test('has faults with their facts, and where they stand', () => {
    const rows = '[{"ids":["a",5,"b"]},7,{"ids":{},"x":1}]';
    expect(faultsOf(`{"name":"abcdef","size":10,"kind":"other","rows":${rows}}`)).toEqual([
      { name: 'name', fault: 'too_long', maxLength: 5 },
      { name: 'size', fault: 'out_of_range', minimum: 1, maximum: 9 },
      { name: 'kind', fault: 'no_choice', words: ['full', 'none'] },
      { name: 'rows[0].ids[1]', fault: 'wrong_type', type: 'string' },
      { name: 'rows[0].ids[2]', fault: 'malformed' },
      { name: 'rows[1]', fault: 'wrong_type', type: 'object' },
      { name: 'rows[2].ids', fault: 'wrong_type', type: 'list' },
      { name: 'rows[2].x', fault: 'unknown' },
    ]);
  });

  test('has each type by its name', () => {
    const types = (faultsOf('{"name":1,"size":"1","open":1,"kind":1,"rows":1}') as object[]).map(
      (it) => Reflect.get(it, 'type') as unknown,
    );
    expect(types).toEqual(['string', 'integer', 'boolean', 'string', 'list']);
  });

  test.each([
    ['empty', '{"name":"a","kind":""}', 'kind blank'],
    ['null where it may be left out', '{"name":"a","kind":null}', 'kind wrong_type'],
    ['null where it has a default', '{"name":"a","size":null}', 'size wrong_type'],
    ['null where it must be there', '{"name":null}', 'name blank'],
    ['empty where a form is asked', '{"name":"a","rows":[{"ids":[""]}]}', 'rows[0].ids[0] blank'],
    ['left out in a row', '{"name":"a","rows":[{}]}', 'rows[0].ids absent'],
  ])('has a field that is %s', (_what, sent, fault) => {
    expect(told(sent)).toEqual([fault]);
  });

  test('is read without code that is made while the process runs', () => {
    const { Function: own } = globalThis;
    const made: unknown[] = [];
    globalThis.Function = new Proxy(own, {
      construct: (target, args: string[]) => {
        made.push(args);
        return Reflect.construct(target, args);
      },
    });
    try {
      readBody(z.strictObject({ open: z.boolean() }), { open: true });
    } finally {
      globalThis.Function = own;
    }
    // zod tries once whether it could.
    expect(made.filter((it) => String(it) !== '')).toEqual([]);
  });
});

test('a body may be absent where nothing in it is required', () => {
  expect(mayBeAbsent(z.strictObject({ open: z.boolean().optional() }))).toBe(true);
  expect(mayBeAbsent(body)).toBe(false);
  expect(mayBeAbsent([{ name: 'open', required: false, type: 'boolean' }])).toBe(true);
  expect(mayBeAbsent([{ name: 'open', required: true, type: 'boolean' }])).toBe(false);
});
