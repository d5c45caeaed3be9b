import { otherwise } from '../../core/body/body-field.js';
import { bodyOf } from '../../core/body/body-schema.js';
import { mayBeNull, textPart } from '../../core/body/plain-parts.js';

/**
 * What a new customer is asked (docs/spec/product-groups-api.md §4): whatever else is known of a person is taken, and not
 * kept.
 */
export const createCustomerBody = bodyOf(
  { customerNumber: otherwise(mayBeNull(textPart(1, 50)), null) },
  { takesOthers: true },
);
