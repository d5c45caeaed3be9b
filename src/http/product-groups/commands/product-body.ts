import { z } from 'zod';
import { must, textPart } from '../../core/body/plain-parts.js';
import { readOnlyFields, unkeptFields } from './unkept-fields.js';

const unkept = unkeptFields([
  'productFamilies',
  'translations',
  'description',
  'internalName',
  'measurement',
  'invoiceVisibility',
  'costCentre',
  'taxGroup',
  'customFields',
]);
const shared = {
  name: must(textPart(1, 255)),
  number: textPart(1, 50, /^[a-zA-Z0-9_-]{1,50}$/).optional(),
  type: z.enum(['product']).optional(),
} as const;

/** What a new product is asked (docs/spec/product-groups-api.md §4). */
export const createProductBody = z.strictObject({
  ...shared,
  isArchived: z.boolean().default(false),
  ...unkept,
});

/** What a product is to be; what is left out stays as it is. */
export const updateProductBody = z.strictObject({
  ...shared,
  isArchived: z.boolean().optional(),
  ...unkept,
  ...readOnlyFields,
});

/** Where the use case tells of a fault, and where that stands in a body. */
export const productWords = { code: 'number', archived: 'isArchived' } as const;
