import type { TierRow } from '../../../application/product-groups/group-commands.js';
import type { PackageId, PaymentPeriodId, TierId } from '../../../domain/ids.js';
import { may, must, otherwise } from '../../core/body/body-field.js';
import { bodyOf } from '../../core/body/body-schema.js';
import { rowsPart, setPart } from '../../core/body/list-part.js';
import { objectPart, type ObjectOf } from '../../core/body/object-part.js';
import { flagPart, mayBeNull, textPart, wholePart, wordPart } from '../../core/body/plain-parts.js';
import { referencePart } from '../references.js';
import { changeTimings, creditTypes } from '../shapes/product-group-shape.js';
import { readOnlyFields } from './unkept-fields.js';

/** A row of a new group (docs/spec/product-groups-api.md §2). */
const rowFields = {
  product: must(referencePart<PackageId>('product')),
  pricePlans: must(
    setPart(referencePart<PaymentPeriodId>('pricePlan'), { minItems: 1, maxItems: 20 }),
  ),
  position: must(wholePart(1, 10_000)),
  label: otherwise(mayBeNull(textPart(0, 100)), null),
  upgradeable: otherwise(flagPart, true),
  downgradeable: otherwise(flagPart, true),
  changeTiming: otherwise(wordPart(changeTimings), 'end_of_period'),
  creditType: otherwise(wordPart(creditTypes), 'none'),
} as const;

/** A row of a group that is there: an `id` names one of its memberships. */
const keptRowFields = { id: may(referencePart<TierId>('membership')), ...rowFields } as const;

const size = { minItems: 0, maxItems: 100 };
const options = { secondNames: { tiers: 'memberships' } };
const name = must(textPart(1, 255));
const enabled = must(flagPart);

/** What a new group is asked. */
export const createGroupBody = bodyOf(
  {
    name,
    enabled,
    forceSameBillingInterval: otherwise(flagPart, false),
    memberships: otherwise(rowsPart(objectPart(rowFields), size, ['product', 'position']), []),
  },
  options,
);

/** What a group is to be: what is left out of the last two stays as it is. */
export const replaceGroupBody = bodyOf(
  {
    name,
    enabled,
    forceSameBillingInterval: may(flagPart),
    memberships: may(rowsPart(objectPart(keptRowFields), size, ['product', 'position'])),
    ...readOnlyFields,
  },
  options,
);

/** A row in the words of the use case. */
export function toTierRow(row: ObjectOf<typeof rowFields> & { readonly id?: TierId }): TierRow {
  const { product, pricePlans, position, label, upgradeable, downgradeable } = row;
  return {
    id: row.id ?? null,
    packageId: product,
    periodIds: pricePlans,
    position,
    label,
    upgradeable,
    downgradeable,
    changeTiming: row.changeTiming,
    creditType: row.creditType,
  };
}

/** Where the use case tells of a fault, and where that stands in a body. */
export const groupWords = {
  tiers: 'memberships',
  packageId: 'product',
  periodIds: 'pricePlans',
} as const;
