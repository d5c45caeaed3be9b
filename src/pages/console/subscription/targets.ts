import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { type Catalogue, tierIn } from '../../../domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../../domain/catalogue/package.js';
import type { TierInGroup } from '../../../domain/catalogue/product-group.js';
import { takesQuantity } from '../../../domain/catalogue/quantity-in-force.js';
import type { ChangeDecision } from '../../../domain/change/change-decision.js';
import type { PaywayBehaviour } from '../../../domain/user-product/change.js';
import type { SubscriptionRefusal } from '../../kit/subscription/bound-offer.js';
import { choiceValue } from '../../kit/subscription/chosen.js';
import type { SubscriptionDeps } from './subscription-deps.js';

/** Something that a subscription could become, and what that comes to, or every rule that stands against it. */
export type Target = {
  readonly name: string;
  /** Null: no payment period of it could be looked at. */
  readonly period: PaymentPeriod | null;
  readonly quantity: number;
  readonly outcome:
    | { readonly ok: true; readonly choice: string; readonly decision: ChangeDecision }
    | { readonly ok: false; readonly refusals: readonly SubscriptionRefusal[] };
};

export type Targets = {
  readonly by: 'group' | 'packages';
  /** What the product group is called; null: there is none. */
  readonly group: string | null;
  readonly rows: readonly Target[];
  /** Where the next page begins; null: there is none. */
  readonly next: number | null;
  readonly takesQuantity: boolean;
};

/** Targets of one page. */
const mostTargets = 50;

type TargetQuery = {
  readonly from: number;
  /** Null: the quantity of now. */
  readonly quantity: number | null;
  readonly behaviour: PaywayBehaviour;
};

type TargetDeps = Pick<SubscriptionDeps, 'listChangeOptions' | 'listOfferedChanges'>;

/**
 * Every target of the catalogue for a subscription as it was read, page by page: the tiers of its product group, or,
 * where it has none, all packages by rank (docs/spec/pages.md §11).
 */
export async function targetsOf(
  deps: TargetDeps,
  life: SubscriptionLife,
  query: TargetQuery,
): Promise<Targets> {
  const tier = tierIn(life.context.catalogue, life.last.tierId);
  return tier === undefined
    ? targetsOfCatalogue(deps, life, query)
    : targetsOfGroup(deps, life, { ...query, group: tier.group.name });
}

async function targetsOfGroup(
  { listChangeOptions }: TargetDeps,
  { last, now, context: { catalogue } }: SubscriptionLife,
  { from, quantity, group }: TargetQuery & { readonly group: string },
): Promise<Targets> {
  const { organisationId, accountId, id: userProductId } = last;
  const key = { organisationId, accountId, userProductId };
  const listed = await listChangeOptions({ ...key, quantity, seen: { product: last, now } });
  if (!listed.ok) return { by: 'group', group, rows: [], next: null, takesQuantity: false };
  const open = listed.options.flatMap((it) =>
    it.periods.map(({ period, decision }) => ({
      tier: it.tier,
      target: {
        name: tierName(it, catalogue),
        period,
        quantity: decision.target.quantity,
        outcome: { ok: true, choice: choiceValue(it.tier.id, period), decision },
      } satisfies Target,
    })),
  );
  const shut = listed.refused.map((it) => ({
    tier: it.tier,
    target: {
      name: tierName(it, catalogue),
      period: null,
      quantity: last.quantity,
      outcome: { ok: false, refusals: it.refusals },
    } satisfies Target,
  }));
  const all = [...open, ...shut].toSorted((a, b) => a.tier.position - b.tier.position);
  const rows = all.slice(from, from + mostTargets).map(({ target }) => target);
  return {
    ...{ by: 'group', group, rows },
    next: all.length > from + mostTargets ? from + mostTargets : null,
    takesQuantity: open.some(({ target }) => takesQuantity(target.period.billing)),
  };
}

/** What a tier is called: by its label, else by its package. */
export function tierName({ tier }: TierInGroup, catalogue: Catalogue): string {
  const pack = catalogue.packagesById.get(tier.packageId);
  return tier.label ?? pack?.name ?? tier.packageId;
}

async function targetsOfCatalogue(
  { listOfferedChanges }: TargetDeps,
  { last, now, context: { catalogue } }: SubscriptionLife,
  { from, behaviour }: TargetQuery,
): Promise<Targets> {
  const all = [...catalogue.packagesById.values()]
    .toSorted(byRank)
    .flatMap((pack) => pack.periods.map((period) => ({ pack, period })));
  const page = all.slice(from, from + mostTargets);
  const { organisationId, accountId, id: userProductId } = last;
  const key = { organisationId, accountId, userProductId, seen: { product: last, now } };
  const packageCodes = page.map(({ pack }) => pack.code);
  const looked = await listOfferedChanges({ ...key, packageCodes }, behaviour);
  const wanted = new Set(page.map(({ period }) => period.id));
  const rows = (looked?.offered ?? []).flatMap(({ package: pack, periods }) =>
    periods
      .filter(({ period }) => wanted.has(period.id))
      .map(({ period, outcome }): Target => ({
        name: pack.name,
        period,
        quantity: outcome.ok ? outcome.decision.target.quantity : last.quantity,
        outcome: outcome.ok
          ? { ok: true, choice: choiceValue(pack.id, period), decision: outcome.decision }
          : { ok: false, refusals: outcome.refusals },
      })),
  );
  const next = all.length > from + mostTargets ? from + mostTargets : null;
  return { by: 'packages', group: null, rows, next, takesQuantity: false };
}

function byRank(a: Package, b: Package): number {
  const place = ({ rank }: Package): number => (rank === 'unranked' ? Infinity : rank);
  const order = place(a) === place(b) ? 0 : place(a) - place(b);
  return order || (a.name < b.name ? -1 : Number(a.name > b.name));
}
