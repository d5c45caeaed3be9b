import type { Package, PaymentPeriod } from '../../catalogue/package.js';
import type { TierInGroup } from '../../catalogue/product-group.js';
import {
  isWithinQuantity,
  quantityInForce,
  takesQuantity,
} from '../../catalogue/quantity-in-force.js';
import type { ChangeTarget } from '../change-decision.js';
import type { FoundTarget, Row } from '../change-policy.js';
import type { GroupRefusal } from './group-refusal.js';
import { periodFaults, periodsOfTier } from './periods-left.js';
import type { TierName } from './tier-name.js';

/** A tier with what the catalogue has of it. */
type Named = TierInGroup & {
  readonly pack: Package;
  readonly periods: readonly PaymentPeriod[];
};

/**
 * What a request within a product group is for (docs/spec/product-groups-api.md §3): the period that it names, of that
 * tier; where it names none, the one of now if the tier has it, else the only one that is left. Where none is left, the
 * rules say why of each. Null: the tier is unknown.
 */
export function findTierTarget(named: TierName, row: Row): FoundTarget<GroupRefusal['reason']> {
  const known = row.catalogue.tiersById.get(named.tierId);
  if (known === undefined) return null;
  const tier = soldTier(known, row);
  if (tier === null) return { found: false, refusals: [notSold(known)] };
  const chosen = choosePeriod(named, tier, row);
  if ('reason' in chosen) return { found: false, refusals: [chosen] };
  const { period } = chosen;
  const fault = quantityFault(named, period);
  if (fault !== null) return { found: false, refusals: [fault] };
  const quantity = quantityInForce(period.billing, row.product.quantity, named.quantity);
  const target: ChangeTarget = {
    package: tier.pack,
    quantity,
    tierId: tier.tier.id,
    ...chosen,
  };
  return { found: true, target };
}

/** Null: the catalogue has lost its package, or every period of it. */
function soldTier(known: TierInGroup, { catalogue }: Row): Named | null {
  const pack = catalogue.packagesById.get(known.tier.packageId);
  const periods = pack === undefined ? [] : periodsOfTier(known.tier, pack);
  return pack === undefined || periods.length === 0 ? null : { pack, periods, ...known };
}

function notSold({ tier }: TierInGroup): GroupRefusal {
  return { reason: 'target_not_on_sale', facts: { tier_id: tier.id } };
}

type Chosen = Pick<ChangeTarget, 'period' | 'candidates'>;

function choosePeriod(
  { periodId }: TierName,
  { tier, group, periods }: Named,
  { product }: Row,
): Chosen | GroupRefusal {
  if (periodId !== null) {
    const period = periods.find((it) => it.id === periodId);
    return period ? { period } : { reason: 'period_not_in_tier', facts: { tier_id: tier.id } };
  }
  const own = periods.find((it) => it.id === product.soldPeriod.periodId);
  if (tier.id === product.tierId && own !== undefined) return { period: own };
  const left = periods.filter((it) => periodFaults(it, { product, group }).length === 0);
  const [only] = left;
  if (left.length > 1) return { reason: 'period_required', facts: { periods: left.length } };
  const [first] = periods;
  if (first === undefined) throw new TypeError('a tier without a payment period was not left out');
  return only === undefined ? { period: first, candidates: periods } : { period: only };
}

/** A quantity that does not count may be any. */
function quantityFault({ quantity }: TierName, { billing }: PaymentPeriod): GroupRefusal | null {
  if (quantity === null || !takesQuantity(billing)) return null;
  if (isWithinQuantity(billing, quantity)) return null;
  const { minQuantity, maxQuantity } = billing;
  const facts = { quantity, min_quantity: minQuantity, max_quantity: maxQuantity };
  return { reason: 'quantity_out_of_range', facts };
}
