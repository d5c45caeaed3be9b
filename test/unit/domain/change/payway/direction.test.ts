import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package, Rank } from '../../../../../src/domain/catalogue/package.js';
import {
  directionOf,
  directionRules,
  standingOf,
} from '../../../../../src/domain/change/payway/direction.js';
import { at, utc } from '../../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  eur,
  firstPeriod,
  money,
  sek,
} from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const directed = (ranks: readonly [Rank, Rank], prices: readonly [number, number]) =>
  directionOf({
    sourceRank: ranks[0],
    targetRank: ranks[1],
    sourcePrice: money(prices[0]),
    targetPrice: money(prices[1]),
  });

describe('the direction', () => {
  test.each([
    // docs/spec/payway-api.md §3, row by row; the price that would say otherwise stands beside each rank.
    [10, 20, 300, 100, 'rank_higher', 'upgrade'],
    [1, 999, 100, 100, 'rank_higher', 'upgrade'],
    [20, 10, 100, 300, 'rank_lower', 'downgrade'],
    [10, 10, 100, 300, 'rank_equal', 'downgrade'],
    ['unranked', 20, 100, 101, 'price_higher', 'upgrade'],
    [10, 'unranked', 100, 101, 'price_higher', 'upgrade'],
    ['unranked', 'unranked', 0, 1, 'price_higher', 'upgrade'],
    ['unranked', 20, 100, 99, 'price_lower', 'downgrade'],
    [10, 'unranked', 100, 99, 'price_lower', 'downgrade'],
    ['unranked', 'unranked', 100, 100, 'price_equal', 'downgrade'],
    [10, 'unranked', 0, 0, 'price_equal', 'downgrade'],
  ] as const)(
    'from rank %s to %s, price %d to %d: by %s a %s',
    (...[source, target, old, asked, rule, kind]) => {
      expect(directed([source, target], [old, asked])).toEqual({ rule, kind });
    },
  );

  test('of 100.00 a month to 250.00 a quarter is an upgrade: prices are not made monthly', () => {
    expect(directed(['unranked', 'unranked'], [10_000, 25_000]).kind).toBe('upgrade');
  });

  test('names the source of each of its rules', () => {
    expect(directionRules.map((it) => it.source)).toEqual([
      'docs/spec/payway-api.md §3 row 1 [doc]',
      'docs/spec/payway-api.md §3 row 2 [doc]',
      'docs/spec/payway-api.md §3 row 3 [doc]',
      'docs/spec/payway-api.md §3 row 4 [doc]',
      'docs/spec/payway-api.md §3 row 5 [doc]',
      'docs/spec/payway-api.md §3 row 6 [ours]',
    ]);
  });
});

describe('the standing of a change', () => {
  const basic = buildPackage({ number: 100, rank: 10 });
  const digital = buildPackage({ number: 200, rank: 20 });
  const standing = (packages: readonly Package[], target: Package) =>
    standingOf({
      product: buildUserProduct(basic),
      target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
      catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
      now: at('2026-04-16T00:00:00Z'),
    });

  test('has the ranks as they are now, a campaign’s from its base', () => {
    const campaign = buildPackage({ number: 300, kind: 'campaign', basePackageCode: digital.code });
    expect(standing([basic, digital, campaign], campaign)).toMatchObject({
      sourceRank: 10,
      targetRank: 20,
    });
  });

  test('has no source rank where the source package is gone', () => {
    expect(standing([digital], digital)).toMatchObject({ sourceRank: 'unranked', targetRank: 20 });
  });

  test('is none where there are two currencies', () => {
    const foreign = buildPackage({
      number: 300,
      periods: [buildPeriod({ number: 301, price: money(1, eur) })],
    });
    expect(standing([basic, foreign], foreign)).toBeNull();
  });
});
