import { describe, expect, test } from '@jest/globals';
import type { SoldPeriod } from '../../../../src/domain/catalogue/sold-period.js';
import { anchorOf } from '../../../../src/domain/time/anchor.js';
import { largestPriceMinor } from '../../../../src/domain/money/price.js';
import { paidAhead, paidBeforeKept } from '../../../../src/domain/user-product/paid-ahead.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';
import { buildPackage, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const dayMs = 86_400_000;
type Given = { from: string; to: string | null; now: string; sold?: Partial<SoldPeriod> };

const paidOf = ({ from, to, now, sold }: Given, zone = utc) => {
  const row = buildUserProduct(
    buildPackage({ number: 100 }),
    { validFrom: at(from), validTo: to === null ? null : at(to) },
    zone,
  );
  const soldPeriod = { ...row.soldPeriod, ...sold };
  return paidAhead({ ...row, soldPeriod }, { now: at(now), zone });
};

describe('what has paid a row that says nothing of it, at 100.00 a month', () => {
  const april = { from: '2026-04-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };
  const inMay = { from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };

  test.each([
    ['its one period', { ...april, now: '2026-04-16T00:00:00Z' }, 1, 30, april.from],
    ['one, at its very start', { ...april, now: april.from }, 1, 30, april.from],
    ['one that is over', { ...april, now: '2026-08-01T00:00:00Z' }, 1, 30, april.from],
    ['one that is still to come', { ...inMay, now: '2026-04-16T00:00:00Z' }, 1, 31, inMay.from],
    [
      'three, where it is three ahead',
      { ...april, to: '2026-07-01T00:00:00Z', now: '2026-04-16T00:00:00Z' },
      3,
      91,
      april.from,
    ],
    [
      'the last of those that are behind',
      { ...april, from: '2024-04-01T00:00:00Z', now: '2026-04-16T00:00:00Z' },
      1,
      30,
      april.from,
    ],
    [
      'two of three, a millisecond into the second',
      { ...april, to: '2026-07-01T00:00:00Z', now: '2026-05-01T00:00:00.001Z' },
      2,
      61,
      '2026-05-01T00:00:00Z',
    ],
    [
      'a whole one that began before it did, from where it did',
      { ...april, from: '2026-04-21T00:00:00Z', now: '2026-04-25T00:00:00Z' },
      1,
      30,
      '2026-04-21T00:00:00Z',
    ],
  ] as const)('is %s', (...[, given, periods, days, from]) => {
    expect(paidOf(given)).toEqual({
      amount: money(10_000 * periods),
      forMs: days * dayMs,
      from: at(from),
      to: at(given.to),
      creditedMinor: 0,
      document: null,
    });
  });

  test('counts by the anchor: valid to 28 February it began on 31 January', () => {
    const given = { from: '2025-12-31T00:00:00Z', to: '2026-02-28T00:00:00Z' };
    expect(paidOf({ ...given, now: '2026-02-01T00:00:00Z' })).toMatchObject({
      forMs: 28 * dayMs,
      from: at('2026-01-31T00:00:00Z'),
    });
  });

  test('counts in the calendar of the zone: a March in Stockholm is an hour short', () => {
    const march = { from: '2026-03-01T00:00:00+01:00', to: '2026-04-01T00:00:00+02:00' };
    const paid = paidOf({ ...march, now: '2026-03-10T00:00:00+01:00' }, stockholm);
    expect(paid.forMs).toBe(31 * dayMs - 3_600_000);
  });

  test('is nothing without an end', () => {
    expect(paidOf({ from: april.from, to: null, now: april.from }).amount).toEqual(money(0));
  });

  test('keeps the rate of fewer where the amount would be beyond every price', () => {
    const sold = { interval: { unit: 'day', length: 1 }, price: money(400_000_000_000) } as const;
    expect(paidOf({ ...april, now: april.from, sold })).toMatchObject({
      amount: money(800_000_000_000),
      forMs: 2 * dayMs,
      from: at(april.from),
      to: at(april.to),
    });
    const dearer = { ...sold, price: money(2 * largestPriceMinor) };
    expect(paidOf({ ...april, now: april.from, sold: dearer })).toMatchObject({
      amount: dearer.price,
      forMs: dayMs,
    });
    const free = { ...sold, price: money(0) };
    expect(paidOf({ ...april, now: april.from, sold: free }).amount).toEqual(money(0));
  });
});

describe('what has paid a row from before that was kept', () => {
  test('is told as of its last commit, whenever it is read', () => {
    const validFrom = at('2026-04-01T00:00:00Z');
    const row = buildUserProduct(buildPackage({ number: 100 }), {
      validFrom,
      validTo: at('2026-07-01T00:00:00Z'),
      anchor: anchorOf(validFrom, utc),
      updatedAt: at('2026-05-02T00:00:00Z'),
    });
    expect(paidBeforeKept(row, utc)).toMatchObject({
      amount: money(20_000),
      from: at('2026-05-01T00:00:00Z'),
      to: row.validTo,
    });
  });
});
