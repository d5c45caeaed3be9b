import { expect, test } from '@jest/globals';
import { newlySold } from '../../../../src/domain/user-product/newly-sold.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

test('What is sold now is active, on the period as it is, and brings nothing along', () => {
  const period = buildPeriod({ number: 101, price: money(1_000) });
  const pack = buildPackage({ number: 100, titleCode: 'title', periods: [period] });
  const { soldPeriod, ...rest } = newlySold({ pack, period });
  expect(soldPeriod).toMatchObject({ periodId: idOf(101), price: money(1_000) });
  expect(rest).toEqual({
    orderId: null,
    subscriptionNumber: null,
    externalStartAt: null,
    createdFrom: 'api',
    packageId: idOf(100),
    packageCode: 'package_100',
    titleCode: 'title',
    state: 'activated',
    cancelledAt: null,
    pendingChange: null,
    anchor: null,
    paid: null,
  });
});
