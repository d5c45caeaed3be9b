import { tierIn } from '../../domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import { quantityInForce } from '../../domain/catalogue/quantity-in-force.js';
import { type DecidedTier, decideTiers } from '../../domain/change/product-groups/decide-tiers.js';
import { periodsOfTier } from '../../domain/change/product-groups/periods-left.js';
import {
  type OrganisationId,
  type PaymentPeriodId,
  type TierId,
  toId,
  type UserProductId,
} from '../../domain/ids.js';
import { addInterval } from '../../domain/time/boundary.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import { createUserProduct } from '../../domain/user-product/create-user-product.js';
import { draftOfOrder } from '../../domain/user-product/ordered-draft.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import { transitionIds } from '../commit/build-commit.js';

type PreviewTierQuery = {
  readonly organisationId: OrganisationId;
  readonly tierId: TierId;
  /** Null, or none of the tier: its first one. */
  readonly periodId: PaymentPeriodId | null;
};

/** What a customer on a tier would see who has paid for it and is in the middle of a period. */
export type PreviewedTier = {
  readonly tier: Tier;
  readonly group: ProductGroup;
  readonly period: PaymentPeriod;
  /** Nobody has it: it is made up for this. */
  readonly product: UserProduct;
  readonly now: Instant;
  readonly tiers: readonly DecidedTier[];
};

/** Null where there is no such tier, or where the catalogue has lost what it sells. */
export type PreviewTier = (query: PreviewTierQuery) => Promise<PreviewedTier | null>;

export type PreviewTierDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
};

/**
 * What the settings of a product group come to for somebody on a tier (docs/spec/pages.md §12), by the decision that
 * lists a customer's change options: of a user product that is made up, and written nowhere.
 */
export function makePreviewTier({ readContext, organisationNow }: PreviewTierDeps): PreviewTier {
  return async ({ organisationId, tierId, periodId }) => {
    const context = await readContext(organisationId);
    const found = context && tierIn(context.catalogue, tierId);
    if (!context || !found) return null;
    const { tier, group } = found;
    const pack = context.catalogue.packagesById.get(tier.packageId);
    const periods = pack === undefined ? [] : periodsOfTier(tier, pack);
    const period = periods.find((it) => it.id === periodId) ?? periods[0];
    if (pack === undefined || period === undefined) return null;
    const now = await organisationNow(context.organisation);
    const product = madeUp(context, { pack, period, tierId, now });
    const { catalogue } = context;
    const tiers = decideTiers({ product, now, catalogue, quantity: null }, group);
    return { tier, group, period, product, now, tiers };
  };
}

type MadeUp = {
  readonly pack: Package;
  readonly period: PaymentPeriod;
  readonly tierId: TierId;
  readonly now: Instant;
};

/** Nobody's id. */
const noId = '0'.repeat(24);

/** Sold half a period ago. */
function madeUp(
  { organisation, catalogue }: OrganisationContext,
  { pack, period, tierId, now }: MadeUp,
): UserProduct {
  const zone = catalogue.timeZone;
  const half = Math.round((addInterval(now, period.interval, zone) - now) / 2);
  const startAt = toInstant(now - half);
  const order = { pack, period, quantity: quantityInForce(period.billing, 1), startAt };
  const draft = draftOfOrder(order, {
    id: toId<UserProductId>(noId),
    organisationId: organisation.id,
    accountId: toId(noId),
    tierId,
    zone,
  });
  const ids = transitionIds({ next: () => noId });
  return createUserProduct({ draft, catalogue, ids, now }).next;
}
