import { describe, expect, test } from '@jest/globals';
import {
  flagPart,
  matchingPart,
  mayBeNull,
  textPart,
  wholePart,
  wordPart,
} from '../../../../../src/http/core/body/plain-parts.js';
import { readPart } from './read-part.js';

const wrongType = ['it wrong_type'];

describe('a flag', () => {
  test.each([true, false])('is %s', (sent) => {
    expect(readPart(flagPart, sent)).toEqual({ value: sent });
  });
  test.each([null, 'true', 1, 0, [], {}])('is not %p', (sent) => {
    expect(readPart(flagPart, sent)).toEqual(wrongType);
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
  test.each([null, '1', 1.5, true, [], [1], { $gt: 0 }])('is not %p', (sent) => {
    expect(readPart(part, sent)).toEqual(wrongType);
  });
  test.each([-1, 101, 1e300])('does not go as far as %s', (sent) => {
    expect(readPart(part, sent)).toEqual(['it out_of_range']);
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
  const part = matchingPart(/^[a-z]+$/, 3);
  expect(readPart(part, 'abc')).toEqual({ value: 'abc' });
  expect(readPart(part, 'aB')).toEqual(['it malformed']);
  expect(readPart(part, 'ABCD')).toEqual(['it too_long']);
  expect(readPart(part, 5)).toEqual(wrongType);
  expect(part.printed).toMatchObject({ type: 'string', maxLength: 3, pattern: '^[a-z]+$' });
});

test('a word is one of a few, spelt as they are', () => {
  const part = wordPart(['full', 'none']);
  expect(readPart(part, 'none')).toEqual({ value: 'none' });
  expect(readPart(part, 'None')).toEqual(['it no_choice']);
  expect(readPart(part, 'constructor')).toEqual(['it no_choice']);
  expect(readPart(part, '')).toEqual(['it blank']);
  expect(readPart(part, ['none'])).toEqual(wrongType);
});

test('what may be null is null or what it is otherwise', () => {
  const part = mayBeNull(flagPart);
  expect(readPart(part, null)).toEqual({ value: null });
  expect(readPart(part, true)).toEqual({ value: true });
  expect(readPart(part, 0)).toEqual(wrongType);
});
