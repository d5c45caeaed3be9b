import { expect, test } from '@jest/globals';
import {
  packageShape,
  paymentPeriodShape,
  toPackageItem,
  toPeriodItem,
} from '../../../../src/http/payway/package-shape.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, firstPeriod } from '../../../support/domain/build-package.js';

const tags = [{ name: 'n', type: 't' }];
const pack = buildPackage({ number: 900, rank: 7, tags, validTo: at('2027-01-01T00:00:00Z') });

test('a package is told in Payway’s words and order', () => {
  const item = toPackageItem({ package: pack, rank: 7, isOnSale: true }, stockholm);
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      id: pack.id,
      product_code: 'package_900',
      integration_code: null,
      title_code: null,
      name: 'Package 900',
      description: null,
      rank: 7,
      customer_can_cancel: true,
      vat_code: null,
      valid_from: null,
      valid_to: '2027-01-01T01:00:00+01:00',
      tags,
      expired: false,
      price_periods: [toPeriodItem(firstPeriod(pack))],
    }),
  );
  expect(packageShape.safeParse(item).error).toBeUndefined();
});

test('one without a rank has rank 0, one that is not on sale is expired', () => {
  const item = toPackageItem({ package: pack, rank: 'unranked', isOnSale: false }, stockholm);
  expect(item).toMatchObject({ rank: 0, expired: true });
});

test('a period is named after how long it lasts', () => {
  const item = toPeriodItem(buildPeriod({ number: 1, interval: { unit: 'week', length: 2 } }));
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      id: '000000000000000000000001',
      payment_method: 'invoice',
      type: 'recurring',
      iteration_type: 'week',
      iteration_length: 2,
      price: 100,
      currency: 'SEK',
      enabled: true,
      details: { name: '2 weeks', type: 'invoice' },
    }),
  );
  expect(paymentPeriodShape.safeParse(item).error).toBeUndefined();
});
