export type ChargeModel = 'flat_fee' | 'per_unit';

/** How a payment period is charged (docs/spec/product-groups-api.md §4). */
export type BillingTerms = {
  readonly chargeModel: ChargeModel;
  /** False: in arrears, at the end of each period. */
  readonly payInAdvance: boolean;
  /** Whether a part of a period is worth, or owes, a part of its price. */
  readonly proRata: boolean;
  readonly quantityEditable: boolean;
  readonly minQuantity: number;
  /** Null: as many as may be at all. */
  readonly maxQuantity: number | null;
};

/** The most units of anything (docs/spec/product-groups-api.md §3). */
export const largestQuantity = 1_000_000;

/** As every payment period of Payway is charged: one unit, paid in advance. */
export const paywayBilling: BillingTerms = {
  chargeModel: 'flat_fee',
  payInAdvance: true,
  proRata: true,
  quantityEditable: false,
  minQuantity: 1,
  maxQuantity: null,
};

/** Whether these are just the terms of a period of Payway's. */
export function isPaywayBilling(billing: BillingTerms): boolean {
  return (
    billing === paywayBilling ||
    (billing.chargeModel === paywayBilling.chargeModel &&
      billing.payInAdvance === paywayBilling.payInAdvance &&
      billing.proRata === paywayBilling.proRata &&
      billing.quantityEditable === paywayBilling.quantityEditable &&
      billing.minQuantity === paywayBilling.minQuantity &&
      billing.maxQuantity === paywayBilling.maxQuantity)
  );
}
