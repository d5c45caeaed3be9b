import { describe, expect, test } from '@jest/globals';
import { isOnSale } from '../../../../src/domain/catalogue/is-on-sale.js';
import { at } from '../../../support/domain/at.js';

const now = at('2026-05-01T00:00:00Z');
const before = at('2026-04-30T23:59:59.999Z');
const after = at('2026-05-01T00:00:00.001Z');

describe('a package', () => {
  test.each([
    { what: 'without a sales period', validFrom: null, validTo: null, expected: true },
    { what: 'whose sales period begins now', validFrom: now, validTo: null, expected: true },
    { what: 'whose sales period has begun', validFrom: before, validTo: after, expected: true },
    { what: 'whose sales period is to begin', validFrom: after, validTo: null, expected: false },
    { what: 'whose sales period ends now', validFrom: null, validTo: now, expected: false },
    { what: 'whose sales period is over', validFrom: null, validTo: before, expected: false },
  ])('$what: on sale is $expected', ({ validFrom, validTo, expected }) => {
    expect(isOnSale({ validFrom, validTo, archived: false }, now)).toBe(expected);
  });

  test('that is archived is not on sale', () => {
    expect(isOnSale({ validFrom: null, validTo: null, archived: true }, now)).toBe(false);
  });
});
