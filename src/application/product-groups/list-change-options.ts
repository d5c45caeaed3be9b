import { tierIn } from '../../domain/catalogue/catalogue.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import type { TierInGroup } from '../../domain/catalogue/product-group.js';
import type { ChangeDecision } from '../../domain/change/change-decision.js';
import { quoteOf } from '../../domain/change/change-quote.js';
import { decideChange } from '../../domain/change/decide-change.js';
import { findTierTarget } from '../../domain/change/product-groups/find-tier-target.js';
import { groupPolicy } from '../../domain/change/product-groups/group-policy.js';
import type {
  GroupRefusal,
  GroupRuleReason,
} from '../../domain/change/product-groups/group-refusal.js';
import { groupRuleReasons } from '../../domain/change/product-groups/group-requirements.js';
import { periodsOfTier } from '../../domain/change/product-groups/periods-left.js';
import { settledTerms } from '../../domain/change/settled-terms.js';
import { isWithinQuantity } from '../../domain/catalogue/quantity-in-force.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { AsOfNow, ReadAsOfNow } from '../user-product/read-as-of-now.js';

type ChangeOptionsQuery = UserProductKey & {
  /** Null: the quantity of now, or as near to it as a period takes. */
  readonly quantity: number | null;
  /** Where whoever asks has just read it; absent: it is read. */
  readonly seen?: AsOfNow;
};

/** A payment period that may be changed to: what that comes to, and the quote that binds it. */
export type PeriodOption = {
  readonly period: PaymentPeriod;
  readonly decision: ChangeDecision;
  readonly isQuantityLeft: boolean;
  readonly quote: string;
  /** Real time, UTC milliseconds. */
  readonly expiresAt: number;
};

type TierOption = TierInGroup & { readonly periods: readonly PeriodOption[] };
type RuleRefusal = Refusal<GroupRuleReason>;
type RefusedTier = TierInGroup & { readonly refusals: readonly RuleRefusal[] };

/** Every tier of the group stands in one of the two lists, by position. */
export type ChangeOptions = {
  readonly product: UserProduct;
  readonly current: TierInGroup;
  readonly options: readonly TierOption[];
  readonly refused: readonly RefusedTier[];
  readonly context: OrganisationContext;
};

type ChangeOptionsResult =
  | ({ readonly ok: true } & ChangeOptions)
  | { readonly ok: false; readonly failure: 'not_found' | 'no_product_group' };

export type ListChangeOptions = (query: ChangeOptionsQuery) => Promise<ChangeOptionsResult>;

export type ListChangeOptionsDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly readAsOfNow: ReadAsOfNow;
  readonly quotes: Pick<ChangeQuotes, 'sign'>;
};

/**
 * What a subscription may be switched to within its product group, when and for how much, and why not to the rest, by the
 * very decision that carries a change out (docs/spec/product-groups-api.md §3). Writes nothing, applies nothing.
 */
export function makeListChangeOptions(deps: ListChangeOptionsDeps): ListChangeOptions {
  return async (query) => {
    const context = await deps.readContext(query.organisationId);
    const seen = query.seen ?? (context === null ? null : await deps.readAsOfNow(query, context));
    if (context === null || seen === null) return { ok: false, failure: 'not_found' };
    const { product, now } = seen;
    const current = tierIn(context.catalogue, product.tierId);
    if (current === undefined) return { ok: false, failure: 'no_product_group' };
    const asked = { product, now, context, quantity: query.quantity };
    const { group } = current;
    const tiers = group.tiers.map((tier) => lookAt(deps, asked, { tier, group }));
    const options = tiers.filter((it) => it.periods.length > 0);
    const refused = tiers.filter((it) => it.periods.length === 0);
    return { ok: true, product, current, options, refused, context };
  };
}

type Asked = Pick<ChangeOptionsQuery, 'quantity'> & {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly context: OrganisationContext;
};

function lookAt(
  deps: ListChangeOptionsDeps,
  asked: Asked,
  known: TierInGroup,
): TierOption & RefusedTier {
  const pack = asked.context.catalogue.packagesById.get(known.tier.packageId);
  const periods = pack === undefined ? [] : periodsOfTier(known.tier, pack);
  const seen = periods.map((period) => lookAtPeriod(deps, asked, { known, period }));
  const options = seen.flatMap(({ option }) => option ?? []);
  if (options.length > 0) return { ...known, periods: options, refusals: [] };
  const ofTier = eachOnce(refusalsOfTier(asked, known));
  const refusals = ofTier.length > 0 ? ofTier : eachOnce(seen.flatMap((it) => it.refusals));
  return { ...known, periods: [], refusals };
}

type Looked = {
  readonly option: PeriodOption | null;
  readonly refusals: readonly GroupRefusal[];
};

function lookAtPeriod(
  { quotes }: ListChangeOptionsDeps,
  { product, now, context, quantity }: Asked,
  { known, period }: { readonly known: TierInGroup; readonly period: PaymentPeriod },
): Looked {
  const { catalogue } = context;
  const fits = quantity !== null && isWithinQuantity(period.billing, quantity);
  const named = { tierId: known.tier.id, periodId: period.id, quantity: fits ? quantity : null };
  const found = findTierTarget(named, { product, catalogue });
  if (found?.found !== true) return { option: null, refusals: found?.refusals ?? [] };
  const { target } = found;
  const outcome = decideChange({ product, target, catalogue, now }, groupPolicy);
  if (!outcome.ok) return { option: null, refusals: outcome.refusals };
  const { decision } = outcome;
  const { behaviour } = groupPolicy;
  const settled = { behaviour, target: decision.target, terms: settledTerms(decision), now };
  const { text, expiresAt } = quotes.sign(quoteOf(product, settled));
  const isQuantityLeft = quantity !== null && quantity !== target.quantity;
  return {
    option: { period, decision, isQuantityLeft, quote: text, expiresAt },
    refusals: [],
  };
}

/** Why a request is refused that names the tier alone; a rule says so unless it would have to name a period too. */
function refusalsOfTier(
  { product, now, context }: Asked,
  { tier }: TierInGroup,
): readonly GroupRefusal[] {
  const { catalogue } = context;
  const named = { tierId: tier.id, periodId: null, quantity: null };
  const found = findTierTarget(named, { product, catalogue });
  if (found?.found !== true) return found?.refusals ?? [];
  const outcome = decideChange({ product, target: found.target, catalogue, now }, groupPolicy);
  return outcome.ok ? [] : outcome.refusals;
}

/** Each reason once, in the order of the rules. */
function eachOnce(refusals: readonly GroupRefusal[]): readonly RuleRefusal[] {
  return groupRuleReasons.flatMap((reason) => {
    const found = refusals.find((it) => it.reason === reason);
    return found === undefined ? [] : [{ reason, facts: found.facts }];
  });
}
