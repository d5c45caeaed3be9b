import { describe, expect, test } from '@jest/globals';
import type { PaymentPeriod } from '../../../../../src/domain/catalogue/package.js';
import { defaultTargetPeriod } from '../../../../../src/domain/change/payway/default-target-period.js';
import { buildPackage, buildPeriod } from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';

const months = (length: number) => ({ unit: 'month', length }) as const;
const period = (number: number, edits: Partial<PaymentPeriod> = {}) =>
  buildPeriod({ number, ...edits });
const chosen = (
  own: Partial<PaymentPeriod>,
  offered: readonly PaymentPeriod[],
): PaymentPeriod['id'] | null => {
  const product = buildUserProduct(buildPackage({ number: 100, periods: [period(101, own)] }));
  return defaultTargetPeriod(product, buildPackage({ number: 200, periods: offered }))?.id ?? null;
};

describe('the payment period of a customer who names none', () => {
  test.each<[string, readonly PaymentPeriod[], number]>([
    ['the only one that is alike', [period(201)], 201],
    ['the first of two alike', [period(202), period(201)], 202],
    ['the enabled one of two', [period(201, { enabled: false }), period(202)], 202],
    [
      'a disabled one where none is enabled: the rules then refuse it by name',
      [period(201, { enabled: false })],
      201,
    ],
    [
      'the one alike among others',
      [
        period(201, { interval: months(3) }),
        period(202, { paymentMethod: 'card' }),
        period(203, { type: 'limited' }),
        period(204),
      ],
      204,
    ],
  ])('is %s', (_, offered, number) => {
    expect(chosen({}, offered)).toBe(idOf(number));
  });

  test.each<[string, Partial<PaymentPeriod>, Partial<PaymentPeriod>]>([
    ['the package has none', {}, { paymentMethod: 'card' }],
    ['only another type is offered', {}, { type: 'limited' }],
    ['only a quarter is offered', {}, { interval: months(3) }],
    ['only four weeks are offered', {}, { interval: { unit: 'week', length: 4 } }],
    ['only one year is offered', {}, { interval: { unit: 'year', length: 1 } }],
    [
      'the customer’s own is a quarter, and so is the one offered',
      { interval: months(3) },
      { interval: months(3) },
    ],
    ['the customer’s own is a quarter, and a month is offered', { interval: months(3) }, {}],
    ['the customer’s own is a day', { interval: { unit: 'day', length: 1 } }, {}],
  ])('is none where %s', (_, own, offered) => {
    expect(chosen(own, [period(201, offered)])).toBeNull();
  });

  test('is none where the package has no periods', () => {
    expect(chosen({}, [])).toBeNull();
  });

  test('is by card and limited for a customer who is', () => {
    const own = { type: 'limited', paymentMethod: 'card' } as const;
    expect(chosen(own, [period(201), period(202, own)])).toBe(idOf(202));
  });
});
