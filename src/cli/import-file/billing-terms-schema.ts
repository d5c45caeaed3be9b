import { z } from 'zod';
import {
  type BillingTerms,
  largestQuantity,
  paywayBilling,
} from '../../domain/catalogue/billing-terms.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import type { Money } from '../../domain/money/money.js';
import { orNull, quantityNumber, shortText } from './field-schemas.js';

/** How a period is charged, and what it is called: as a period of Payway's, where a file does not say. */
export const billingTermsMembers = {
  name: orNull(shortText.min(3)),
  charge_model: z.enum(['flat_fee', 'per_unit']).default(paywayBilling.chargeModel),
  pay_in_advance: z.boolean().default(paywayBilling.payInAdvance),
  pro_rata: z.boolean().default(paywayBilling.proRata),
  quantity_editable: z.boolean().optional(),
  min_quantity: quantityNumber.default(paywayBilling.minQuantity),
  max_quantity: orNull(quantityNumber),
};

type Charged = z.output<z.ZodObject<typeof billingTermsMembers>>;

/** The most that one of a million may cost, in minor units: all of them are still a safe integer. */
const largestUnitPriceMinor = Math.floor(Number.MAX_SAFE_INTEGER / largestQuantity);

/** The same in the product's words; what is wrong between its members is said at them, and at `price`. */
export function readBillingTerms(
  given: Charged,
  price: Money,
  context: z.RefinementCtx,
): BillingTerms {
  const { charge_model: chargeModel, min_quantity: least, max_quantity: most } = given;
  const fault = (member: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [member], message });
  };
  if (most !== null && most < least) fault('max_quantity', 'must be at least min_quantity');
  if (chargeModel === 'per_unit' && price.amountMinor > largestUnitPriceMinor) {
    const largest = toDecimalString({ ...price, amountMinor: largestUnitPriceMinor });
    fault('price', `must be at most ${largest} a unit`);
  }
  return {
    chargeModel,
    payInAdvance: given.pay_in_advance,
    proRata: given.pro_rata,
    quantityEditable: given.quantity_editable ?? chargeModel === 'per_unit',
    minQuantity: least,
    maxQuantity: most,
  };
}
