import type { Catalogue } from '../../catalogue/catalogue.js';
import type { PaymentPeriod } from '../../catalogue/package.js';
import type { ProductGroup, TierInGroup } from '../../catalogue/product-group.js';
import { isWithinQuantity } from '../../catalogue/quantity-in-force.js';
import type { Instant } from '../../time/instant.js';
import type { Refusal } from '../../user-product/refusal.js';
import type { UserProduct } from '../../user-product/user-product.js';
import type { ChangeDecision } from '../change-decision.js';
import { decideChange } from '../decide-change.js';
import { findTierTarget } from './find-tier-target.js';
import { groupPolicy } from './group-policy.js';
import type { GroupRefusal, GroupRuleReason } from './group-refusal.js';
import { groupRuleReasons } from './group-requirements.js';
import { periodsOfTier } from './periods-left.js';

/** Who may be switched, when, and within what. */
export type TiersAsked = {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly catalogue: Catalogue;
  /** Null: the quantity of now, or as near to it as a period takes. */
  readonly quantity: number | null;
};

/** A payment period that may be changed to, and what that comes to. */
export type DecidedPeriod = {
  readonly period: PaymentPeriod;
  readonly decision: ChangeDecision;
  /** A quantity was asked for that is not in force there. */
  readonly isQuantityLeft: boolean;
};

/** A tier with what may be changed to; where that is nothing, why. */
export type DecidedTier = TierInGroup & {
  readonly periods: readonly DecidedPeriod[];
  readonly refusals: readonly Refusal<GroupRuleReason>[];
};

/**
 * What of a product group a user product may be switched to, by the very decision that carries a change out, and why not
 * to the rest: every tier, by position (docs/spec/product-groups-api.md §3).
 */
export function decideTiers(asked: TiersAsked, group: ProductGroup): readonly DecidedTier[] {
  return group.tiers.map((tier) => decideTier(asked, { tier, group }));
}

function decideTier(asked: TiersAsked, known: TierInGroup): DecidedTier {
  const pack = asked.catalogue.packagesById.get(known.tier.packageId);
  const all = pack === undefined ? [] : periodsOfTier(known.tier, pack);
  const looked = all.map((period) => decidePeriod(asked, { known, period }));
  const periods = looked.flatMap(({ decided }) => decided ?? []);
  if (periods.length > 0) return { ...known, periods, refusals: [] };
  const ofTier = eachOnce(refusalsOfTier(asked, known));
  const refusals = ofTier.length > 0 ? ofTier : eachOnce(looked.flatMap((it) => it.refusals));
  return { ...known, periods: [], refusals };
}

type Looked = {
  readonly decided: DecidedPeriod | null;
  readonly refusals: readonly GroupRefusal[];
};

function decidePeriod(
  { product, now, catalogue, quantity }: TiersAsked,
  { known, period }: { readonly known: TierInGroup; readonly period: PaymentPeriod },
): Looked {
  const fits = quantity !== null && isWithinQuantity(period.billing, quantity);
  const named = { tierId: known.tier.id, periodId: period.id, quantity: fits ? quantity : null };
  const found = findTierTarget(named, { product, catalogue });
  if (found?.found !== true) return { decided: null, refusals: found?.refusals ?? [] };
  const { target } = found;
  const outcome = decideChange({ product, target, catalogue, now }, groupPolicy);
  if (!outcome.ok) return { decided: null, refusals: outcome.refusals };
  const isQuantityLeft = quantity !== null && quantity !== target.quantity;
  return { decided: { period, decision: outcome.decision, isQuantityLeft }, refusals: [] };
}

/** Why a request is refused that names the tier alone; a rule says so unless it would have to name a period too. */
function refusalsOfTier(
  { product, now, catalogue }: TiersAsked,
  { tier }: TierInGroup,
): readonly GroupRefusal[] {
  const named = { tierId: tier.id, periodId: null, quantity: null };
  const found = findTierTarget(named, { product, catalogue });
  if (found?.found !== true) return found?.refusals ?? [];
  const outcome = decideChange({ product, target: found.target, catalogue, now }, groupPolicy);
  return outcome.ok ? [] : outcome.refusals;
}

/** Each reason once, in the order of the rules. */
function eachOnce(refusals: readonly GroupRefusal[]): DecidedTier['refusals'] {
  return groupRuleReasons.flatMap((reason) => {
    const found = refusals.find((it) => it.reason === reason);
    return found === undefined ? [] : [{ reason, facts: found.facts }];
  });
}
