import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import { carryOver, nextPeriodOf } from '../../../../../src/domain/change/payway/carry-over.js';
import { paidFor } from '../../../../../src/domain/user-product/paid.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at, stockholm, utc } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const dayMs = 86_400_000;
const basic = buildPackage({ number: 100 });
const digital = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, price: money(20_000) })],
});

const carryAt = (now: string, edits: Partial<UserProduct> = {}, timeZone = utc) =>
  carryOver({
    product: buildUserProduct(basic, edits, timeZone),
    target: { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null },
    catalogue: makeCatalogue({ timeZone, currency: sek, packages: [basic, digital] }),
    now: at(now),
  });

describe('what an upgrade carries over', () => {
  test('100.00 from 1 April to 1 May, on 16 April to 200.00: 50.00 left, 50.00 carried, 7.5 days', () => {
    expect(carryAt('2026-04-16T00:00:00Z')).toEqual({
      carriedMs: 648_000_000n,
      isTooLong: false,
      valueLeft: money(5_000),
      valueCarried: money(5_000),
    });
  });

  test('is of what was paid, not of the catalogue’s price of today', () => {
    const dearer = { ...buildUserProduct(basic).soldPeriod, price: money(40_000) };
    expect(carryAt('2026-04-16T00:00:00Z', { soldPeriod: dearer }).valueLeft).toEqual(
      money(20_000),
    );
  });

  test('counts the calendar’s milliseconds: a March in Stockholm is an hour short', () => {
    const edits = {
      validFrom: at('2026-03-01T00:00:00+01:00'),
      validTo: at('2026-04-01T00:00:00+02:00'),
    };
    // 743 hours in the old period, 371.5 of them left; 16 March to 16 April has 743 hours too.
    const { valueLeft, carriedMs } = carryAt('2026-03-16T11:30:00+01:00', edits, stockholm);
    expect(valueLeft).toEqual(money(5_000));
    const newHours = 31 * 24 - 1;
    expect(carriedMs).toBe(BigInt((newHours * 3_600_000) / 4));
  });

  test('is nothing after the end, and nothing without one', () => {
    expect(carryAt('2026-05-02T00:00:00Z').carriedMs).toBe(0n);
    expect(carryAt('2026-04-16T00:00:00Z', { validTo: null })).toMatchObject({
      carriedMs: 0n,
      valueLeft: money(0),
    });
  });

  test('is too long beyond a hundred calendar years, and not at them', () => {
    // On 1 April all of 30 days is left, a new month has 30 days, and the century from then has 36,524.
    const cheap = buildPackage({
      number: 200,
      periods: [buildPeriod({ number: 201, price: money(30) })],
    });
    const carry = (oldPriceMinor: number) =>
      carryOver({
        product: buildUserProduct(basic, {
          soldPeriod: { ...buildUserProduct(basic).soldPeriod, price: money(oldPriceMinor) },
        }),
        target: { package: cheap, period: firstPeriod(cheap), quantity: 1, tierId: null },
        catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, cheap] }),
        now: at('2026-04-01T00:00:00Z'),
      });
    expect(carry(36_524)).toMatchObject({
      carriedMs: BigInt(at('2126-04-01T00:00:00Z') - at('2026-04-01T00:00:00Z')),
      isTooLong: false,
    });
    expect(carry(36_525).isTooLong).toBe(true);
  });
});

test('a value that no amount can say is not carried, however dear the target', () => {
  const dear = money(Number.MAX_SAFE_INTEGER);
  const product = buildUserProduct(basic, {
    soldPeriod: { ...buildUserProduct(basic).soldPeriod, price: dear },
  });
  const period = { ...firstPeriod(digital), price: dear };
  const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, digital] });
  const paid = { ...product.paid, to: at('2026-07-01T00:00:00Z') };
  const now = at('2026-04-01T00:00:00Z');
  expect(
    carryOver({
      product: { ...product, paid },
      target: { package: digital, period, quantity: 1, tierId: null },
      catalogue,
      now,
    }),
  ).toMatchObject({ isTooLong: true, valueLeft: dear });
});

describe('where the successor of an upgrade ends', () => {
  const given = {
    now: at('2026-04-16T00:00:00Z'),
    period: firstPeriod(digital),
    quantity: 1,
    zone: utc,
  };

  test('7.5 days after 16 April is 23 April 12:00, and it is anchored there', () => {
    const validTo = at('2026-04-23T12:00:00Z');
    expect(nextPeriodOf(648_000_000n, given)).toEqual({
      validTo,
      anchor: { at: validTo, billingDay: 23 },
      paid: paidFor({ amount: money(20_000), forMs: 30 * dayMs, from: given.now, to: validTo }),
      renewedAtOnce: false,
    });
  });

  test('is one interval from now, anchored now, where nothing was left', () => {
    const validTo = at('2026-05-16T00:00:00Z');
    expect(nextPeriodOf(0n, given)).toEqual({
      validTo,
      anchor: { at: given.now, billingDay: 16 },
      paid: paidFor({ amount: money(20_000), from: given.now, to: validTo }),
      renewedAtOnce: true,
    });
  });

  test('is paid with the price of the quantity: 3 × 200.00 for a month', () => {
    const { paid } = nextPeriodOf(0n, { ...given, quantity: 3 });
    expect(paid.amount).toEqual(money(60_000));
  });
});
