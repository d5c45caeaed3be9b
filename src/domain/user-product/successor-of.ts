import type { Catalogue } from '../catalogue/catalogue.js';
import type { UserProductId } from '../ids.js';
import { laterOf, type Instant } from '../time/instant.js';
import type { ChangeKind, FrozenTarget } from './change.js';
import type { NextPeriod } from './period-from-boundary.js';
import type { CreatedFrom, UserProduct } from './user-product.js';

const createdFromByKind: Readonly<Record<ChangeKind, CreatedFrom>> = {
  upgrade: 'upgrade',
  downgrade: 'downgrade',
  change: 'package_change',
};

/** What a successor begins as. */
export type Succession = {
  readonly id: UserProductId;
  readonly kind: ChangeKind;
  readonly target: FrozenTarget;
  readonly at: Instant;
  readonly next: Pick<NextPeriod, 'validTo' | 'anchor' | 'paid'>;
};

/**
 * The user product that a change makes: on the frozen target, from that instant, in the same chain of the same account
 * (docs/spec/payway-api.md §3), with its numbers, who provisions it and whether documents are made for it. Its title is
 * the catalogue's, null where the package is gone.
 */
export function successorOf(
  product: UserProduct,
  { id, kind, target, at, next }: Succession,
  catalogue: Catalogue,
): UserProduct {
  return {
    id,
    organisationId: product.organisationId,
    accountId: product.accountId,
    subscriptionId: product.subscriptionId,
    orderId: product.orderId,
    subscriptionNumber: product.subscriptionNumber,
    externalStartAt: product.externalStartAt,
    createdFrom: createdFromByKind[kind],
    createdAt: at,
    updatedAt: at,
    packageId: target.packageId,
    packageCode: target.packageCode,
    titleCode: catalogue.packagesById.get(target.packageId)?.titleCode ?? null,
    soldPeriod: target.period,
    quantity: target.quantity,
    tierId: target.tierId,
    hasDocuments: product.hasDocuments,
    subscriptionType: target.period.type,
    state: 'activated',
    provisionService: product.provisionService,
    validFrom: at,
    validTo: next.validTo,
    anchor: next.anchor,
    paid: next.paid,
    cancelledAt: null,
    cancellation: null,
    pendingChange: null,
    endedBy: null,
    version: 1,
    lastSequence: product.lastSequence,
    lastEffectiveAt: laterOf(product.lastEffectiveAt, at),
  };
}
