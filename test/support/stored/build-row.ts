import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import type { SubscriptionId } from '../../../src/domain/ids.js';
import type { FrozenTarget } from '../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../domain/at.js';
import { buildPackage, firstPeriod, money } from '../domain/build-package.js';
import { buildPending, buildUserProduct } from '../domain/build-user-product.js';
import { newId } from './ids.js';

const pack = buildPackage({ number: 10 });

/** What a change aims at, with an amount beyond 32 bits. */
export const target: FrozenTarget = {
  packageId: pack.id,
  packageCode: pack.code,
  period: { ...soldPeriodOf(firstPeriod(pack)), price: money(9_007_199_254_740_991) },
  quantity: 1,
  tierId: null,
};

/** A user product of its own organisation, account and chain, activated until 1 May 2026, but for what is given. */
export function buildRow(edits: Partial<UserProduct> = {}): UserProduct {
  const id = newId<SubscriptionId>();
  return buildUserProduct(pack, {
    id,
    subscriptionId: id,
    organisationId: newId(),
    accountId: newId(),
    ...edits,
  });
}

/** Whatever may be null is not. */
export function fullRow(edits: Partial<UserProduct> = {}): UserProduct {
  return buildRow({
    orderId: 'order 1',
    subscriptionNumber: 'S-1',
    externalStartAt: at('2020-02-29T23:59:59.999Z'),
    titleCode: 'title',
    validTo: at('2026-05-01T00:00:00Z'),
    cancelledAt: at('2026-04-02T00:00:00.001Z'),
    cancellation: { reasonId: 'too-dear', creditInvoiceIfSent: true },
    pendingChange: buildPending(pack),
    endedBy: {
      documents: { creditNote: newId(), invoice: newId() },
      changeId: newId(),
      successorId: newId(),
      answerId: newId(),
      target,
      behaviour: 'explicit',
      terms: {
        kind: 'upgrade',
        rule: 'rank_higher',
        effectiveAt: at('2026-04-16T00:00:00Z'),
        validTo: at('2026-04-23T12:00:00.001Z'),
        renewedAtOnce: false,
        amounts: {
          valueLeft: money(5_000),
          valueCarried: money(5_000),
          nextRenewal: money(1),
          settlement: null,
        },
      },
    },
    ...edits,
  });
}

/** Whatever may be null is null. */
export function bareRow(edits: Partial<UserProduct> = {}): UserProduct {
  return buildRow({
    orderId: null,
    subscriptionNumber: null,
    externalStartAt: null,
    titleCode: null,
    validTo: null,
    cancelledAt: null,
    cancellation: null,
    pendingChange: null,
    endedBy: null,
    subscriptionType: 'single',
    ...edits,
  });
}

/** The row one commit later. */
export function nextOf(row: UserProduct, edits: Partial<UserProduct> = {}): UserProduct {
  return { ...row, version: row.version + 1, ...edits };
}

/** The row that follows where this one ends by a change. */
export function successorOf(row: UserProduct, edits: Partial<UserProduct> = {}): UserProduct {
  return { ...row, id: newId(), version: 1, createdFrom: 'upgrade', ...edits };
}
