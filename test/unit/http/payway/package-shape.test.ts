import { expect, test } from '@jest/globals';
import { toPackageItem, toPeriodItem } from '../../../../src/http/payway/package-shape.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';

test('a period’s name is how long it lasts', () => {
  const period = buildPeriod({ number: 1, enabled: false, price: money(4_950) });
  expect(toPeriodItem(period)).toEqual({
    id: period.id,
    payment_method: 'invoice',
    type: 'recurring',
    iteration_type: 'month',
    iteration_length: 1,
    price: 49.5,
    enabled: false,
    details: { name: '1 month', type: 'invoice' },
  });
  const quarter = buildPeriod({ number: 1, interval: { unit: 'month', length: 3 } });
  expect(toPeriodItem(quarter)).toMatchObject({ details: { name: '3 months' } });
});

const pack = buildPackage({
  number: 10,
  titleCode: 'title',
  vatCode: 'v',
  validFrom: at('2026-01-01T00:00:00Z'),
  tags: [{ name: 'paper', type: 'kind' }],
});

test('a package is told in Payway’s words', () => {
  const listed = { package: pack, rank: 7, isOnSale: true };
  expect(toPackageItem(listed, stockholm)).toEqual({
    id: pack.id,
    product_code: 'package_10',
    integration_code: null,
    title_code: 'title',
    name: 'Package 10',
    description: null,
    rank: 7,
    customer_can_cancel: true,
    vat_code: 'v',
    valid_from: '2026-01-01T01:00:00+01:00',
    valid_to: null,
    tags: pack.tags,
    expired: false,
    price_periods: pack.periods.map(toPeriodItem),
  });
});

test('without a rank it is 0, and expired where it is not on sale', () => {
  const listed = { package: pack, rank: 'unranked', isOnSale: false } as const;
  expect(toPackageItem(listed, stockholm)).toMatchObject({ rank: 0, expired: true });
});
