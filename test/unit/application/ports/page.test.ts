import { describe, expect, test } from '@jest/globals';
import { itemsBefore } from '../../../../src/application/ports/page.js';

describe('Before a page', () => {
  test('stand all that is on the pages before it', () => {
    expect(itemsBefore({ page: 3, limit: 30 })).toBe(60);
    expect(itemsBefore({ page: 1, limit: 30 })).toBe(0);
  });
});
