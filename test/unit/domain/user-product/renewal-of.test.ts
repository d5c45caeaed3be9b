import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../../../src/domain/catalogue/package.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { renewalOf } from '../../../../src/domain/user-product/renewal-of.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100 });
const boundary = at('2026-02-28T00:00:00Z');
const product = buildUserProduct(basic, {
  validFrom: at('2026-01-31T00:00:00Z'),
  validTo: boundary,
});
const renewWith = (packages: readonly Package[], row = product) =>
  renewalOf(row, boundary, makeCatalogue({ timeZone: utc, currency: sek, packages }));
const edited = (edits: Partial<PaymentPeriod>, pack: Partial<Package> = {}) => [
  { ...basic, ...pack, periods: [buildPeriod({ number: 101, ...edits })] },
];

describe('a renewal', () => {
  test('of 31 January monthly, valid to 28 February, is valid to 31 March by the same anchor', () => {
    expect(renewWith([basic])).toEqual({
      validTo: at('2026-03-31T00:00:00Z'),
      anchor: product.anchor,
      soldPeriod: product.soldPeriod,
      paid: paidFor({ amount: money(10_000), from: boundary, to: at('2026-03-31T00:00:00Z') }),
    });
  });

  test('takes the price that the catalogue has now', () => {
    expect(renewWith(edited({ price: money(12_000) }))).toMatchObject({
      soldPeriod: { price: money(12_000) },
      paid: { amount: money(12_000) },
    });
  });

  test.each([
    ['archived', edited({ price: money(12_000) }, { archived: true })],
    ['off sale', edited({ price: money(12_000) }, { validTo: at('2026-02-01T00:00:00Z') })],
    ['disabled', edited({ price: money(12_000), enabled: false })],
  ])('of what is %s goes on, at today’s price', (_, packages) => {
    expect(renewWith(packages)).toMatchObject({
      validTo: at('2026-03-31T00:00:00Z'),
      soldPeriod: { price: money(12_000) },
    });
  });

  test('keeps what was sold where the period, or the package, is gone', () => {
    expect(renewWith([{ ...basic, periods: [] }]).soldPeriod).toEqual(product.soldPeriod);
    expect(renewWith([])).toMatchObject({ validTo: at('2026-03-31T00:00:00Z') });
  });

  test('counts from the boundary where the interval was edited, like a successor', () => {
    expect(renewWith(edited({ interval: { unit: 'month', length: 3 } }))).toMatchObject({
      validTo: at('2026-05-31T00:00:00Z'),
      anchor: { at: boundary, billingDay: 31 },
    });
    expect(renewWith(edited({ interval: { unit: 'week', length: 1 } }))).toMatchObject({
      validTo: at('2026-03-07T00:00:00Z'),
      anchor: { at: boundary, billingDay: 28 },
    });
  });

  test('of an imported row takes valid_to as its anchor from then on', () => {
    const imported = { ...product, anchor: { at: at('2026-01-10T00:00:00Z'), billingDay: 10 } };
    expect(renewWith([basic], imported)).toMatchObject({
      validTo: at('2026-03-28T00:00:00Z'),
      anchor: { at: boundary, billingDay: 28 },
    });
  });

  test('keeps its time on the wall after a boundary that DST moved', () => {
    const daily = buildUserProduct(basic, {
      anchor: { at: at('2026-03-27T02:30:00+01:00'), billingDay: 27 },
      soldPeriod: { ...product.soldPeriod, interval: { unit: 'day', length: 1 } },
      validTo: at('2026-03-29T03:30:00+02:00'),
    });
    const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [] });
    expect(renewalOf(daily, at('2026-03-29T03:30:00+02:00'), catalogue).validTo).toBe(
      at('2026-03-30T02:30:00+02:00'),
    );
  });
});
