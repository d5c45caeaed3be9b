import { tierIn } from '../../domain/catalogue/catalogue.js';
import type { TierInGroup } from '../../domain/catalogue/product-group.js';
import { quoteOf } from '../../domain/change/change-quote.js';
import {
  type DecidedPeriod,
  type DecidedTier,
  decideTiers,
} from '../../domain/change/product-groups/decide-tiers.js';
import { groupPolicy } from '../../domain/change/product-groups/group-policy.js';
import { settledTerms } from '../../domain/change/settled-terms.js';
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
export type PeriodOption = DecidedPeriod & {
  readonly quote: string;
  /** Real time, UTC milliseconds. */
  readonly expiresAt: number;
};

type TierOption = TierInGroup & { readonly periods: readonly PeriodOption[] };
type RefusedTier = Pick<DecidedTier, keyof TierInGroup | 'refusals'>;

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
    const { catalogue } = context;
    const { quantity } = query;
    const tiers = decideTiers({ product, now, catalogue, quantity }, current.group);
    const options = tiers
      .filter((it) => it.periods.length > 0)
      .map((it) => ({ ...it, periods: it.periods.map((of) => quoted(deps, seen, of)) }));
    const refused = tiers.filter((it) => it.periods.length === 0);
    return { ok: true, product, current, options, refused, context };
  };
}

/** What that comes to, bound by a quote. */
function quoted(
  { quotes }: ListChangeOptionsDeps,
  { product, now }: AsOfNow,
  { period, decision, isQuantityLeft }: DecidedPeriod,
): PeriodOption {
  const { behaviour } = groupPolicy;
  const settled = { behaviour, target: decision.target, terms: settledTerms(decision), now };
  const { text, expiresAt } = quotes.sign(quoteOf(product, settled));
  return { period, decision, isQuantityLeft, quote: text, expiresAt };
}
