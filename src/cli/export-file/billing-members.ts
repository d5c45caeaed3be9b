import { type BillingTerms, paywayBilling } from '../../domain/catalogue/billing-terms.js';

/** How a period is charged, as far as an import would not read the same without being told. */
export function billingMembers(billing: BillingTerms): object {
  const { chargeModel, payInAdvance, proRata, quantityEditable, minQuantity, maxQuantity } =
    billing;
  const usual = { ...paywayBilling, quantityEditable: chargeModel === 'per_unit' };
  return {
    ...(chargeModel === usual.chargeModel ? {} : { charge_model: chargeModel }),
    ...(payInAdvance === usual.payInAdvance ? {} : { pay_in_advance: payInAdvance }),
    ...(proRata === usual.proRata ? {} : { pro_rata: proRata }),
    ...(quantityEditable === usual.quantityEditable ? {} : { quantity_editable: quantityEditable }),
    ...(minQuantity === usual.minQuantity ? {} : { min_quantity: minQuantity }),
    ...(maxQuantity === usual.maxQuantity ? {} : { max_quantity: maxQuantity }),
  };
}
