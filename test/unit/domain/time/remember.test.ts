import { describe, expect, test } from '@jest/globals';
import { remember } from '../../../../src/domain/time/remember.js';

describe('a remembered function', () => {
  test('asks once for each key, also where the answer is null', () => {
    const asked: number[] = [];
    const half = remember(10, (key) => {
      asked.push(key);
      return key % 2 === 0 ? key / 2 : null;
    });
    expect([half(4), half(3), half(4), half(3)]).toEqual([2, null, 2, null]);
    expect(asked).toEqual([4, 3]);
  });

  test('forgets all once it holds as many as it may', () => {
    const asked: number[] = [];
    const same = remember(2, (key) => {
      asked.push(key);
      return key;
    });
    for (const key of [1, 2, 3, 1]) expect(same(key)).toBe(key);
    expect(asked).toEqual([1, 2, 3, 1]);
  });
});
