import { tierIn } from '../../catalogue/catalogue.js';
import type { DecisionInput } from '../change-decision.js';
import type { Direction } from '../change-policy.js';

/**
 * By position: a higher tier is an upgrade, a lower one a downgrade, the same one neither
 * (docs/spec/product-groups-api.md §3). Null where the two tiers are not of one group.
 */
export function groupDirection({ product, target, catalogue }: DecisionInput): Direction | null {
  const current = tierIn(catalogue, product.tierId);
  const next = tierIn(catalogue, target.tierId);
  if (current === undefined || next?.group.id !== current.group.id) return null;
  const distance = next.tier.position - current.tier.position;
  if (distance > 0) return { kind: 'upgrade', rule: 'position_higher' };
  if (distance < 0) return { kind: 'downgrade', rule: 'position_lower' };
  const isSamePeriod = target.period.id === product.soldPeriod.periodId;
  return {
    kind: 'change',
    rule: isSamePeriod ? 'same_tier_other_quantity' : 'same_tier_other_plan',
  };
}
