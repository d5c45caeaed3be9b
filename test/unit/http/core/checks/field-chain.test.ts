import { describe, expect, test } from '@jest/globals';
import {
  makeFieldChain,
  makeItemChain,
  makeUnknownFieldsChain,
} from '../../../../../src/http/core/checks/field-chain.js';
import { runChain } from '../../../../../src/http/core/checks/run-chain.js';

const text = {
  name: 'x',
  required: true,
  type: 'string',
  maxLength: 3,
  pattern: /^[^\n]+$/,
  printedPattern: '/p/',
} as const;
const faultOf = (rule: Parameters<typeof makeFieldChain>[0], value: unknown) =>
  runChain(makeFieldChain(rule), value);

describe('A text', () => {
  test('that is not there is absent', async () => {
    expect(await faultOf(text, undefined)).toEqual({ name: 'x', fault: 'absent' });
  });

  const others: readonly unknown[] = [
    null,
    1,
    true,
    {},
    [],
    ['abc'],
    { toString: 'a' },
    { length: 1 },
  ];
  test.each(others.map((value) => ({ value })))('is not $value', async ({ value }) => {
    const fault = { name: 'x', fault: 'wrong_type', type: 'string' };
    expect(await faultOf(text, value)).toEqual(fault);
  });

  const tooLong = { name: 'x', fault: 'too_long', maxLength: 3 };
  test.each([
    ['abcd', tooLong],
    ['\n\n\n\n', tooLong],
    ['😀😀😀😀', tooLong],
    // A heart is two characters: the sign, and that it is to be shown in colour.
    ['❤️❤️', tooLong],
    ['a'.repeat(60_000), tooLong],
    ['😀😀😀', null],
    ['❤️a', null],
    ['\ud800\ud800\ud800', null],
    ['\ud800\ud800\ud800\ud800', tooLong],
    ['abc', null],
  ])('%j is counted in characters', async (value, fault) => {
    expect(await faultOf(text, value)).toEqual(fault);
  });

  test.each(['', '\n', 'ab\n'])('%j is not of its format', async (value) => {
    const fault = { name: 'x', fault: 'wrong_format', printedPattern: '/p/' };
    expect(await faultOf(text, value)).toEqual(fault);
  });
});

test('a boolean is one of JSON’s two', async () => {
  const rule = { name: 'b', required: true, type: 'boolean' } as const;
  expect([await faultOf(rule, true), await faultOf(rule, false)]).toEqual([null, null]);
  for (const value of ['true', 1, 0, null, [], [true], {}, '']) {
    expect(await faultOf(rule, value)).toEqual({ name: 'b', fault: 'wrong_type', type: 'boolean' });
  }
});

test('an integer is a whole number within its bounds', async () => {
  const rule = { name: 'n', required: true, type: 'integer', minimum: 0, maximum: 168 } as const;
  for (const value of [0, -0, 7, 168, 5.0]) expect(await faultOf(rule, value)).toBeNull();
  for (const value of ['5', [5], 1.5, null, true, {}, NaN]) {
    expect(await faultOf(rule, value)).toEqual({ name: 'n', fault: 'wrong_type', type: 'integer' });
  }
  for (const value of [-1, 169, 1e21, -1e21]) {
    const bounds = { minimum: 0, maximum: 168 };
    expect(await faultOf(rule, value)).toEqual({ name: 'n', fault: 'out_of_range', ...bounds });
  }
});

test('a list is a list of so many, and each of its items a text', async () => {
  const rule = { ...text, type: 'strings', maxItems: 2 } as const;
  expect(await faultOf(rule, ['a', 'b'])).toBeNull();
  for (const value of ['a', null, { 0: 'a' }]) {
    expect(await faultOf(rule, value)).toEqual({ name: 'x', fault: 'wrong_type', type: 'strings' });
  }
  const tooMany = { name: 'x', fault: 'too_many_items', maxItems: 2 };
  expect(await faultOf(rule, ['a', 'b', 'c'])).toEqual(tooMany);
  const item = (value: unknown) => runChain(makeItemChain(rule), value);
  expect(await item('abc')).toBeNull();
  expect(await item(1)).toEqual({ name: 'x', fault: 'wrong_type', type: 'string' });
  expect(await item('abcd')).toEqual({ name: 'x', fault: 'too_long', maxLength: 3 });
});

describe('Unknown fields', () => {
  const chain = makeUnknownFieldsChain([text]);

  test('are named by their top-level names, in the order in which they came', async () => {
    const sent = JSON.parse(
      '{"x":1,"__proto__":1,"constructor":{"a":1},"toString":null,"a.b":[],"7":1,"":0}',
    ) as object;
    const names = ['7', '__proto__', 'constructor', 'toString', 'a.b', ''];
    const faults = names.map((name) => ({ name, fault: 'unknown' }));
    expect(await runChain(chain, sent)).toEqual(faults);
  });

  test('are none where all are known', async () => {
    expect(await runChain(chain, { x: { y: 1 } })).toBeNull();
    expect(await runChain(chain, {})).toBeNull();
  });
});
