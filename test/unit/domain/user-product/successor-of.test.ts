import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { UserProductId } from '../../../../src/domain/ids.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { successorOf } from '../../../../src/domain/user-product/successor-of.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, money, sek } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100, titleCode: 'basic' });
const lite = buildPackage({ number: 200, titleCode: 'lite' });
const now = at('2026-05-01T00:00:00Z');
const source = buildUserProduct(basic, {
  state: 'cancelled',
  cancelledAt: at('2026-04-02T00:00:00Z'),
  cancellation: { reasonId: 'too-dear', creditInvoiceIfSent: true },
  externalStartAt: at('2020-01-01T00:00:00Z'),
  version: 5,
  lastSequence: 9,
  pendingChange: buildPending(lite),
});
const validTo = at('2026-06-01T00:00:00Z');
const next = {
  validTo,
  anchor: { at: now, billingDay: 1 },
  paid: paidFor({ amount: money(5_000), from: now, to: validTo }),
};
const begin = (
  kind: 'upgrade' | 'downgrade' | 'change',
  packages = [basic, lite],
  from: UserProduct = source,
) =>
  successorOf(
    from,
    { id: idOf<UserProductId>(900), kind, target: buildPending(lite).target, at: now, next },
    makeCatalogue({ timeZone: utc, currency: sek, packages }),
  );

describe('a successor', () => {
  test('begins fresh on the frozen target', () => {
    expect(begin('downgrade')).toMatchObject({
      id: idOf(900),
      createdFrom: 'downgrade',
      createdAt: now,
      updatedAt: now,
      lastEffectiveAt: now,
      packageId: lite.id,
      packageCode: lite.code,
      titleCode: 'lite',
      soldPeriod: buildPending(lite).target.period,
      subscriptionType: 'recurring',
      state: 'activated',
      validFrom: now,
      ...next,
      cancelledAt: null,
      cancellation: null,
      pendingChange: null,
      endedBy: null,
      version: 1,
    });
  });

  test('goes on with the chain, the account, the order and the external start', () => {
    const { organisationId, accountId, subscriptionId, orderId, subscriptionNumber } = source;
    expect(begin('change')).toMatchObject({
      organisationId,
      accountId,
      subscriptionId,
      orderId,
      subscriptionNumber,
      externalStartAt: source.externalStartAt,
      provisionService: 'tulo',
      lastSequence: 9,
    });
  });

  test.each([
    ['upgrade', 'upgrade'],
    ['downgrade', 'downgrade'],
    ['change', 'package_change'],
  ] as const)('of a %s was created from %s', (kind, createdFrom) => {
    expect(begin(kind).createdFrom).toBe(createdFrom);
  });

  test('goes on after what its chain told last, though that was said to happen later', () => {
    const lastEffectiveAt = at('2026-05-02T00:00:00Z');
    const late = begin('downgrade', [basic, lite], { ...source, lastEffectiveAt });
    expect(late).toMatchObject({ validFrom: now, lastEffectiveAt });
  });

  test('has no title where the package is gone', () => {
    expect(begin('upgrade', [basic]).titleCode).toBeNull();
  });
});
