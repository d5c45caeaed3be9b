import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import {
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from '../../../../src/http/payway/target-shapes.js';
import { buildPackage, firstPeriod, money } from '../../../support/domain/build-package.js';
import { basic, ladderCatalogue } from '../../../support/domain/ladder.js';

const target = (pack: typeof basic) => ({
  packageId: pack.id,
  packageCode: pack.code,
  period: soldPeriodOf(firstPeriod(pack)),
});

test('a target is named as the catalogue has it now', () => {
  const tags = [{ name: 'paper', type: 'kind' }];
  const renamed = { ...basic, name: 'Basic', tags };
  expect(toTargetPackageItem(target(basic), ladderCatalogue(undefined, [renamed]))).toEqual({
    id: basic.id,
    code: basic.code,
    name: 'Basic',
    tags,
  });
});

test('one that is gone keeps its code', () => {
  const gone = buildPackage({ number: 900 });
  expect(toTargetPackageItem(target(gone), ladderCatalogue())).toEqual({
    id: gone.id,
    code: gone.code,
    name: null,
    tags: [],
  });
});

test('a period is told with its price in major units', () => {
  const period = { ...soldPeriodOf(firstPeriod(basic)), price: money(4_950) };
  expect(toSoldPeriodItem(period)).toEqual({
    id: period.periodId,
    payment_method: 'invoice',
    type: 'recurring',
    iteration_type: 'month',
    iteration_length: 1,
    price: 49.5,
  });
});

test('5,000 minor units of SEK are 50', () => {
  const amounts = { valueLeft: money(5_000), valueCarried: money(4_999), nextRenewal: null };
  expect(toAmountsItem(amounts)).toEqual({
    currency: 'SEK',
    value_left: 50,
    value_carried: 49.99,
    next_renewal: null,
  });
  expect(toAmountsItem({ ...amounts, nextRenewal: money(100) }).next_renewal).toBe(1);
});
