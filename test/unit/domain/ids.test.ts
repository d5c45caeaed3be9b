import { describe, expect, test } from '@jest/globals';
import { parseId, toClientId, toId, toIdOrNull } from '../../../src/domain/ids.js';

const hex = '56e1741a6fc9365306000001';

describe('an id', () => {
  test('is taken in either case and held in lower case', () => {
    expect(parseId(hex)).toBe(hex);
    expect(parseId(hex.toUpperCase())).toBe(hex);
  });

  test.each(['', 'abc', hex.slice(1), `${hex}0`, `${hex}\n`, `${hex.slice(1)}g`, ` ${hex}`])(
    '%j is none',
    (raw) => {
      expect(parseId(raw)).toBeNull();
      expect(() => toId(raw)).toThrow(TypeError);
    },
  );

  test('may be none, and is nothing else that is no id', () => {
    expect(toIdOrNull(null)).toBeNull();
    expect(toIdOrNull(hex)).toBe(hex);
    expect(() => toIdOrNull('abc')).toThrow(TypeError);
  });

  test('of a client is any string', () => {
    expect(toClientId('demo')).toBe('demo');
  });
});
