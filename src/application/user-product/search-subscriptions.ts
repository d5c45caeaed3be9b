import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { OrganisationId, ProductGroupId, SubscriptionId } from '../../domain/ids.js';
import { instantOfCivilTime } from '../../domain/time/civil-time.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { UserProductState } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type {
  FoundSubscriptions,
  InstantRange,
  SubscriptionFilter,
  SubscriptionSearch,
} from '../ports/subscription-search.js';
import type { Clock } from '../ports/surroundings.js';

/** What somebody has to look at: a change has failed of late, or nobody could decide what becomes of it. */
export const subscriptionNeeds = ['failed_change', 'set_aside'] as const;
type SubscriptionNeed = (typeof subscriptionNeeds)[number];

/** What is asked for; null: it does not matter. */
export type SubscriptionQuery = {
  /** What it is called: see `SubscriptionFilter`. */
  readonly named: string | null;
  readonly state: UserProductState | null;
  readonly packageCode: string | null;
  readonly groupId: ProductGroupId | null;
  /** The civil day on which its period ends, counted from 1970-01-01 in the organisation's zone. */
  readonly dueDay: number | null;
  readonly needs: SubscriptionNeed | null;
};

type Query = SubscriptionQuery & {
  readonly organisationId: OrganisationId;
  readonly before: SubscriptionId | null;
  readonly limit: number;
};

/** Null for an organisation that is unknown. */
export type SearchSubscriptions = (
  query: Query,
) => Promise<{ readonly found: FoundSubscriptions; readonly context: OrganisationContext } | null>;

export type SearchSubscriptionsDeps = {
  readonly subscriptionSearch: Pick<SubscriptionSearch, 'page'>;
  readonly readContext: ReadOrganisationContext;
  /** Real time. */
  readonly clock: Clock;
};

/** Changes that failed before are nobody's concern any more. */
const failedForMs = 30 * 24 * 3_600_000;

/** Since when a change that has failed is somebody's concern: for 30 days. */
export function failedSinceBy(now: Instant): Instant {
  return toInstant(now - failedForMs);
}

/** Finds subscriptions by what they are called and what they are, as they stand (docs/spec/pages.md §11). */
export function makeSearchSubscriptions(deps: SearchSubscriptionsDeps): SearchSubscriptions {
  return async ({ organisationId, before, limit, ...query }) => {
    const context = await deps.readContext(organisationId);
    if (context === null) return null;
    const filter = filterOf(query, context.catalogue, deps.clock.now());
    const found =
      filter === 'nothing'
        ? { items: [], next: null, unreadable: [] }
        : await deps.subscriptionSearch.page(organisationId, filter, { before, limit });
    return { found, context };
  };
}

/** `nothing`: it names a package or a product group that there is not. */
function filterOf(
  { named, state, packageCode, groupId, dueDay, needs }: SubscriptionQuery,
  catalogue: Catalogue,
  now: Instant,
): SubscriptionFilter | 'nothing' {
  const pack = packageCode === null ? null : catalogue.packagesByCode.get(packageCode);
  const group = groupId === null ? null : catalogue.groupsById.get(groupId);
  if (pack === undefined || group === undefined) return 'nothing';
  return {
    named,
    state,
    onPackage: pack && { id: pack.id, periodIds: pack.periods.map((it) => it.id) },
    tierIds: group === null ? null : group.tiers.map((it) => it.id),
    due: dueDay === null ? null : dayIn(catalogue, dueDay),
    failedSince: needs === 'failed_change' ? failedSinceBy(now) : null,
    isSetAside: needs === 'set_aside',
  };
}

/** From its first instant in that zone to that of the next. */
function dayIn({ timeZone }: Pick<Catalogue, 'timeZone'>, day: number): InstantRange {
  const startOf = (it: number) => instantOfCivilTime({ day: it, timeOfDayMs: 0 }, timeZone);
  return { from: startOf(day), before: startOf(day + 1) };
}
