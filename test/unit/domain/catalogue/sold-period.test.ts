import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { buildPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

test('a sold period keeps what was sold, not whether it is still sold', () => {
  expect(soldPeriodOf(buildPeriod({ number: 5, enabled: false }))).toEqual({
    periodId: idOf(5),
    type: 'recurring',
    paymentMethod: 'invoice',
    interval: { unit: 'month', length: 1 },
    price: money(10_000),
  });
});
