import { z } from 'zod';
import type { ChangeOptions } from '../../../application/product-groups/list-change-options.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { TierInGroup } from '../../../domain/catalogue/product-group.js';
import type { Refusal } from '../../../domain/user-product/refusal.js';
import type { codeOfReason } from '../problems/other-refusals.js';
import { ruleRefusal } from '../problems/problem-details-schema.js';
import { toRefusalItem, toRuleRefusal } from '../problems/refusals-problem.js';
import {
  type KnownCatalogue,
  membershipOfItem,
  onOf,
  productOfItem,
  toMembershipOfItem,
  toOnItem,
} from './item-parts.js';
import { planOptionShape, toPlanOption } from './plan-preview-shape.js';
import { soldPlanShape } from './price-plan-shape.js';
import { timingFields } from './product-group-shape.js';
import { type Printed, resourceId } from './scalars.js';

const { id, label, position, productGroup } = membershipOfItem.shape;

const currentShape = z
  .strictObject({
    id,
    name: z.string().meta({ description: 'The product’s' }),
    label,
    position,
    product: productOfItem,
    pricePlan: soldPlanShape,
    quantity: z.int().min(1),
    productGroup,
  })
  .meta({ id: 'CurrentMembership', description: 'What the item is on' });

const optionShape = z
  .strictObject({
    id: resourceId,
    label,
    product: productOfItem,
    pricePlans: z.array(planOptionShape).min(1),
    ...timingFields,
    isUpgrade: z.boolean(),
    isDowngrade: z.boolean(),
  })
  .meta({ id: 'ChangeOption', description: 'A membership that apply would accept' });

const refusedShape = z
  .strictObject({ id: resourceId, label, position, refusals: z.array(ruleRefusal).min(1) })
  .meta({ id: 'RefusedOption', description: 'A membership that apply would refuse' });

export const changeOptionsShape = z
  .strictObject({
    current: currentShape,
    hasPendingChange: z.boolean(),
    options: z.array(optionShape),
    refused: z.array(refusedShape),
  })
  .meta({ id: 'ChangeOptions', description: 'What an item may be switched to, and what not' });

type Told = Refusal<keyof typeof codeOfReason>;

/** What is shown: the use case's own answer, once no more than rules is in the way. */
export type ShownOptions = Pick<ChangeOptions, 'product' | 'current' | 'options'> & {
  readonly refused: readonly (TierInGroup & { readonly refusals: readonly Told[] })[];
};

/** What an item may be switched to (docs/spec/product-groups-api.md §3), as of that catalogue. */
export function toChangeOptions(
  { product, current, options, refused }: ShownOptions,
  catalogue: KnownCatalogue,
): Printed<typeof changeOptionsShape> {
  const { product: onProduct, pricePlan, quantity } = toOnItem(onOf(product), catalogue);
  const at = toMembershipOfItem(current, catalogue);
  return {
    current: {
      ...at,
      name: packageNameIn(catalogue, product),
      product: onProduct,
      pricePlan,
      quantity,
    },
    hasPendingChange: product.pendingChange !== null,
    options: options.map((it) => toOption(it, current, catalogue)),
    refused: refused.map((it) => {
      const { id: tierId, label: called, position: place } = toMembershipOfItem(it, catalogue);
      const refusals = it.refusals.map((refusal) => toRefusalItem(toRuleRefusal(refusal)));
      return { id: tierId, label: called, position: place, refusals };
    }),
  };
}

function toOption(
  option: ChangeOptions['options'][number],
  current: TierInGroup,
  catalogue: KnownCatalogue,
): Printed<typeof optionShape> {
  const { tier, periods } = option;
  const pack = catalogue.packagesById.get(tier.packageId);
  const named = { name: pack?.name ?? '' };
  return {
    id: tier.id,
    label: toMembershipOfItem(option, catalogue).label,
    product: { id: tier.packageId, name: named.name, number: pack?.code ?? '' },
    pricePlans: periods.map((it) => toPlanOption(it, named)),
    changeTiming: tier.changeTiming,
    creditType: tier.creditType,
    isUpgrade: tier.position > current.tier.position,
    isDowngrade: tier.position < current.tier.position,
  };
}
