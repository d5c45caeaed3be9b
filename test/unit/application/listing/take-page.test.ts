import { describe, expect, test } from '@jest/globals';
import { takePage } from '../../../../src/application/listing/take-page.js';

describe('A page of a list', () => {
  test('is the second of two, with how many there are in all', () => {
    expect(takePage([1, 2, 3], { page: 2, limit: 2 })).toEqual({ items: [3], totalItems: 3 });
  });

  test('is empty beyond the last one, and where none are asked for', () => {
    expect(takePage([1, 2, 3], { page: 3, limit: 2 })).toEqual({ items: [], totalItems: 3 });
    expect(takePage([1, 2, 3], { page: 1, limit: 0 })).toEqual({ items: [], totalItems: 3 });
  });
});
