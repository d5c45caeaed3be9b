import { z } from 'zod';
import { type Catalogue, packageNameIn, tierIn } from '../../../domain/catalogue/catalogue.js';
import type { TierInGroup } from '../../../domain/catalogue/product-group.js';
import type { FrozenTarget } from '../../../domain/user-product/change.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { soldPlanShape, toSoldPlanItem } from './price-plan-shape.js';
import { namedResource, type Printed, resourceId } from './scalars.js';

export const productOfItem = z
  .strictObject({ id: resourceId, name: z.string(), number: z.string() })
  .meta({ id: 'ProductOfItem' });

export const membershipOfItem = z
  .strictObject({
    id: resourceId,
    label: z.string(),
    position: z.int().min(1),
    productGroup: namedResource,
  })
  .meta({ id: 'MembershipOfItem', description: 'Where in a product group an item is' });

/** What an item is on, or is to be on. */
export const onFields = {
  productGroupMembership: membershipOfItem.nullable(),
  product: productOfItem,
  pricePlan: soldPlanShape,
  quantity: z.int().min(1),
} as const;

type OnShape = z.ZodObject<typeof onFields>;

type On = Pick<FrozenTarget, 'packageId' | 'packageCode' | 'period' | 'quantity' | 'tierId'>;
export type KnownCatalogue = Pick<Catalogue, 'packagesById' | 'tiersById'>;

/** What an item is on now. */
export function onOf(product: UserProduct): On {
  const { packageId, packageCode, soldPeriod: period, quantity, tierId } = product;
  return { packageId, packageCode, period, quantity, tierId };
}

/** A tier as items and options show it: with a label in any case. */
export function toMembershipOfItem(
  { tier, group }: TierInGroup,
  { packagesById }: Pick<Catalogue, 'packagesById'>,
): Printed<typeof membershipOfItem> {
  const { id, label, position, packageId } = tier;
  return {
    id,
    label: label ?? packagesById.get(packageId)?.name ?? '',
    position,
    productGroup: { id: group.id, name: group.name },
  };
}

/** What an item is on, or is to be on; a tier that is gone is as none. */
export function toOnItem(on: On, catalogue: KnownCatalogue): Printed<OnShape> {
  const name = packageNameIn(catalogue, on);
  const tier = tierIn(catalogue, on.tierId);
  return {
    productGroupMembership: tier === undefined ? null : toMembershipOfItem(tier, catalogue),
    product: { id: on.packageId, name, number: on.packageCode },
    pricePlan: toSoldPlanItem(on.period, { name }),
    quantity: on.quantity,
  };
}
