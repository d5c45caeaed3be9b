import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  must,
  readablePart,
  textPart,
  wholePart,
} from '../../../../../src/http/core/body/plain-parts.js';
import { printedOf, readPart } from './read-part.js';

const wrongType = ['it wrong_type'];

describe('a field that must be there', () => {
  test('is absent where it is left out, and blank where it is null', () => {
    const part = must(z.boolean());
    expect(readPart(part, undefined)).toEqual(['it absent']);
    expect(readPart(part, null)).toEqual(['it blank']);
    expect(readPart(part, 1)).toEqual(wrongType);
    expect(readPart(part, false)).toEqual({ value: false });
  });

  test('is required in the API document', () => {
    const printed = printedOf(
      z.strictObject({ open: must(z.boolean()), shut: z.boolean().default(true) }),
    );
    expect(printed).toMatchObject({ required: ['open'] });
  });
});

describe('a whole number from 0 to 100', () => {
  const part = wholePart(0, 100);
  test.each([0, 1, 100, 1.0])('is %s', (sent) => {
    expect(readPart(part, sent)).toEqual({ value: sent });
  });
  test('has no negative zero', () => {
    expect(readPart(part, JSON.parse('-0'))).toEqual({ value: 0 });
  });
  test.each([null, '1', 1.5, 100.5, JSON.parse('1e999'), true, [], [1], { $gt: 0 }])(
    'is not %p',
    (sent) => {
      expect(readPart(part, sent)).toEqual(wrongType);
    },
  );
  test.each([-1, 101, 1e300])('does not go as far as %s', (sent) => {
    expect(readPart(part, sent)).toEqual(['it out_of_range']);
  });
  test('is printed with its bounds', () => {
    expect(printedOf(part)).toEqual({ type: 'integer', minimum: 0, maximum: 100 });
  });
});

describe('a text of 2 to 4 characters', () => {
  const part = textPart(2, 4);
  test.each(['ab', 'abcd', '😀😀😀😀', '  '])('is "%s"', (sent) => {
    expect(readPart(part, sent)).toEqual({ value: sent });
  });
  test.each([null, 1, true, ['ab'], { $gt: '' }])('is not %p', (sent) => {
    expect(readPart(part, sent)).toEqual(wrongType);
  });
  test.each([
    { sent: '', fault: 'blank' },
    { sent: 'a', fault: 'too_short' },
    { sent: 'abcde', fault: 'too_long' },
    { sent: '😀😀😀😀😀', fault: 'too_long' },
    { sent: 'x'.repeat(90_000), fault: 'too_long' },
    { sent: 'a\n', fault: 'malformed' },
    { sent: 'a\0', fault: 'malformed' },
    { sent: 'a\ud800', fault: 'malformed' },
  ])('$fault: %#', ({ sent, fault }) => {
    expect(readPart(part, sent)).toEqual([`it ${fault}`]);
  });
});

test('a text that may be empty may', () => {
  expect(readPart(textPart(0, 4), '')).toEqual({ value: '' });
});

test('a text that has to match does, and is held to its length first', () => {
  const part = textPart(1, 3, /^[a-z]+$/);
  expect(readPart(part, 'abc')).toEqual({ value: 'abc' });
  expect(readPart(part, 'aB')).toEqual(['it malformed']);
  expect(readPart(part, 'ABCD')).toEqual(['it too_long']);
  expect(readPart(part, 5)).toEqual(wrongType);
  const printed = { type: 'string', minLength: 1, maxLength: 3, pattern: '^[a-z]+$' };
  expect(printedOf(part)).toEqual(printed);
});

test('a text that stands for something is what it stands for', () => {
  const part = readablePart(/^\d$/, (sent) => (sent === '0' ? null : Number(sent)));
  expect(readPart(part, '5')).toEqual({ value: 5 });
  expect(readPart(part, '0')).toEqual(['it malformed']);
  expect(readPart(part, '55')).toEqual(['it malformed']);
  expect(readPart(part, '')).toEqual(['it blank']);
  expect(readPart(part, 5)).toEqual(wrongType);
  expect(printedOf(part)).toEqual({ type: 'string', pattern: '^\\d$' });
});
