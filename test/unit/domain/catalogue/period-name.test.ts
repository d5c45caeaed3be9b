import { describe, expect, test } from '@jest/globals';
import { intervalText, periodName } from '../../../../src/domain/catalogue/period-name.js';

const monthly = { unit: 'month', length: 1 } as const;

describe('periodName', () => {
  test('is what the period says', () => {
    expect(periodName({ name: 'Starter' }, { name: 'Monthly', interval: monthly })).toBe('Monthly');
  });

  test('is made of package and interval where the period says nothing', () => {
    expect(periodName({ name: 'Starter' }, { name: null, interval: monthly })).toBe('Starter 1M');
  });
});

describe('intervalText', () => {
  test.each([
    ['day', 14, '14D'],
    ['week', 2, '2W'],
    ['month', 3, '3M'],
    ['year', 1, '1Y'],
  ] as const)('says an interval of unit %s and length %i as %s', (unit, length, text) => {
    expect(intervalText({ unit, length })).toBe(text);
  });
});
