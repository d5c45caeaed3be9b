import { describe, expect, test } from '@jest/globals';
import { may, must, otherwise, unkept } from '../../../../../src/http/core/body/body-field.js';
import { flagPart, mayBeNull } from '../../../../../src/http/core/body/plain-parts.js';
import { readPart } from './read-part.js';

describe('a field that must be there', () => {
  test('is absent where it is left out, and blank where it is null', () => {
    expect(must(flagPart).isRequired).toBe(true);
    expect(readPart(must(flagPart), undefined)).toEqual(['it absent']);
    expect(readPart(must(flagPart), null)).toEqual(['it blank']);
    expect(readPart(must(flagPart), false)).toEqual({ value: false });
  });

  test('may be null where null says something', () => {
    expect(readPart(must(mayBeNull(flagPart)), null)).toEqual({ value: null });
    expect(readPart(must(mayBeNull(flagPart)), undefined)).toEqual(['it absent']);
  });
});

test('a field that may be left out means nothing then, and null is no way to leave it out', () => {
  expect(may(flagPart).isRequired).toBe(false);
  expect(readPart(may(flagPart), undefined)).toEqual({ value: undefined });
  expect(readPart(may(flagPart), null)).toEqual(['it wrong_type']);
});

test('a field with a default means that where it is left out', () => {
  expect(otherwise(flagPart, true).isRequired).toBe(false);
  expect(readPart(otherwise(flagPart, true), undefined)).toEqual({ value: true });
  expect(readPart(otherwise(flagPart, true), false)).toEqual({ value: false });
});

test('what is not kept may be anything', () => {
  for (const sent of [undefined, null, 1, '', { $gt: '' }]) {
    expect(readPart(unkept, sent)).toEqual({ value: undefined });
  }
});
