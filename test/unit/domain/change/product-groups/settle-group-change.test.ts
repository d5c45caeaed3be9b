import { describe, expect, test } from '@jest/globals';
import type { BillingTerms } from '../../../../../src/domain/catalogue/billing-terms.js';
import type { Tier } from '../../../../../src/domain/catalogue/product-group.js';
import { settleGroupChange } from '../../../../../src/domain/change/product-groups/settle-group-change.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at } from '../../../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { eur, firstPeriod, money } from '../../../../support/domain/build-package.js';

const now = at('2027-04-16T00:00:00+02:00');

function settle(
  tier: Partial<Tier>,
  {
    billing = {},
    item = {},
    on = now,
  }: {
    billing?: Partial<BillingTerms>;
    item?: Partial<UserProduct>;
    on?: typeof now;
  } = {},
) {
  const starter = buildProduct(0x101, [buildPlan({ number: 0x111, billing })]);
  const pro = buildProduct(0x102, [buildPlan({ number: 0x121, price: money(3_000, eur) })]);
  const first = buildTier(starter, { number: 0x151 });
  const next = buildTier(pro, { number: 0x152, ...tier });
  const catalogue = groupCatalogue([starter, pro], [buildGroup([first, next])]);
  const target = { package: pro, period: firstPeriod(pro), quantity: 1, tierId: next.id };
  const product = buildItem(starter, first, item);
  return settleGroupChange({ product, target, catalogue, now: on }, next);
}

describe('A change at once', () => {
  test('gives half of April back and begins a month that is charged in full', () => {
    const settled = settle({});
    expect(settled).toMatchObject({
      timing: 'immediately',
      effectiveAt: now,
      next: {
        validTo: at('2027-05-16T00:00:00+02:00'),
        anchor: { at: now, billingDay: 16 },
        paid: { amount: money(3_000, eur), from: now },
        renewedAtOnce: false,
      },
      amounts: {
        valueLeft: money(500, eur),
        nextRenewal: money(3_000, eur),
        settlement: {
          credit: money(500, eur),
          used: money(0, eur),
          charge: money(3_000, eur),
        },
      },
    });
    expect(settled.parts?.credit).toMatchObject({
      from: now,
      to: at('2027-05-01T00:00:00+02:00'),
      share: { parts: 15, whole: 30, unit: 'day' },
    });
  });

  test('names the whole stretch where no share of it is meant', () => {
    expect(settle({ creditType: 'full' }).parts?.credit).toEqual({
      amount: money(1_000, eur),
      from: at('2027-04-01T00:00:00+02:00'),
      to: at('2027-05-01T00:00:00+02:00'),
      share: null,
    });
  });

  test('owes what was used in arrears, whatever the tier gives back', () => {
    const { parts } = settle({ creditType: 'full' }, { billing: { payInAdvance: false } });
    expect(parts).toMatchObject({
      credit: { amount: money(0, eur) },
      used: {
        amount: money(500, eur),
        from: at('2027-04-01T00:00:00+02:00'),
        to: now,
        share: { parts: 15, whole: 30 },
      },
    });
  });

  test('gives nothing back that was given back before, or that an earlier payment did not buy', () => {
    const { paid } = buildItem(buildProduct(0x101, [buildPlan({ number: 0x111 })]), null);
    const credited = settle(
      { creditType: 'full' },
      { item: { paid: { ...paid, creditedMinor: 700 } } },
    );
    expect(credited.amounts.settlement?.credit).toEqual(money(300, eur));
    const over = settle({ creditType: 'full' }, { on: paid.to });
    expect(over.amounts.settlement?.credit).toEqual(money(0, eur));
  });
});

test('A change at the end of the period settles nothing, and is charged from there on', () => {
  expect(settle({ changeTiming: 'end_of_period', creditType: 'full' })).toMatchObject({
    timing: 'end_of_period',
    effectiveAt: at('2027-05-01T00:00:00+02:00'),
    next: { validTo: at('2027-06-01T00:00:00+02:00') },
    amounts: { settlement: { credit: money(0, eur), used: money(0, eur), charge: money(0, eur) } },
    parts: null,
  });
});
