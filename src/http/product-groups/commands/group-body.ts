import { z } from 'zod';
import type { TierRow } from '../../../application/product-groups/group-commands.js';
import { groupLimits } from '../../../domain/catalogue/group-limits.js';
import type { PackageId, PaymentPeriodId, TierId } from '../../../domain/ids.js';
import { must, textPart, wholePart } from '../../core/body/plain-parts.js';
import { rowsPart, setPart, tellInOrder } from '../../core/body/list-part.js';
import { tellFault } from '../../core/body/tell-fault.js';
import { referencePart } from '../references.js';
import { timingFields } from '../shapes/product-group-shape.js';
import { readOnlyFields } from './unkept-fields.js';

/** A row of a new group (docs/spec/product-groups-api.md §2). */
const newRow = z
  .strictObject({
    product: must(referencePart<PackageId>('product')),
    pricePlans: must(
      setPart(referencePart<PaymentPeriodId>('pricePlan'), {
        minItems: 1,
        maxItems: groupLimits.plansOfTier,
      }),
    ),
    position: must(wholePart(1, groupLimits.position)),
    label: textPart(0, groupLimits.labelLength).nullable().default(null),
    upgradeable: z.boolean().default(true),
    downgradeable: z.boolean().default(true),
    changeTiming: timingFields.changeTiming.default('end_of_period'),
    creditType: timingFields.creditType.default('none'),
  })
  .meta({ id: 'NewMembership', description: 'A row of a new group' });

/** A row of a group that is there: an `id` names one of its memberships. */
const keptRow = z
  .strictObject({ id: referencePart<TierId>('membership').optional(), ...newRow.shape })
  .meta({
    id: 'ReplacingMembership',
    description: 'A row of a group that is there; an `id` names one of its memberships',
  });

const size = { minItems: 0, maxItems: groupLimits.tiers };
const newRows = rowsPart(newRow, size, ['product', 'position']).optional();
const keptRows = rowsPart(keptRow, size, ['product', 'position']).optional();
const required = {
  name: must(textPart(1, groupLimits.nameLength)),
  enabled: must(z.boolean()),
} as const;

/** What a new group is asked. */
export const createGroupBody = z
  .strictObject({
    ...required,
    forceSameBillingInterval: z.boolean().default(false),
    tiers: newRows,
    memberships: newRows,
  })
  .superRefine(refuseBothNames, { when: hasBothNames })
  .transform(({ tiers = [], memberships = tiers, ...fields }) => ({ ...fields, memberships }));

/** What a group is to be: what is left out of the last two stays as it is. */
export const replaceGroupBody = z
  .strictObject({
    ...required,
    forceSameBillingInterval: z.boolean().optional(),
    tiers: keptRows,
    memberships: keptRows,
    ...readOnlyFields,
  })
  .superRefine(refuseBothNames, { when: hasBothNames })
  .transform(({ tiers, memberships = tiers, ...fields }) => ({ ...fields, memberships }));

const fields = ['name', 'enabled', 'forceSameBillingInterval', 'tiers', 'memberships'];

function hasBothNames({ value }: { readonly value: unknown }): boolean {
  const { tiers, memberships } = value as { tiers?: unknown; memberships?: unknown };
  return tiers !== undefined && memberships !== undefined;
}

/** Nothing else is told of `tiers` then. */
function refuseBothNames(_body: unknown, context: z.RefinementCtx): void {
  const { issues } = context;
  issues.splice(0, issues.length, ...issues.filter(({ path }) => path?.[0] !== 'tiers'));
  tellFault(context, { fault: 'conflict', with: 'memberships' }, ['tiers']);
  tellInOrder(fields, context);
}

/** A row in the words of the use case. */
export function toTierRow(row: z.output<typeof keptRow>): TierRow {
  const { id, product: packageId, pricePlans: periodIds, ...rules } = row;
  return { id: id ?? null, packageId, periodIds, ...rules };
}

/** Where the use case tells of a fault, and where that stands in a body. */
export const groupWords = {
  tiers: 'memberships',
  packageId: 'product',
  periodIds: 'pricePlans',
} as const;
