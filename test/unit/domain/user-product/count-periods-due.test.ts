import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { PaymentPeriodId } from '../../../../src/domain/ids.js';
import { anchorOf } from '../../../../src/domain/time/anchor.js';
import { toInstant, type Instant } from '../../../../src/domain/time/instant.js';
import { countPeriodsDue } from '../../../../src/domain/user-product/count-periods-due.js';
import { isDue } from '../../../../src/domain/user-product/due-at.js';
import { endPeriod } from '../../../../src/domain/user-product/end-period.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { anyInterval, anyZone } from '../../../support/domain/arbitraries.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, sek } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const weekly = buildPackage({
  number: 200,
  periods: [buildPeriod({ number: 201, interval: { unit: 'week', length: 1 } })],
});
const shop = makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, weekly] });
const july = at('2026-07-15T00:00:00Z');
const count = (edits: Partial<UserProduct>, by: Instant = july, catalogue = shop) =>
  countPeriodsDue(buildUserProduct(basic, edits), by, { catalogue, ids: countingIds() });

/** One period after the other, as they would be ended. */
function countByEnding(product: UserProduct, by: Instant, catalogue = shop): number {
  let [current, ended] = [product, 0];
  for (; isDue(current, by); ended += 1) {
    const { next, successor } = endPeriod({ product: current, catalogue, ids: countingIds() });
    current = successor ?? next;
  }
  return ended;
}

describe('the periods of a user product that would end', () => {
  test('are counted to the instant: monthly, valid to 1 May, by 15 July', () => {
    expect(count({})).toBe(3);
    expect(count({}, at('2026-05-01T00:00:00Z'))).toBe(1);
    expect(count({}, at('2026-04-30T23:59:59.999Z'))).toBe(0);
  });

  test.each([
    ['a cancelled one ends once', { state: 'cancelled' }, 1],
    ['a limited one ends once', { subscriptionType: 'limited' }, 1],
    ['what is not ours never does', { provisionService: 'elsewhere' }, 0],
    ['what is frozen never does', { state: 'frozen' }, 0],
  ] as const)('%s', (_, edits, expected) => {
    expect(count(edits)).toBe(expected);
  });

  test('go on by the week where a change to that waits', () => {
    const pendingChange = buildPending(weekly);
    const product = buildUserProduct(basic, { pendingChange });
    expect(count({ pendingChange })).toBe(countByEnding(product, july));
    expect(count({ pendingChange })).toBe(1 + 10);
  });

  test('go on by the interval that the catalogue has now', () => {
    const [period] = weekly.periods;
    if (period === undefined) throw new Error('weekly has a period');
    const soldPeriod = { ...soldPeriodOf(period), interval: { unit: 'month', length: 1 } } as const;
    const edits = { packageId: weekly.id, packageCode: weekly.code, soldPeriod };
    expect(count(edits)).toBe(countByEnding(buildUserProduct(basic, edits), july));
  });

  test('are one where the end cannot be decided', () => {
    const whole = buildUserProduct(basic);
    const gone = { ...whole.soldPeriod, periodId: idOf<PaymentPeriodId>(999) };
    const soldPeriod = { ...gone, interval: { unit: 'month', length: Number.NaN } } as const;
    const about = { catalogue: shop, ids: countingIds() };
    expect(countPeriodsDue({ ...whole, soldPeriod }, july, about)).toBe(1);
  });

  test('are told for eight thousand years as fast as for one', () => {
    expect(count({}, at('9990-01-01T00:00:00Z'))).toBe(7963 * 12 + 8 + 1);
  });

  test('and are never fewer or more than are ended, by any calendar', () => {
    fc.assert(
      fc.property(anyInterval, anyZone, fc.nat(2_000), (interval, timeZone, days) => {
        const pack = buildPackage({
          number: 100,
          periods: [buildPeriod({ number: 101, interval })],
        });
        const catalogue = makeCatalogue({ timeZone, currency: sek, packages: [pack] });
        const anchor = anchorOf(at('2026-04-01T00:00:00Z'), timeZone);
        const product = buildUserProduct(pack, { anchor }, timeZone);
        const by = toInstant(at('2026-04-20T12:00:00Z') + days * 86_400_000);
        const counted = countPeriodsDue(product, by, { catalogue, ids: countingIds() });
        expect(counted).toBe(countByEnding(product, by, catalogue));
      }),
      { seed: 20_260_418, numRuns: 150 },
    );
  });
});
