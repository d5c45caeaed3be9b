import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { ChangeDecision } from '../../domain/change/change-decision.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { decideChange } from '../../domain/change/decide-change.js';
import type { PackagePeriodName } from '../../domain/change/payway/package-period-name.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { AsOfNow, ReadAsOfNow } from '../user-product/read-as-of-now.js';

/** A payment period of an offered package, and what a change to it would come to, or why there is none. */
type OfferedPeriod<Reason extends string> = {
  readonly period: PaymentPeriod;
  readonly outcome:
    | { readonly ok: true; readonly decision: ChangeDecision }
    | { readonly ok: false; readonly refusals: readonly Refusal<Reason>[] };
};

type OfferedPackage<Reason extends string> = {
  readonly package: Package;
  readonly periods: readonly OfferedPeriod<Reason>[];
};

export type OfferedChanges<Reason extends string> = {
  readonly product: UserProduct;
  readonly now: Instant;
  /** In the order of rank, unranked ones last; those of a rank by name. */
  readonly offered: readonly OfferedPackage<Reason>[];
  readonly context: OrganisationContext;
};

type OfferedChangesQuery = UserProductKey & {
  readonly packageCodes: readonly string[];
  /** Where whoever asks has just read it; absent: it is read. */
  readonly seen?: AsOfNow;
};

/** Null for a user product that is unknown. Codes that the catalogue does not have are left out. */
export type ListOfferedChanges = <Reason extends string>(
  query: OfferedChangesQuery,
  policy: ChangePolicy<Reason, PackagePeriodName>,
) => Promise<OfferedChanges<Reason> | null>;

export type ListOfferedChangesDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly readAsOfNow: ReadAsOfNow;
};

/**
 * What each period of these packages would come to now, by the very decision that carries a change out
 * (docs/spec/pages.md §6). Writes nothing, applies nothing.
 */
export function makeListOfferedChanges(deps: ListOfferedChangesDeps): ListOfferedChanges {
  return async (query, policy) => {
    const context = await deps.readContext(query.organisationId);
    const seen = query.seen ?? (context === null ? null : await deps.readAsOfNow(query, context));
    if (context === null || seen === null) return null;
    const { catalogue } = context;
    const offered = [...new Set(query.packageCodes)]
      .flatMap((code) => catalogue.packagesByCode.get(code) ?? [])
      .toSorted(byRank)
      .map((pack) => ({
        package: pack,
        periods: pack.periods.map((period) => ({
          period,
          outcome: outcomeOf(policy, { ...seen, context }, { pack, period }),
        })),
      }));
    return { ...seen, offered, context };
  };
}

function outcomeOf<Reason extends string>(
  policy: ChangePolicy<Reason, PackagePeriodName>,
  {
    product,
    now,
    context: { catalogue },
  }: { product: UserProduct; now: Instant; context: OrganisationContext },
  { pack, period }: { readonly pack: Package; readonly period: PaymentPeriod },
): OfferedPeriod<Reason>['outcome'] {
  const named = { packageCode: pack.code, periodId: period.id };
  const found = policy.find(named, { product, catalogue });
  if (found?.found !== true) return { ok: false, refusals: found?.refusals ?? [] };
  const outcome = decideChange({ product, target: found.target, catalogue, now }, policy);
  return outcome.ok
    ? { ok: true, decision: outcome.decision }
    : { ok: false, refusals: outcome.refusals };
}

function byRank(a: Package, b: Package): number {
  const place = ({ rank }: Package): number => (rank === 'unranked' ? Infinity : rank);
  const order = place(a) === place(b) ? 0 : place(a) - place(b);
  return order || (a.name < b.name ? -1 : Number(a.name > b.name));
}
