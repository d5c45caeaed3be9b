import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { cancelUserProduct } from '../../../../src/domain/user-product/cancel-user-product.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { sek } from '../../../support/domain/build-package.js';
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
  writeId,
  writtenAt,
  writtenRow,
} from '../../../support/domain/write-order.js';

const cancellation = { reasonId: 'too-dear', creditInvoiceIfSent: true };
const cancel = (product: UserProduct, catalogue = shop) =>
  cancelUserProduct(orderOf(product, catalogue), cancellation);
const shopWith = (packages: Parameters<typeof makeCatalogue>[0]['packages']) =>
  makeCatalogue({ timeZone: utc, currency: sek, packages });

describe('cancelling a subscription', () => {
  test('leaves it what it is until its end, which stays where it was', () => {
    const before = sold();
    const done = committedBy(cancel(before));
    const edits = { state: 'cancelled', cancelledAt: writtenAt, cancellation } as const;
    expect(done.next).toEqual(writtenRow(before, edits));
    expect(done).toMatchObject({ successor: null, changeRows: [], changeId: writeId });
  });

  test('is told by one event of no change, both sides in it', () => {
    const done = committedBy(cancel(sold()));
    expect(toldBy(done)).toEqual(['7 user_product_cancelled of -: 3.6 → 4.7']);
    expect(done.events).toMatchObject([
      {
        id: idOf(1),
        occurredAt: writtenAt,
        before: { userProduct: { state: 'activated', cancelledAt: null, cancellation: null } },
        after: { userProduct: { state: 'cancelled', cancelledAt: writtenAt, cancellation } },
      },
    ]);
  });

  test('supersedes what waits, told first, in the same commit', () => {
    const done = committedBy(cancel(waiting()));
    expect(toldBy(done)).toEqual([
      '7 package_change_cancelled of 700: 3.6 → 3.7',
      '8 user_product_cancelled of -: 3.7 → 4.8',
    ]);
    expect(done.next).toMatchObject({ state: 'cancelled', pendingChange: null, lastSequence: 8 });
    expect(done.changeRows).toEqual([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'superseded',
        closedAt: writtenAt,
        effectiveAt: at('2026-05-01T00:00:00Z'),
        successorId: null,
        eventIds: [idOf(1)],
      },
    ]);
    expect(done.events.map((it) => it.after?.userProduct.pendingChange)).toEqual([null, null]);
  });

  test('that is cancelled already changes nothing, whatever else is said', () => {
    const product = sold({ state: 'cancelled', provisionService: 'elsewhere' });
    expect(cancel(product)).toEqual({ rule: 'unchanged', id: product.id });
  });

  test.each([
    [{ state: 'deactivated' }, 'user_product_not_active', { state: 'deactivated' }],
    [{ state: 'frozen' }, 'user_product_not_active', { state: 'frozen' }],
    [{ state: 'pending' }, 'user_product_not_active', { state: 'pending' }],
    [
      { provisionService: 'elsewhere' },
      'user_product_not_tulo_provisioned',
      { provision_service: 'elsewhere' },
    ],
    [
      { subscriptionType: 'limited' },
      'user_product_not_recurring',
      { subscription_type: 'limited' },
    ],
    [{ subscriptionType: 'single' }, 'user_product_not_recurring', { subscription_type: 'single' }],
  ] as const)('is refused for %j', (edits, reason, facts) => {
    expect(cancel(sold(edits))).toEqual({ rule: 'refuse', refusals: [{ reason, facts }] });
  });

  test('is refused where the package may not be cancelled', () => {
    const held = shopWith([{ ...basic, customerCanCancel: false }]);
    expect(cancel(sold(), held)).toEqual({
      rule: 'refuse',
      refusals: [{ reason: 'package_not_cancellable', facts: { product_code: basic.code } }],
    });
  });

  test('is refused where it has no end at which it could end', () => {
    expect(reasonsOf(cancel(sold({ validTo: null })))).toEqual(['valid_to_required']);
  });

  test('is not held up by a package that is gone', () => {
    expect(cancel(sold(), shopWith([])).rule).toBe('commit');
  });

  test('is refused for every reason at once, in order', () => {
    const held = shopWith([{ ...basic, customerCanCancel: false }]);
    const product = sold({
      state: 'deactivated',
      provisionService: 'elsewhere',
      subscriptionType: 'limited',
    });
    expect(reasonsOf(cancel(product, held))).toEqual([
      'user_product_not_active',
      'user_product_not_tulo_provisioned',
      'user_product_not_recurring',
      'package_not_cancellable',
    ]);
  });
});
