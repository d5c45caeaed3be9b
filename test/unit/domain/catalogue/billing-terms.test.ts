import { expect, test } from '@jest/globals';
import { isPaywayBilling, paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';

test('A period is charged as Payway’s are where each of its terms is theirs', () => {
  expect(isPaywayBilling({ ...paywayBilling })).toBe(true);
  const others = {
    ...{ chargeModel: 'per_unit', payInAdvance: false, proRata: false },
    ...{ quantityEditable: true, minQuantity: 2, maxQuantity: 3 },
  };
  for (const [name, value] of Object.entries(others)) {
    expect(isPaywayBilling({ ...paywayBilling, [name]: value })).toBe(false);
  }
});
