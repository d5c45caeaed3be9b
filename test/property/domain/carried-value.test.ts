import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import {
  carriedOverTime,
  type ValueToCarry,
} from '../../../src/domain/change/payway/carried-over-time.js';
import { carryOver } from '../../../src/domain/change/payway/carry-over.js';
import { shareOf } from '../../../src/domain/money/share.js';
import { boundaryAt } from '../../../src/domain/time/boundary.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { currentPeriod } from '../../../src/domain/time/period.js';
import { anyCadence, anyInterval } from '../../support/domain/arbitraries.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

const yearMs = 366 * 86_400_000;
const anyLength = fc.integer({ min: 1, max: 4 * yearMs });
const anyPrice = fc.integer({ min: 1, max: 1_000_000 });
const anyNewPrice = fc.bigInt({ min: 1n, max: 1_000_000n });
const anyRemainder = fc.record({
  remainingMs: fc.integer({ min: 0, max: 10 * yearMs }),
  oldPriceMinor: fc.oneof(fc.constant(0), anyPrice),
  oldLengthMs: anyLength,
});
const anyValueLeft: fc.Arbitrary<ValueToCarry> = fc
  .record({ remainder: anyRemainder, newPriceMinor: anyNewPrice, newLengthMs: anyLength })
  .map(({ remainder, ...onTo }) => {
    const { remainingMs, oldPriceMinor, oldLengthMs } = remainder;
    const parts = BigInt(remainingMs) * BigInt(oldPriceMinor);
    return { valueLeft: { parts, whole: BigInt(oldLengthMs) }, ...onTo };
  });
const runs = { ...fixedSeed, numRuns: 500 };

describe('the value carried over (docs/spec/change-rules.md §6)', () => {
  test('law 14: is never worth more than the value left, and less by under 1 ms of it', () => {
    fc.assert(
      fc.property(anyValueLeft, (left) => {
        // Worth per millisecond of the new period: newPrice / newLength. Both sides times whole × newLength.
        const carried = carriedOverTime(left);
        const valueLeft = left.valueLeft.parts * BigInt(left.newLengthMs);
        const millisecond = left.newPriceMinor * left.valueLeft.whole;
        expect(carried * millisecond <= valueLeft).toBe(true);
        expect((carried + 1n) * millisecond > valueLeft).toBe(true);
      }),
      runs,
    );
  });

  test('law 7: prices × k carry the same time', () => {
    fc.assert(
      fc.property(anyValueLeft, fc.integer({ min: 1, max: 1_000 }), (left, k) => {
        const { parts, whole } = left.valueLeft;
        const valueLeft = { parts: parts * BigInt(k), whole };
        const newPriceMinor = left.newPriceMinor * BigInt(k);
        expect(carriedOverTime({ ...left, valueLeft, newPriceMinor })).toBe(carriedOverTime(left));
      }),
      runs,
    );
  });

  test('law 7: a share of k times the price is k times the share, within one rounding each', () => {
    fc.assert(
      fc.property(anyPrice, fc.nat({ max: 1_000 }), fc.integer({ min: 1, max: 50 }), (...given) => {
        const [price, parts, k] = given;
        const ratio = { parts: BigInt(parts), whole: 1_000n };
        const difference =
          shareOf(money(price * k), ratio).amountMinor -
          k * shareOf(money(price), ratio).amountMinor;
        expect(Math.abs(difference)).toBeLessThanOrEqual((k + 1) / 2);
      }),
      runs,
    );
  });

  test('law 5: at a period’s start all of it is left, at its end nothing, and ever less between', () => {
    const anyCase = fc.record({
      cadence: anyCadence,
      target: anyInterval,
      moments: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      price: anyPrice,
    });
    fc.assert(
      fc.property(anyCase, ({ cadence, target, moments, price }) => {
        const { anchor, interval, zone } = cadence;
        const validTo = boundaryAt(cadence, 3);
        const { startAt } = currentPeriod({ ...cadence, validTo });
        const pack = buildPackage({
          number: 100,
          periods: [buildPeriod({ number: 101, interval, price: money(price) })],
        });
        const other = buildPackage({
          number: 200,
          periods: [buildPeriod({ number: 201, interval: target })],
        });
        const leftAt = (now: number) =>
          carryOver({
            product: buildUserProduct(pack, { anchor, validTo, validFrom: startAt }, zone),
            target: { package: other, period: firstPeriod(other), quantity: 1, tierId: null },
            catalogue: makeCatalogue({ timeZone: zone, currency: sek, packages: [pack, other] }),
            now: toInstant(now),
          });
        expect(leftAt(startAt).valueLeft).toEqual(money(price));
        expect(leftAt(validTo).valueLeft).toEqual(money(0));
        expect(leftAt(validTo).carriedMs).toBe(0n);

        const within = moments.map((it) => startAt + Math.floor((validTo - startAt) * it));
        const [earlier, later] = within.sort((a, b) => a - b) as [number, number];
        const [more, less] = [leftAt(earlier), leftAt(later)];
        expect(more.valueLeft.amountMinor).toBeGreaterThanOrEqual(less.valueLeft.amountMinor);
        expect(more.valueCarried.amountMinor).toBeLessThanOrEqual(more.valueLeft.amountMinor);
      }),
      fixedSeed,
    );
  });
});
