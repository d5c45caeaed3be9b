import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import type { PaymentPeriodId, UserProductId } from '../../../domain/ids.js';
import { may, must, otherwise } from '../../core/body/body-field.js';
import { bodyOf } from '../../core/body/body-schema.js';
import { flagPart, textPart, wholePart } from '../../core/body/plain-parts.js';
import { referencePart } from '../references.js';

/** What a change within a product group is asked (docs/spec/product-groups-api.md §3). */
export const applyBody = bodyOf({
  subscriptionItem: must(referencePart<UserProductId>('subscriptionItem')),
  selectedPricePlan: may(referencePart<PaymentPeriodId>('pricePlan')),
  quantity: may(wholePart(1, largestQuantity)),
  sendInvoiceEmail: otherwise(flagPart, true),
  quote: may(textPart(1, 4_096)),
});
