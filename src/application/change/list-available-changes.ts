import type { ChangeKind } from '../../domain/user-product/change.js';
import { decideChange } from '../../domain/change/decide-change.js';
import { makePaywayPolicy } from '../../domain/change/payway/payway-policy.js';
import type { Instant } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import { targetIn } from './find-target.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { LookAhead } from '../user-product/read-as-of-now.js';

type Query = UserProductKey & {
  readonly packageCodes: readonly string[];
  /** Whether the customer may name a payment period; else the default one is meant. */
  readonly mayNamePeriod: boolean;
};

/** Codes, in the order asked for. Null: the user product is unknown. */
export type ListAvailableChanges = (query: Query) => Promise<{
  readonly upgrades: readonly string[];
  readonly downgrades: readonly string[];
} | null>;

export type ListAvailableChangesDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly lookAhead: LookAhead;
  readonly exportingIntegrations: ReadonlySet<string>;
};

/**
 * Which of these packages a customer may change to, by the very decision that carries a change out: what is listed is
 * accepted, what is not listed is refused (payway-api.md §5).
 */
export function makeListAvailableChanges(deps: ListAvailableChangesDeps): ListAvailableChanges {
  return async (query) => {
    // Fresh: what a change would be decided on.
    const context = await deps.readContext(query.organisationId, 'fresh');
    const seen = context === null ? null : await deps.lookAhead(query, context);
    if (context === null || seen === null) return null;
    const codes = [...new Set(query.packageCodes)];
    const kinds = codes.map((code) => ({
      code,
      kinds: kindsOf(deps, { ...seen, context, query, code }),
    }));
    const ofKind = (kind: ChangeKind) =>
      kinds.filter((it) => it.kinds.has(kind)).map(({ code }) => code);
    return { upgrades: ofKind('upgrade'), downgrades: ofKind('downgrade') };
  };
}

type Question = {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly context: OrganisationContext;
  readonly query: Query;
  readonly code: string;
};

/** What a change to that package may be: both where its periods lie above and below. */
function kindsOf(
  { exportingIntegrations }: ListAvailableChangesDeps,
  { product, now, context, query, code }: Question,
): ReadonlySet<ChangeKind> {
  const { catalogue } = context;
  const policy = makePaywayPolicy({ behaviour: 'default', exportingIntegrations });
  const periods = catalogue.packagesByCode.get(code)?.periods ?? [];
  const periodIds = query.mayNamePeriod ? periods.map((it) => it.id) : [null];
  const kinds = periodIds.flatMap((periodId) => {
    const found = targetIn(context, { name: { packageCode: code, periodId }, product });
    if (found === null || found === 'no_default') return [];
    const outcome = decideChange({ product, target: found.target, catalogue, now }, policy);
    return outcome.ok ? [outcome.decision.kind] : [];
  });
  return new Set(kinds);
}
