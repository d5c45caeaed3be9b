import { may, must, otherwise } from '../../core/body/body-field.js';
import { bodyOf } from '../../core/body/body-schema.js';
import { flagPart, matchingPart, textPart, wordPart } from '../../core/body/plain-parts.js';
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
  number: may(matchingPart(/^[a-zA-Z0-9_-]{1,50}$/, 50)),
  type: may(wordPart(['product'])),
} as const;

/** What a new product is asked (docs/spec/product-groups-api.md §4). */
export const createProductBody = bodyOf({
  ...shared,
  isArchived: otherwise(flagPart, false),
  ...unkept,
});

/** What a product is to be; what is left out stays as it is. */
export const updateProductBody = bodyOf({
  ...shared,
  isArchived: may(flagPart),
  ...unkept,
  ...readOnlyFields,
});

/** Where the use case tells of a fault, and where that stands in a body. */
export const productWords = { code: 'number', archived: 'isArchived' } as const;
