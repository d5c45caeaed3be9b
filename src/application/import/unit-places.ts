import { type Catalogue, tierIn } from '../../domain/catalogue/catalogue.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { PackageId, TierId } from '../../domain/ids.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import type { ResolvedUserProduct } from './resolve-user-product.js';
import type { RowPlace } from './row-places.js';

type Had = {
  readonly packageId: PackageId;
  readonly period: Pick<SoldPeriod, 'billing'>;
  readonly quantity: number;
  readonly tierId: TierId | null;
};
type Tiers = Pick<Catalogue, 'tiersById'>;

/**
 * Where the quantity and the tier of a row, or of a change that waits in it, are not what they may be
 * (docs/spec/operations.md §4). A quantity is not held to what its period takes now: a row keeps its own while that moves.
 */
export function unitPlaces(
  { row, package: pack, soldPeriod, pendingChange: pending }: ResolvedUserProduct,
  tiers: Tiers,
): readonly RowPlace[] {
  const { quantity, tierId } = row;
  const own: Had = { packageId: pack.id, period: soldPeriod, quantity, tierId };
  const isUnknown = tierId !== null && !tiers.tiersById.has(tierId);
  return [
    ...(isUnknown
      ? [{ member: 'tier_id', problem: 'is no tier of this file or organisation' }]
      : []),
    ...hadPlaces(own, '', tiers),
    ...(pending === null ? [] : hadPlaces(pending.target, 'pending_change.', tiers)),
    ...(pending === null ? [] : kindPlaces(pending, tierId)),
  ];
}

function hadPlaces(
  { packageId, period, quantity, tierId }: Had,
  at: string,
  tiers: Tiers,
): readonly RowPlace[] {
  const tier = tierIn(tiers, tierId)?.tier;
  const isFlat = period.billing.chargeModel === 'flat_fee';
  return [
    ...(isFlat && quantity !== 1
      ? [{ member: `${at}quantity`, problem: 'must be 1 where the period is a flat fee' }]
      : []),
    ...(tier !== undefined && tier.packageId !== packageId
      ? [{ member: `${at}tier_id`, problem: 'is a tier of another package' }]
      : []),
  ];
}

/** Payway's upgrades never wait, and a change within a tier is neither up nor down. */
function kindPlaces(
  { kind, target, behaviour }: PendingChange,
  tierId: TierId | null,
): readonly RowPlace[] {
  const member = 'pending_change.kind';
  if (behaviour !== 'group') {
    return kind === 'upgrade' ? [{ member, problem: 'can only be where there is a tier_id' }] : [];
  }
  return (kind === 'change') === (target.tierId === tierId)
    ? []
    : [{ member, problem: 'must be change where the tier stays, and only there' }];
}
