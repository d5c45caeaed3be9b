import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import type { PackagePeriodName } from '../../domain/change/payway/package-period-name.js';
import { decideChange } from '../../domain/change/decide-change.js';
import type { PaymentPeriodId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeKind } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { ReadAsOfNow } from '../user-product/read-as-of-now.js';
import { repeatIn } from './repeat-in.js';

export type AvailableChangesQuery = UserProductKey & {
  readonly packageCodes: readonly string[];
  /** Whether the customer may name a payment period; else the default one is meant. */
  readonly mayNamePeriod: boolean;
};

/** Codes, in the order asked for. */
export type AvailableChanges = {
  readonly upgrades: readonly string[];
  readonly downgrades: readonly string[];
};

/** Null: the user product is unknown. */
export type ListAvailableChanges = <Reason extends string>(
  query: AvailableChangesQuery,
  policy: ChangePolicy<Reason, PackagePeriodName>,
) => Promise<AvailableChanges | null>;

export type ListAvailableChangesDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly readAsOfNow: ReadAsOfNow;
};

/**
 * Which of these packages a customer may change to, by the very decision that carries a change out, and as what the same
 * change was asked for before, where it was: what is listed is accepted, what is not listed is refused
 * (docs/spec/payway-api.md §5).
 */
export function makeListAvailableChanges(deps: ListAvailableChangesDeps): ListAvailableChanges {
  return async (query, policy) => {
    // Fresh: what a change would be decided on.
    const context = await deps.readContext(query.organisationId, 'fresh');
    const seen = context === null ? null : await deps.readAsOfNow(query, context);
    if (context === null || seen === null) return null;
    const codes = [...new Set(query.packageCodes)];
    const kinds = codes.map((code) => ({
      code,
      kinds: kindsOf({ ...seen, context, query, policy, code }),
    }));
    const ofKind = (kind: ChangeKind) =>
      kinds.filter((it) => it.kinds.has(kind)).map(({ code }) => code);
    return { upgrades: ofKind('upgrade'), downgrades: ofKind('downgrade') };
  };
}

type Question<Reason extends string> = {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly context: OrganisationContext;
  readonly query: AvailableChangesQuery;
  readonly policy: ChangePolicy<Reason, PackagePeriodName>;
  readonly code: string;
};

/** What a change to that package may be: both where its periods lie above and below. */
function kindsOf<Reason extends string>({
  product,
  now,
  context,
  query,
  policy,
  code,
}: Question<Reason>): ReadonlySet<ChangeKind> {
  const { catalogue } = context;
  const periodIds = query.mayNamePeriod ? periodsToName(product, catalogue, code) : [null];
  const kinds = periodIds.flatMap((periodId) => {
    const named = { packageCode: code, periodId };
    const repeat = repeatIn(context, policy, { named, product });
    if (repeat?.terms) return [repeat.terms.kind];
    const found = policy.find(named, { product, catalogue });
    if (found?.found !== true) return [];
    const outcome = decideChange({ product, target: found.target, catalogue, now }, policy);
    return outcome.ok ? [outcome.decision.kind] : [];
  });
  return new Set(kinds);
}

/** Those that are sold, and those of a change that was asked for before, which may have left the catalogue since. */
function periodsToName(
  { pendingChange, endedBy }: UserProduct,
  { packagesByCode }: Catalogue,
  code: string,
): readonly PaymentPeriodId[] {
  const known = [pendingChange?.target, endedBy?.target]
    .filter((it) => it?.packageCode === code)
    .flatMap((it) => it?.period.periodId ?? []);
  const sold = packagesByCode.get(code)?.periods ?? [];
  return [...new Set([...sold.map((it) => it.id), ...known])];
}
