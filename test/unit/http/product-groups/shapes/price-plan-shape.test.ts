import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../../src/domain/catalogue/sold-period.js';
import {
  planOfTier,
  pricePlanShape,
  soldPlanShape,
  toPlanOfTier,
  toPricePlanItem,
  toSoldPlanItem,
} from '../../../../../src/http/product-groups/shapes/price-plan-shape.js';
import { at } from '../../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../../support/domain/build-package.js';

const period = buildPeriod({
  number: 0x141,
  price: money(400, eur),
  billing: {
    chargeModel: 'per_unit',
    payInAdvance: false,
    proRata: true,
    quantityEditable: true,
    minQuantity: 1,
    maxQuantity: 50,
  },
});
const pack = buildPackage({ number: 0x104, name: 'Seats', periods: [period] });
const sold = {
  id: period.id,
  internalName: 'Seats 1M',
  billingInterval: '1M',
  currencyCode: 'EUR',
  price: { amount: 400 },
  type: 'per_unit',
  payInAdvance: false,
  proRata: true,
  quantityEditable: true,
  minQuantity: 1,
  maxQuantity: 50,
};

test('a price plan tells its price in minor units, its terms, and how often it was edited', () => {
  const revision = {
    version: 2,
    createdAt: at('2026-04-01T00:00:00Z'),
    updatedAt: at('2026-05-01T00:00:00Z'),
  };
  const printed = toPricePlanItem({ period, package: pack, revision, inUse: true });
  expect(printed).toEqual({
    ...sold,
    status: 'active',
    product: { id: pack.id, name: 'Seats' },
    inUse: true,
    version: 2,
    createdAt: '2026-04-01T00:00:00+00:00',
    updatedAt: '2026-05-01T00:00:00+00:00',
  });
  expect(pricePlanShape.safeParse(printed).error).toBeUndefined();
});

test('a plan as it was sold tells the same, but for what only the catalogue knows', () => {
  const printed = toSoldPlanItem(soldPeriodOf(period), pack);
  expect(printed).toEqual(sold);
  expect(soldPlanShape.safeParse(printed).error).toBeUndefined();
});

test('a membership lists of a plan what it costs, and whether it is sold', () => {
  const printed = toPlanOfTier({ ...period, enabled: false }, pack);
  const { id, internalName, billingInterval, currencyCode, price } = sold;
  expect(printed).toEqual({
    id,
    internalName,
    billingInterval,
    currencyCode,
    price,
    status: 'archived',
  });
  expect(planOfTier.safeParse(printed).error).toBeUndefined();
});
