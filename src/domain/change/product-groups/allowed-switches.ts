import type { ChangeTiming } from '../../catalogue/change-timing.js';
import type { CreditType, ProductGroup, Tier } from '../../catalogue/product-group.js';

/** A switch that the settings of a group allow, whatever a customer has besides. */
export type AllowedSwitch = {
  readonly from: Tier;
  readonly to: Tier;
  readonly kind: 'upgrade' | 'downgrade';
  readonly timing: ChangeTiming;
  /** Null: at the end of a period nothing is given back. */
  readonly credit: CreditType | null;
};

/**
 * Every switch between two tiers that their flags allow, by where it comes from and where it goes, both by position
 * (docs/spec/product-groups-api.md §3): up where the tier of now is upgradeable, down where it is downgradeable; when, and
 * what is given back, as the other tier says.
 */
export function allowedSwitches({ tiers }: Pick<ProductGroup, 'tiers'>): readonly AllowedSwitch[] {
  return tiers.flatMap((from) => tiers.flatMap((to) => switchBetween(from, to) ?? []));
}

function switchBetween(from: Tier, to: Tier): AllowedSwitch | null {
  if (to.position === from.position) return null;
  const kind = to.position > from.position ? 'upgrade' : 'downgrade';
  if (!(kind === 'upgrade' ? from.upgradeable : from.downgradeable)) return null;
  const timing = to.changeTiming;
  return { from, to, kind, timing, credit: timing === 'immediately' ? to.creditType : null };
}
