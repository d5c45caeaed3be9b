import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { renewedSoldPeriod, soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

test('a sold period keeps what was sold, not whether it is still sold', () => {
  expect(soldPeriodOf(buildPeriod({ number: 5, enabled: false }))).toEqual({
    periodId: idOf(5),
    type: 'recurring',
    paymentMethod: 'invoice',
    interval: { unit: 'month', length: 1 },
    price: money(10_000),
    name: null,
    billing: paywayBilling,
  });
});

describe('what was sold, renewed', () => {
  const sold = soldPeriodOf(buildPeriod({ number: 1 }));
  const quarter = { unit: 'month', length: 3 } as const;

  test('is as the period is by now', () => {
    const period = buildPeriod({
      ...{ number: 1, paymentMethod: 'card', interval: quarter, price: money(27_000) },
    });
    expect(renewedSoldPeriod(sold, period, 1)).toEqual(soldPeriodOf(period));
  });

  test('keeps its type', () => {
    const limited = buildPeriod({ number: 1, type: 'limited', price: money(12_000) });
    expect(renewedSoldPeriod(sold, limited, 1)).toEqual({ ...sold, price: money(12_000) });
  });

  test('keeps its currency, and with it price and interval: 100.00 SEK where it is 12.00 EUR now', () => {
    const abroad = buildPeriod({
      ...{ number: 1, paymentMethod: 'card', interval: quarter, price: money(1_200, eur) },
    });
    expect(renewedSoldPeriod(sold, abroad, 1)).toEqual({ ...sold, paymentMethod: 'card' });
  });

  test('keeps its price where so many units at the new one are no amount, and takes it where they are', () => {
    const dear = buildPeriod({
      ...{ number: 1, paymentMethod: 'card', price: money(Number.MAX_SAFE_INTEGER) },
    });
    expect(renewedSoldPeriod(sold, dear, 2)).toEqual({ ...sold, paymentMethod: 'card' });
    expect(renewedSoldPeriod(sold, dear, 1)).toEqual(soldPeriodOf(dear));
  });

  test('stays as it is where its period is gone', () => {
    expect(renewedSoldPeriod(sold, null, 1)).toEqual(sold);
  });
});
