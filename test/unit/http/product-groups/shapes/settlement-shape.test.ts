import { expect, test } from '@jest/globals';
import {
  quantityWarnings,
  settlementShape,
  toSettlementItem,
} from '../../../../../src/http/product-groups/shapes/settlement-shape.js';
import { eur, money } from '../../../../support/domain/build-package.js';

const cents = (amount: number) => ({ amount, precision: 2, currencyCode: 'EUR' });

test.each([
  { credit: 500, used: 0, charge: 3_000, dueNow: 2_500 },
  { credit: 1_000, used: 0, charge: 0, dueNow: -1_000 },
  { credit: 0, used: 500, charge: 3_000, dueNow: 3_500 },
])('$used + $charge − $credit is $dueNow', ({ credit, used, charge, dueNow }) => {
  const settlement = {
    credit: money(credit, eur),
    used: money(used, eur),
    charge: money(charge, eur),
  };
  const printed = toSettlementItem({ settlement, valueLeft: money(0, eur) });
  expect(printed).toEqual({
    credit: cents(credit),
    used: cents(used),
    charge: cents(charge),
    dueNow: cents(dueNow),
  });
  expect(settlementShape.safeParse(printed).success).toBe(true);
});

test('what was settled by other rules comes to nothing here', () => {
  const printed = toSettlementItem({ settlement: null, valueLeft: money(700, eur) });
  expect(printed).toEqual({ credit: cents(0), used: cents(0), charge: cents(0), dueNow: cents(0) });
});

test('a quantity that is not in force is a warning', () => {
  expect(quantityWarnings(true)).toEqual([]);
  expect(quantityWarnings(false)).toEqual([{ code: 'quantity_not_applied' }]);
});
