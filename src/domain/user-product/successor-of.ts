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
 * (docs/spec/payway-api.md §3). Its title is the catalogue's, null where the package is gone.
 */
export function successorOf(
  product: UserProduct,
  { id, kind, target, at, next }: Succession,
  catalogue: Catalogue,
): UserProduct {
  return {
    ...product,
    id,
    createdFrom: createdFromByKind[kind],
    createdAt: at,
    updatedAt: at,
    packageId: target.packageId,
    packageCode: target.packageCode,
    titleCode: catalogue.packagesById.get(target.packageId)?.titleCode ?? null,
    soldPeriod: target.period,
    subscriptionType: target.period.type,
    state: 'activated',
    validFrom: at,
    validTo: next.validTo,
    anchor: next.anchor,
    paid: next.paid,
    cancelledAt: null,
    cancellation: null,
    pendingChange: null,
    endedBy: null,
    version: 1,
    lastEffectiveAt: laterOf(product.lastEffectiveAt, at),
  };
}
