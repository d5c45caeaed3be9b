import { describe, expect, test } from '@jest/globals';
import {
  editedBilling,
  newBilling,
  quantityFaults,
} from '../../../../src/application/catalogue/period-billing.js';

const perUnit = newBilling({ chargeModel: 'per_unit' });

describe('How a new period is charged', () => {
  test('is in advance and pro rata, one at least and as many as may be', () => {
    expect(newBilling({ chargeModel: 'flat_fee' })).toEqual({
      chargeModel: 'flat_fee',
      payInAdvance: true,
      proRata: true,
      quantityEditable: false,
      minQuantity: 1,
      maxQuantity: null,
    });
    expect(perUnit.quantityEditable).toBe(true);
  });

  test('is what is given', () => {
    const given = {
      chargeModel: 'per_unit',
      payInAdvance: false,
      proRata: false,
      quantityEditable: false,
      minQuantity: 2,
      maxQuantity: 50,
    } as const;
    expect(newBilling(given)).toEqual(given);
  });
});

describe('How a period is charged from now on', () => {
  test('is as before where nothing is said', () => {
    const limited = { ...perUnit, maxQuantity: 50 };
    expect(editedBilling(limited, { maxQuantity: undefined })).toEqual(limited);
    expect(editedBilling(limited, { maxQuantity: null })).toEqual(perUnit);
    expect(editedBilling(limited, { proRata: false })).toEqual({ ...limited, proRata: false });
  });
});

describe('The most that is sold', () => {
  test('may be the least, and not less', () => {
    expect(quantityFaults({ ...perUnit, minQuantity: 5, maxQuantity: 5 })).toEqual([]);
    expect(quantityFaults({ ...perUnit, minQuantity: 5, maxQuantity: null })).toEqual([]);
    expect(quantityFaults({ ...perUnit, minQuantity: 5, maxQuantity: 4 })).toEqual([
      { path: ['billing', 'maxQuantity'], code: 'range', bounds: { minimum: 5 } },
    ]);
  });
});
