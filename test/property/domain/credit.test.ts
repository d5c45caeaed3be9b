import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditOf, usedOf } from '../../../src/domain/billing/credit-of.js';
import { remainingShare } from '../../../src/domain/billing/remaining-share.js';
import type { CreditType } from '../../../src/domain/catalogue/product-group.js';
import { settleGroupChange } from '../../../src/domain/change/product-groups/settle-group-change.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { paidFor } from '../../../src/domain/user-product/paid.js';
import { anyInstant, anyZone } from '../../support/domain/arbitraries.js';
import { at, stockholm } from '../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../support/domain/build-group.js';
import { eur, firstPeriod, money } from '../../support/domain/build-package.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

const dayMs = 86_400_000;
const creditTypes: readonly CreditType[] = ['pro_rata', 'full', 'last_invoiced', 'none'];
const anyPrice = fc.integer({ min: 0, max: 1_000_000_000 });
const grains = fc.constantFrom('day' as const, 'second' as const);

const anyCalendar = fc.record({ timeZone: anyZone, prorationGrain: grains });

/** A stretch of up to two years, and an instant within it. */
const anyStretch = fc
  .record({ from: anyInstant, length: fc.integer({ min: 1, max: 730 * dayMs }), cut: fc.nat() })
  .map(({ from, length, cut }) => ({
    from,
    to: toInstant(from + length),
    now: toInstant(from + (cut % length)),
  }));

/** docs/spec/change-rules.md §6: the laws of credit. */
describe('The credit of a period that is left early', () => {
  test('and what was used of it sum to the whole (law 1)', () => {
    fc.assert(
      fc.property(anyStretch, anyPrice, anyCalendar, (stretch, price, calendar) => {
        const share = remainingShare(stretch, stretch.now, calendar);
        const paid = { price: money(price, eur), share, isProRata: true };
        const open = paid.price;
        const credit = creditOf('pro_rata', { ...paid, net: open, open });
        expect(credit.amountMinor + usedOf(paid).amountMinor).toBe(price);
      }),
      fixedSeed,
    );
  });

  test('is all at its start, nothing at its end, and never more later than earlier (law 5)', () => {
    fc.assert(
      fc.property(anyStretch, anyZone, grains, (stretch, timeZone, prorationGrain) => {
        const calendar = { timeZone, prorationGrain };
        const shareAt = (now: typeof stretch.now) => {
          const { parts, whole } = remainingShare(stretch, now, calendar);
          return parts / whole;
        };
        expect([shareAt(stretch.from), shareAt(stretch.to)]).toEqual([1, 0]);
        const middle = toInstant(Math.floor((stretch.from + stretch.now) / 2));
        expect(shareAt(middle)).toBeGreaterThanOrEqual(shareAt(stretch.now));
      }),
      fixedSeed,
    );
  });

  test('does not know time zones by second (law 8)', () => {
    fc.assert(
      fc.property(anyStretch, anyZone, anyZone, (stretch, one, other) => {
        const [a, b] = [one, other].map((timeZone) =>
          remainingShare(stretch, stretch.now, { timeZone, prorationGrain: 'second' }),
        );
        expect(a).toEqual(b);
      }),
      fixedSeed,
    );
  });

  test('is at least 0 and at most what was paid and not credited yet, whatever its type (law 4)', () => {
    const paidPeriod = fc.record({ ...{ net: anyPrice, price: anyPrice, credited: anyPrice } });
    fc.assert(
      fc.property(paidPeriod, anyStretch, fc.constantFrom(...creditTypes), (it, stretch, type) => {
        const open = Math.max(0, it.net - it.credited);
        const calendar = { timeZone: stockholm, prorationGrain: 'day' } as const;
        const { amountMinor } = creditOf(type, {
          net: money(it.net, eur),
          open: money(open, eur),
          price: money(it.price, eur),
          share: remainingShare(stretch, stretch.now, calendar),
          isProRata: true,
        });
        expect(amountMinor).toBeGreaterThanOrEqual(0);
        expect(amountMinor).toBeLessThanOrEqual(open);
      }),
      fixedSeed,
    );
  });

  test('of prices × k is k times as much, within (k + 1) / 2 minor units (law 7)', () => {
    fc.assert(
      fc.property(
        anyStretch,
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 2, max: 50 }),
        (stretch, price, k) => {
          const share = remainingShare(stretch, stretch.now, {
            ...{ timeZone: stockholm, prorationGrain: 'day' as const },
          });
          const creditAt = (amount: number) => {
            const paid = money(amount, eur);
            return creditOf('pro_rata', {
              net: paid,
              open: paid,
              price: paid,
              share,
              isProRata: true,
            }).amountMinor;
          };
          const distance = Math.abs(creditAt(price * k) - k * creditAt(price));
          expect(distance).toBeLessThanOrEqual((k + 1) / 2);
        },
      ),
      fixedSeed,
    );
  });
});

