import { z } from 'zod';
import { type Catalogue, periodOf } from '../../../domain/catalogue/catalogue.js';
import type { ProductGroup, Tier } from '../../../domain/catalogue/product-group.js';
import { utcText } from '../instants.js';
import { planOfTier, toPlanOfTier } from './price-plan-shape.js';
import { type Printed, recordFields, resourceId } from './scalars.js';

const changeTimings = ['immediately', 'end_of_period'] as const;
const creditTypes = ['pro_rata', 'full', 'last_invoiced', 'none'] as const;

export const timingFields = {
  changeTiming: z.enum(changeTimings).meta({ id: 'ChangeTiming' }),
  creditType: z.enum(creditTypes).meta({ id: 'CreditType' }),
} as const;

const membershipShape = z
  .strictObject({
    id: resourceId,
    product: z
      .strictObject({ id: resourceId, name: z.string().nullable() })
      .meta({ id: 'ProductOfMembership' }),
    pricePlans: z.array(planOfTier),
    position: z.int().min(1).max(10_000),
    label: z.string().nullable(),
    upgradeable: z.boolean(),
    downgradeable: z.boolean(),
    ...timingFields,
  })
  .meta({
    id: 'ProductGroupMembership',
    description: 'A product within a group; higher is better',
  });

export const productGroupShape = z
  .strictObject({
    id: resourceId,
    name: z.string(),
    enabled: z.boolean(),
    forceSameBillingInterval: z.boolean(),
    memberships: z.array(membershipShape),
    ...recordFields,
  })
  .meta({
    id: 'ProductGroup',
    description: 'Products that a subscription may be switched between',
  });

/**
 * A group (docs/spec/product-groups-api.md §2). Of what an import has taken away, the id alone is known: it has no name,
 * and its price plans are not listed.
 */
export function toProductGroupItem(
  group: ProductGroup,
  catalogue: Pick<Catalogue, 'packagesById'>,
): Printed<typeof productGroupShape> {
  const { id, name, enabled, forceSameBillingInterval, version, createdAt, updatedAt } = group;
  return {
    id,
    name,
    enabled,
    forceSameBillingInterval,
    memberships: group.tiers.map((tier) => toMembershipItem(tier, catalogue)),
    version,
    createdAt: utcText(createdAt),
    updatedAt: utcText(updatedAt),
  };
}

function toMembershipItem(
  tier: Tier,
  { packagesById }: Pick<Catalogue, 'packagesById'>,
): Printed<typeof membershipShape> {
  const { id, packageId, periodIds, ...rules } = tier;
  const pack = packagesById.get(packageId);
  const plans = periodIds.flatMap((it) => {
    const period = periodOf(pack, it);
    return pack === undefined || period === null ? [] : [toPlanOfTier(period, pack)];
  });
  return {
    id,
    product: { id: packageId, name: pack?.name ?? null },
    pricePlans: plans,
    position: rules.position,
    label: rules.label,
    upgradeable: rules.upgradeable,
    downgradeable: rules.downgradeable,
    changeTiming: rules.changeTiming,
    creditType: rules.creditType,
  };
}
