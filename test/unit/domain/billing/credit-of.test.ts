import { describe, expect, test } from '@jest/globals';
import { creditOf, type PaidPeriod, usedOf } from '../../../../src/domain/billing/credit-of.js';
import { remainingShare } from '../../../../src/domain/billing/remaining-share.js';
import type { Instant } from '../../../../src/domain/time/instant.js';
import { at, utc } from '../../../support/domain/at.js';
import { eur, money } from '../../../support/domain/build-package.js';

/** Paid with its price, nothing credited yet, so many days of it left. */
function paidWith(price: number, parts: number, whole: number): PaidPeriod {
  const amount = money(price, eur);
  const share = { parts, whole, unit: 'day' } as const;
  return { net: amount, open: amount, price: amount, share, isProRata: true };
}

describe('The known answers (docs/spec/change-rules.md §7)', () => {
  test.each([
    ['half way, by second: 5.00', ['04-01', '05-01', '04-16'], 'second', 1_000, 500],
    ['15 of 30 days: 7.50', ['04-01', '05-01', '04-16'], 'day', 1_500, 750],
    ['20 of 31 days: 6.45', ['03-01', '04-01', '03-12'], 'day', 1_000, 645],
    ['3 of 28 days: 0.96', ['02-01', '03-01', '02-26'], 'day', 900, 96],
    ['2,505,600 of 2,592,000 s: 4.83', ['04-01', '05-01', '04-02'], 'second', 500, 483],
  ] as const)('%s', (...[, days, prorationGrain, price, credit]) => {
    const [from, to, now] = days.map((it) => at(`2025-${it}T00:00:00Z`)) as [
      Instant,
      Instant,
      Instant,
    ];
    const share = remainingShare({ from, to }, now, { timeZone: utc, prorationGrain });
    const period = { ...paidWith(price, 1, 1), share };
    expect(creditOf('pro_rata', period)).toEqual(money(credit, eur));
  });
});

describe('What is given back', () => {
  test.each([
    ['pro_rata', 500],
    ['full', 1_000],
    ['last_invoiced', 1_000],
    ['none', 0],
  ] as const)('of 10.00 EUR with 15 of 30 days left, %s: %i', (creditType, credit) => {
    expect(creditOf(creditType, paidWith(1_000, 15, 30))).toEqual(money(credit, eur));
  });

  test.each([
    ['pro_rata', 451],
    ['full', 999],
    ['last_invoiced', 999],
    ['none', 0],
  ] as const)(
    'of 3 × 3.33 EUR with 14 of 31 days left, %s: %i, rounded once and not per unit',
    (creditType, credit) => {
      expect(creditOf(creditType, paidWith(999, 14, 31))).toEqual(money(credit, eur));
    },
  );

  test.each([
    ['pro_rata', 600],
    ['full', 1_200],
    ['last_invoiced', 1_200],
    ['none', 0],
  ] as const)('of 3 × 4.00 EUR with 15 of 30 days left, %s: %i', (creditType, credit) => {
    expect(creditOf(creditType, paidWith(1_200, 15, 30))).toEqual(money(credit, eur));
  });

  test.each([
    ['pro_rata', 0],
    ['full', 1_000],
    ['last_invoiced', 1_000],
    ['none', 0],
  ] as const)('where parts do not count, %s: %i', (creditType, credit) => {
    const period = { ...paidWith(1_000, 15, 30), isProRata: false };
    expect(creditOf(creditType, period)).toEqual(money(credit, eur));
  });

  test.each([
    ['pro_rata', 400],
    ['full', 400],
    ['last_invoiced', 400],
    ['none', 0],
  ] as const)(
    'is never more than what is open, here 4.00 of 10.00, %s: %i',
    (creditType, credit) => {
      const period = { ...paidWith(1_000, 15, 30), open: money(400, eur) };
      expect(creditOf(creditType, period)).toEqual(money(credit, eur));
    },
  );

  test.each([
    ['pro_rata', 400],
    ['full', 800],
    ['last_invoiced', 800],
  ] as const)(
    'is of what was paid where that is not the price, 8.00 of 10.00, %s: %i',
    (type, credit) => {
      const paid = money(800, eur);
      const period = { ...paidWith(1_000, 15, 30), net: paid, open: paid };
      expect(creditOf(type, period)).toEqual(money(credit, eur));
    },
  );

  test('in full is the price where more than that was paid: 10.00 of 12.00; last_invoiced is 12.00', () => {
    const paid = money(1_200, eur);
    const period = { ...paidWith(1_000, 15, 30), net: paid, open: paid };
    expect(creditOf('full', period)).toEqual(money(1_000, eur));
    expect(creditOf('last_invoiced', period)).toEqual(paid);
  });

  test.each(['pro_rata', 'full', 'last_invoiced', 'none'] as const)(
    'is nothing where nothing was paid, as in arrears: %s',
    (creditType) => {
      const nothing = money(0, eur);
      const period = { ...paidWith(1_000, 15, 30), net: nothing, open: nothing };
      expect(creditOf(creditType, period)).toEqual(nothing);
    },
  );
});

describe('What a period in arrears owes when it is left', () => {
  test('is 5.00 of 10.00 EUR with 15 of 30 days left', () => {
    expect(usedOf(paidWith(1_000, 15, 30))).toEqual(money(500, eur));
  });

  test('is all of it where parts do not count', () => {
    const period = { ...paidWith(1_000, 15, 30), isProRata: false };
    expect(usedOf(period)).toEqual(money(1_000, eur));
  });

  test('is just what a payer in advance would not get back, whatever day: they sum to the price', () => {
    for (let left = 0; left <= 31; left += 1) {
      const period = paidWith(999, left, 31);
      const given = creditOf('pro_rata', period).amountMinor;
      expect(usedOf(period)).toEqual(money(999 - given, eur));
    }
    expect(usedOf(paidWith(999, 14, 31))).toEqual(money(548, eur));
  });

  test('is the whole minus the rounded rest, not rounded by itself: of 0.05, half is 0.03 and 0.02', () => {
    expect(creditOf('pro_rata', paidWith(5, 1, 2))).toEqual(money(3, eur));
    expect(usedOf(paidWith(5, 1, 2))).toEqual(money(2, eur));
  });
});
