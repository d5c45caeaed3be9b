import { describe, expect, test } from '@jest/globals';
import {
  type BillingTerms,
  largestQuantity,
  paywayBilling,
} from '../../../../src/domain/catalogue/billing-terms.js';
import {
  isWithinQuantity,
  quantityInForce,
  takesQuantity,
} from '../../../../src/domain/catalogue/quantity-in-force.js';

const seats: BillingTerms = {
  ...paywayBilling,
  chargeModel: 'per_unit',
  quantityEditable: true,
  minQuantity: 5,
  maxQuantity: 50,
};
const fixed: BillingTerms = { ...seats, quantityEditable: false };

describe('A quantity that is asked for', () => {
  test.each([
    ['per_unit', true, true],
    ['per_unit', false, false],
    ['flat_fee', true, false],
    ['flat_fee', false, false],
  ] as const)('counts for %s, editable: %s → %s', (chargeModel, quantityEditable, counts) => {
    expect(takesQuantity({ chargeModel, quantityEditable })).toBe(counts);
  });
});

describe('How many of a period are had', () => {
  test('is the quantity of now within what it takes: of 3, where it takes 5 to 50, 5', () => {
    expect(quantityInForce(seats, 3)).toBe(5);
    expect(quantityInForce(seats, 7)).toBe(7);
    expect(quantityInForce(seats, 51)).toBe(50);
  });

  test('is what is asked for where that counts', () => {
    expect(quantityInForce(seats, 7, 9)).toBe(9);
  });

  test('is the quantity of now where what is asked for does not count', () => {
    expect(quantityInForce(fixed, 7, 9)).toBe(7);
    expect(quantityInForce(fixed, 3, 9)).toBe(5);
  });

  test('is one of a flat fee, whatever was had and is asked for', () => {
    expect(quantityInForce({ ...seats, chargeModel: 'flat_fee' }, 7, 9)).toBe(1);
    expect(quantityInForce(paywayBilling, 3)).toBe(1);
  });

  test('is a million at most where the period says no more', () => {
    const endless = { ...seats, maxQuantity: null };
    expect(quantityInForce(endless, largestQuantity + 1)).toBe(1_000_000);
  });
});

test.each([
  [4, 50, false],
  [5, 50, true],
  [50, 50, true],
  [51, 50, false],
  [1_000_000, null, true],
  [1_000_001, null, false],
])('%i is within 5 and %p: %s', (quantity, maxQuantity, is) => {
  expect(isWithinQuantity({ minQuantity: 5, maxQuantity }, quantity)).toBe(is);
});