const packs = [1_000, 3_000, 700].map((price, index) =>
  buildProduct(0x101 + index, [
    buildPlan({ number: 0x111 + 0x10 * index, price: money(price, eur) }),
  ]),
);
const april = { from: at('2027-04-01T00:00:00+02:00'), to: at('2027-05-01T00:00:00+02:00') };

/** These packages at these prices, each on a tier that gives so much back. */
function shopOf(creditType: CreditType, prices: readonly number[]) {
  const sold = packs.map((pack, index) => {
    const period = { ...firstPeriod(pack), price: money(prices[index] ?? 0, eur) };
    const own = { ...pack, periods: [period] };
    return { pack: own, period, tier: buildTier(own, { number: 0x151 + index, creditType }) };
  });
  const group = buildGroup(sold.map((it) => it.tier));
  return {
    sold,
    catalogue: groupCatalogue(
      sold.map((it) => it.pack),
      [group],
    ),
  };
}

/** What changes along these packages at one instant cost in all: what is owed less what is given back. */
function costOf(
  path: readonly number[],
  creditType: CreditType,
  prices: readonly number[],
): number {
  const { sold, catalogue } = shopOf(creditType, prices);
  const now = at('2027-04-16T00:00:00+02:00');
  const [first, ...others] = path.flatMap((index) => sold[index] ?? []);
  if (first === undefined) throw new Error('no package');
  const paid = paidFor({ amount: first.period.price, ...april });
  let product = buildItem(first.pack, first.tier, { paid });
  let cost = 0;
  for (const { pack, period, tier } of others) {
    const target = { package: pack, period, quantity: 1, tierId: tier.id };
    const { next, amounts } = settleGroupChange({ product, target, catalogue, now }, tier);
    if (amounts.settlement === null) throw new Error('a change within a group settles');
    const { credit, used, charge } = amounts.settlement;
    cost += used.amountMinor + charge.amountMinor - credit.amountMinor;
    const { validTo, anchor } = next;
    product = buildItem(pack, tier, { validFrom: now, validTo, anchor, paid: next.paid });
  }
  return cost;
}

describe('Two changes at one instant', () => {
  test.each(['pro_rata', 'full', 'last_invoiced'] as const)(
    'cost what the second alone costs (law 3): %s',
    (creditType) => {
      fc.assert(
        fc.property(fc.tuple(anyPrice, anyPrice, anyPrice), (prices) => {
          expect(costOf([0, 1, 2], creditType, prices)).toBe(costOf([0, 2], creditType, prices));
        }),
        fixedSeed,
      );
    },
  );

  test('keep value: credit less charge is what is left of the one less the whole of the other (law 2)', () => {
    fc.assert(
      fc.property(anyPrice, anyPrice, (old, next) => {
        const cost = costOf([0, 1], 'pro_rata', [old, next, 0]);
        expect(Math.abs(next - old / 2 - cost)).toBeLessThanOrEqual(1);
      }),
      fixedSeed,
    );
  });
});
