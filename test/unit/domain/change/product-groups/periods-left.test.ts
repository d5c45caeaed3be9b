import { describe, expect, test } from '@jest/globals';
import {
  isSameInterval,
  periodFaults,
  periodsOfTier,
} from '../../../../../src/domain/change/product-groups/periods-left.js';
import type { PaymentPeriod } from '../../../../../src/domain/catalogue/package.js';
import type { ProductGroup } from '../../../../../src/domain/catalogue/product-group.js';
import type { Interval } from '../../../../../src/domain/time/interval.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
} from '../../../../support/domain/build-group.js';
import { money, sek } from '../../../../support/domain/build-package.js';
import { idOf } from '../../../../support/domain/id-of.js';

const year = { unit: 'year', length: 1 } as const;
const monthly = buildPlan({ number: 0x111 });
const yearly = buildPlan({ number: 0x112, interval: year });
const starter = buildProduct(0x101, [monthly, yearly]);
const tier = buildTier(starter, { number: 0x151 });
const product = buildItem(starter, tier);

describe('The payment periods of a tier', () => {
  test('are those that its package still has, in the tier’s order', () => {
    const periodIds = [yearly.id, idOf<typeof yearly.id>(9), monthly.id];
    expect(periodsOfTier({ ...tier, periodIds }, starter)).toEqual([yearly, monthly]);
  });
});

type Row = [string, PaymentPeriod, ProductGroup, string[]];

describe('A payment period', () => {
  const group = buildGroup([tier]);
  const forced = buildGroup([tier], { forceSameBillingInterval: true });

  test.each([
    ['of another length', yearly, group, []],
    ['of another length where the group forces one', yearly, forced, ['billing_interval_mismatch']],
    ['of the same length there', monthly, forced, []],
    ['that is archived', { ...yearly, enabled: false }, group, ['payment_period_disabled']],
    ['that is archived, and the own one', { ...monthly, enabled: false }, group, []],
    ['in another currency', { ...yearly, price: money(1, sek) }, group, ['currency_mismatch']],
    [
      'with every fault',
      { ...yearly, enabled: false, price: money(1, sek) },
      forced,
      ['payment_period_disabled', 'billing_interval_mismatch', 'currency_mismatch'],
    ],
  ] satisfies Row[])('%s', (...[, period, of, faults]: Row) => {
    expect(periodFaults(period, { product, group: of })).toEqual(faults);
  });
});

test.each([
  [year, { unit: 'month', length: 12 }, true],
  [{ unit: 'week', length: 2 }, { unit: 'day', length: 14 }, true],
  [{ unit: 'month', length: 1 }, { unit: 'day', length: 30 }, false],
  [{ unit: 'month', length: 1 }, { unit: 'month', length: 2 }, false],
] satisfies [Interval, Interval, boolean][])(
  '%j and %j are the same length: %s',
  (one, other, same) => {
    expect(isSameInterval(one, other)).toBe(same);
    expect(isSameInterval(other, one)).toBe(same);
  },
);
