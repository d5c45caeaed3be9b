import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import {
  editUserProduct,
  type UserProductEdits,
} from '../../../../src/domain/user-product/edit-user-product.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPeriod, eur, money, sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  basic,
  committedBy,
  orderOf,
  reasonsOf,
  shop,
  sold,
  toldBy,
  waiting,
  writtenAt,
  writtenRow,
} from '../../../support/domain/write-order.js';

const edit = (product: UserProduct, asked: UserProductEdits, catalogue = shop) =>
  editUserProduct(orderOf(product, catalogue), asked);
const june = at('2026-06-01T00:00:00Z');
const cancelled = {
  state: 'cancelled',
  cancelledAt: at('2026-04-10T00:00:00Z'),
  cancellation: { reasonId: null, creditInvoiceIfSent: false },
} as const;
const uncancelled = { state: 'activated', cancelledAt: null, cancellation: null } as const;

describe('editing a user product', () => {
  test.each([
    ['valid_from', {}, { validFrom: at('2026-03-01T00:00:00Z') }, 'user_product_updated'],
    ['valid_to', {}, { validTo: june }, 'user_product_updated'],
    ['the subscription number', {}, { subscriptionNumber: 'S-2' }, 'user_product_updated'],
    ['deactivation', {}, { state: 'deactivated' }, 'user_product_deactivated'],
    [
      'deactivation of a cancelled one',
      cancelled,
      { state: 'deactivated' },
      'user_product_deactivated',
    ],
    ['activation', { state: 'deactivated' }, { state: 'activated' }, 'user_product_updated'],
    [
      'activation of a cancelled one',
      cancelled,
      { state: 'activated' },
      'user_product_uncancelled',
    ],
    [
      'activation of a frozen one',
      { state: 'frozen' },
      { state: 'activated' },
      'user_product_updated',
    ],
    [
      'several at once',
      {},
      { validTo: june, subscriptionNumber: 'S-2', state: 'deactivated' },
      'user_product_deactivated',
    ],
  ] as const)('sets %s and tells of it by one event', (...[, from, asked, type]) => {
    const before = sold(from);
    const done = committedBy(edit(before, asked));
    const edits = 'state' in asked && asked.state === 'activated' ? uncancelled : asked;
    const paid = 'validTo' in asked ? { paid: { ...before.paid, to: june } } : {};
    expect(done.next).toEqual(writtenRow(before, { ...edits, ...paid }));
    expect(toldBy(done)).toEqual([`7 ${type} of -: 3.6 → 4.7`]);
    expect(done).toMatchObject({ successor: null, changeRows: [] });
  });

  test.each([
    [{}, {}],
    [{}, { state: 'activated' }],
    [{}, { subscriptionType: 'recurring' }],
    [{}, { subscriptionNumber: 'S-1' }],
    [{}, { validFrom: at('2026-04-01T00:00:00Z'), validTo: at('2026-05-01T00:00:00Z') }],
    [{ state: 'deactivated' }, { state: 'deactivated' }],
  ] as const)('%j stays as it is where %j is asked for', (from, asked) => {
    expect(edit(sold(from), asked)).toEqual({ rule: 'unchanged', id: sold().id });
    expect(edit(waiting(from), asked)).toEqual({ rule: 'unchanged', id: waiting().id });
  });

  test('to another type puts it on the package’s first enabled period of that type', () => {
    const before = sold();
    const done = committedBy(edit(before, { subscriptionType: 'limited' }));
    const [, limited] = basic.periods;
    if (limited === undefined) throw new Error('basic has two periods');
    const soldPeriod = soldPeriodOf(limited);
    expect(done.next).toEqual(writtenRow(before, { subscriptionType: 'limited', soldPeriod }));
    expect(toldBy(done)).toEqual(['7 user_product_updated of -: 3.6 → 4.7']);
  });

  test('moves what waits along with valid_to: it goes on waiting, and nothing is told of it', () => {
    const before = waiting();
    const done = committedBy(edit(before, { validTo: june }));
    const pendingChange = before.pendingChange && { ...before.pendingChange, dueAt: june };
    const paid = { ...before.paid, to: june };
    expect(done.next).toEqual(writtenRow(before, { validTo: june, paid, pendingChange }));
    expect(toldBy(done)).toEqual(['7 user_product_updated of -: 3.6 → 4.7']);
    expect(done.changeRows).toEqual([]);
  });

  test('that an invoice charged leaves what was charged, for the stretch as it is moved', () => {
    const row = sold();
    const paid = { ...row.paid, document: { number: 'A-1' } } as const;
    const { next } = committedBy(edit({ ...row, paid }, { validTo: june }));
    expect(next.paid).toEqual({ ...paid, forMs: june - paid.from, to: june });
    const { next: back } = committedBy(edit(next, { validTo: row.validTo ?? june }));
    expect(back.paid).toEqual(paid);
  });

  test.each([
    ['deactivated', { state: 'deactivated' }, 'user_product_deactivated'],
    ['of another type', { subscriptionType: 'limited' }, 'user_product_updated'],
    ['deactivated and moved', { state: 'deactivated', validTo: june }, 'user_product_deactivated'],
  ] as const)('supersedes what waits where it becomes %s', (_, asked, type) => {
    const done = committedBy(edit(waiting(), asked));
    expect(done.next).toMatchObject({ pendingChange: null, version: 4, lastSequence: 8 });
    expect(toldBy(done)).toEqual([
      '7 package_change_cancelled of 700: 3.6 → 3.7',
      `8 ${type} of -: 3.7 → 4.8`,
    ]);
    expect(done.changeRows).toMatchObject([
      { write: 'close', changeId: idOf(700), state: 'superseded', eventIds: [idOf(1)] },
    ]);
  });
});

