import type { Package } from '../../../src/domain/catalogue/package.js';
import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import type { PendingChange } from '../../../src/domain/user-product/change.js';
import { type SubscriptionId, toClientId } from '../../../src/domain/ids.js';
import { anchorOf } from '../../../src/domain/time/anchor.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { paidAhead } from '../../../src/domain/user-product/paid-ahead.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at, utc } from './at.js';
import { firstPeriod } from './build-package.js';
import { idOf } from './id-of.js';

export const productId = idOf<SubscriptionId>(500);

/**
 * Activated, recurring, provisioned by tulo, 1 April to 1 May 2026 UTC, on the package's first period, but for what is
 * given; anchored where it began in that zone, and paid for from there on.
 */
export function buildUserProduct(
  pack: Package,
  edits: Partial<UserProduct> = {},
  timeZone: TimeZone = utc,
): UserProduct {
  const period = firstPeriod(pack);
  const validFrom = edits.validFrom ?? at('2026-04-01T00:00:00Z');
  const row: Omit<UserProduct, 'paid'> = {
    id: productId,
    organisationId: idOf(1),
    accountId: idOf(2),
    subscriptionId: productId,
    orderId: 'order-1',
    subscriptionNumber: 'S-1',
    externalStartAt: null,
    createdFrom: 'api',
    createdAt: validFrom,
    updatedAt: validFrom,
    packageId: pack.id,
    packageCode: pack.code,
    titleCode: pack.titleCode,
    soldPeriod: soldPeriodOf(period),
    quantity: 1,
    tierId: null,
    hasDocuments: false,
    subscriptionType: period.type,
    state: 'activated',
    provisionService: 'tulo',
    validFrom,
    validTo: at('2026-05-01T00:00:00Z'),
    anchor: anchorOf(validFrom, timeZone),
    cancelledAt: null,
    cancellation: null,
    pendingChange: null,
    endedBy: null,
    version: 1,
    lastSequence: 1,
    lastEffectiveAt: validFrom,
    ...edits,
  };
  return { paid: paidAhead(row, { now: validFrom, zone: timeZone }), ...row, ...edits };
}

/** A downgrade to the package's first period that waits for 1 May 2026. */
export function buildPending(pack: Package, edits: Partial<PendingChange> = {}): PendingChange {
  return {
    changeId: idOf(700),
    kind: 'downgrade',
    behaviour: 'default',
    rule: 'rank_lower',
    target: {
      packageId: pack.id,
      packageCode: pack.code,
      period: soldPeriodOf(firstPeriod(pack)),
      quantity: 1,
      tierId: null,
    },
    requestedAt: at('2026-04-10T00:00:00Z'),
    requestedBy: toClientId('demo'),
    dueAt: at('2026-05-01T00:00:00Z'),
    ...edits,
  };
}
