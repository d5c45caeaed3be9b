import { describe, expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import {
  amountsShape,
  soldPeriodShape,
  targetPackageShape,
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from '../../../../src/http/payway/target-shapes.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { digital, ladderCatalogue } from '../../../support/domain/ladder.js';

const period = soldPeriodOf(firstPeriod(digital));
const target = {
  packageId: digital.id,
  packageCode: digital.code,
  period,
  quantity: 1,
  tierId: null,
};

describe('what a change is to', () => {
  test('is named as the catalogue names it now', () => {
    const tagged = { ...digital, tags: [{ name: 'n', type: 't' }] };
    const item = toTargetPackageItem(target, ladderCatalogue(undefined, [tagged]));
    expect(JSON.stringify(item)).toBe(
      JSON.stringify({
        id: digital.id,
        code: 'package_400',
        name: 'Package 400',
        tags: [{ name: 'n', type: 't' }],
      }),
    );
    expect(targetPackageShape.safeParse(item).error).toBeUndefined();
  });

  test('has no name where the catalogue has lost it', () => {
    const item = toTargetPackageItem({ ...target, packageId: idOf(77) }, ladderCatalogue());
    expect(item).toEqual({ id: idOf(77), code: 'package_400', name: null, tags: [] });
    expect(targetPackageShape.safeParse(item).error).toBeUndefined();
  });
});

test('a period that was sold has its price in major units', () => {
  const item = toSoldPeriodItem(period);
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      id: period.periodId,
      payment_method: 'invoice',
      type: 'recurring',
      iteration_type: 'month',
      iteration_length: 1,
      price: 200,
      currency: 'SEK',
    }),
  );
  expect(soldPeriodShape.safeParse(item).error).toBeUndefined();
});

test('5,000 minor units of SEK are 50', () => {
  const item = toAmountsItem({
    valueLeft: money(5_000),
    valueCarried: money(1_234),
    nextRenewal: null,
    settlement: null,
  });
  expect(JSON.stringify(item)).toBe(
    '{"currency":"SEK","value_left":50,"value_carried":12.34,"next_renewal":null}',
  );
  expect(amountsShape.safeParse(item).error).toBeUndefined();
});
