import { z } from 'zod';
import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { PaymentPeriodId, UserProductId } from '../../../domain/ids.js';
import { must, textPart, wholePart } from '../../core/body/plain-parts.js';
import { referencePart } from '../references.js';

/** What a change within a product group is asked (docs/spec/product-groups-api.md §3). */
export const applyBody = z.strictObject({
  subscriptionItem: must(referencePart<UserProductId>('subscriptionItem')),
  selectedPricePlan: referencePart<PaymentPeriodId>('pricePlan').optional(),
  quantity: wholePart(1, largestQuantity).optional(),
  sendInvoiceEmail: z.boolean().default(true),
  quote: textPart(1, 4_096).optional(),
});
