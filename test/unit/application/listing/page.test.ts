import { describe, expect, test } from '@jest/globals';
import { itemsBefore, takePage } from '../../../../src/application/listing/page.js';

describe('takePage', () => {
  test('is the second page of two, and how many there are in all', () => {
    expect(takePage([1, 2, 3], { page: 2, limit: 2 })).toEqual({ items: [3], totalItems: 3 });
  });

  test('is empty beyond the last page, and where none are asked for', () => {
    expect(takePage([1, 2, 3], { page: 3, limit: 2 })).toEqual({ items: [], totalItems: 3 });
    expect(takePage([1, 2, 3], { page: 1, limit: 0 })).toEqual({ items: [], totalItems: 3 });
  });
});

describe('itemsBefore', () => {
  test('counts what stands on the pages before', () => {
    expect(itemsBefore({ page: 3, limit: 30 })).toBe(60);
  });
});
