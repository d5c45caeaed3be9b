import { z } from 'zod';
import { textPart } from '../../core/body/plain-parts.js';

/**
 * What a new customer is asked (docs/spec/product-groups-api.md §4): whatever else is known of a person is taken, and not
 * kept.
 */
export const createCustomerBody = z.object({
  customerNumber: textPart(1, 50).nullable().default(null),
});