describe('an edit is refused', () => {
  const ages = { validFrom: at('2026-01-01T00:00:00Z') };
  const march = { ...ages, validTo: at('2026-03-01T00:00:00Z') };
  const withoutLimited = makeCatalogue({
    timeZone: utc,
    currency: sek,
    packages: [{ ...basic, periods: [buildPeriod({ number: 101 }), disabledLimited()] }],
  });

  test.each([
    ['an end at the beginning', { validTo: at('2026-04-01T00:00:00Z') }],
    ['an end before the beginning', { validTo: at('2026-03-31T23:59:59.999Z') }],
    ['a beginning at the end', { validFrom: at('2026-05-01T00:00:00Z') }],
    ['both, the wrong way round', { validFrom: june, validTo: at('2026-05-31T00:00:00Z') }],
  ])('for %s', (_, asked) => {
    const elsewhere = sold({ provisionService: 'elsewhere' });
    expect(edit(elsewhere, asked)).toEqual({
      rule: 'refuse',
      refusals: [{ reason: 'valid_to_not_after_valid_from', facts: {} }],
    });
  });

  test.each<[string, Partial<UserProduct>, UserProductEdits]>([
    ['an end that is moved to now', {}, { validTo: writtenAt }],
    [
      'an end in 1970',
      { validFrom: at('1969-01-01T00:00:00Z') },
      { validTo: at('1970-01-01T00:00:00Z') },
    ],
    [
      'switching on what ended long ago',
      { state: 'deactivated', ...march },
      { state: 'activated' },
    ],
    [
      'switching on what was frozen beyond its end',
      { state: 'frozen', ...march },
      { state: 'activated' },
    ],
    [
      'switching on what was pending beyond its end',
      { state: 'pending', ...march },
      { state: 'activated' },
    ],
    [
      'switching on with an end in the past',
      { state: 'deactivated' },
      { state: 'activated', validTo: march.validTo },
    ],
  ])('for %s: only time makes a boundary pass', (_, from, asked) => {
    expect(reasonsOf(edit(sold({ ...ages, ...from }), asked))).toEqual(['valid_to_not_in_future']);
  });

  test.each<[string, Partial<UserProduct>, UserProductEdits]>([
    ['another system acts at', { provisionService: 'elsewhere' }, { validTo: march.validTo }],
    ['nobody acts at any more', {}, { state: 'deactivated', validTo: march.validTo }],
    ['nobody acts at yet', { state: 'frozen' }, { validTo: march.validTo }],
  ])('but not for an end in the past that %s', (_, from, asked) => {
    expect(edit(sold({ ...ages, ...from }), asked).rule).toBe('commit');
  });

  test.each<[string, Partial<UserProduct>, UserProductEdits]>([
    [
      'making one without an end recurring',
      { subscriptionType: 'single', validTo: null },
      { subscriptionType: 'recurring' },
    ],
    [
      'making one without an end limited',
      { subscriptionType: 'single', validTo: null },
      { subscriptionType: 'limited' },
    ],
    [
      'switching one on that has none',
      { state: 'deactivated', validTo: null },
      { state: 'activated' },
    ],
    ['anything else asked of one that has none', { validTo: null }, { subscriptionNumber: 'S-2' }],
  ])('for %s', (_, from, asked) => {
    expect(reasonsOf(edit(sold(from), asked))).toEqual(['valid_to_required']);
  });

  test('but not where the end comes with it', () => {
    const open = sold({ subscriptionType: 'single', validTo: null });
    expect(edit(open, { subscriptionType: 'recurring', validTo: june }).rule).toBe('commit');
  });

  test('for a type that no enabled period of the package has', () => {
    expect(edit(sold(), { subscriptionType: 'limited' }, withoutLimited)).toEqual({
      rule: 'refuse',
      refusals: [
        {
          reason: 'no_payment_period',
          facts: { product_code: basic.code, subscription_type: 'limited' },
        },
      ],
    });
  });

  test('for a type that the package has in another currency only', () => {
    const inEuro = buildPeriod({ number: 102, type: 'limited', price: money(1_000, eur) });
    const packages = [{ ...basic, periods: [buildPeriod({ number: 101 }), inEuro] }];
    const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages });
    expect(reasonsOf(edit(sold(), { subscriptionType: 'limited' }, catalogue))).toEqual([
      'no_payment_period',
    ]);
  });

  test('for both at once, in order', () => {
    const asked = { subscriptionType: 'limited', validTo: at('2026-04-01T00:00:00Z') } as const;
    expect(reasonsOf(edit(sold(), asked, withoutLimited))).toEqual([
      'no_payment_period',
      'valid_to_not_in_future',
      'valid_to_not_after_valid_from',
    ]);
  });

  test('but not for its own type, though the catalogue has none of it any more', () => {
    const empty = makeCatalogue({ timeZone: utc, currency: sek, packages: [] });
    const asked = { subscriptionType: 'recurring', validTo: june } as const;
    expect(edit(sold(), asked, empty).rule).toBe('commit');
  });
});

function disabledLimited() {
  return buildPeriod({ number: 102, type: 'limited', enabled: false });
}
