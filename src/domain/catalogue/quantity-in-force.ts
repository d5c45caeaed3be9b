import { type BillingTerms, largestQuantity } from './billing-terms.js';

/** Whether a quantity that is asked for counts (docs/spec/product-groups-api.md §3). */
export function takesQuantity({
  chargeModel,
  quantityEditable,
}: Pick<BillingTerms, 'chargeModel' | 'quantityEditable'>): boolean {
  return chargeModel === 'per_unit' && quantityEditable;
}

/**
 * How many of a period are had (docs/spec/product-groups-api.md §3): of a flat fee one; else what is asked for where that
 * counts, else the quantity of now, brought within what the period takes.
 * Example: 3 are had now, the period takes 5 to 50: 5.
 */
export function quantityInForce(
  billing: BillingTerms,
  current: number,
  asked: number | null = null,
): number {
  if (billing.chargeModel === 'flat_fee') return 1;
  if (asked !== null && billing.quantityEditable) return asked;
  return Math.min(Math.max(current, billing.minQuantity), billing.maxQuantity ?? largestQuantity);
}

/** Whether a period takes so many. */
export function isWithinQuantity(
  { minQuantity, maxQuantity }: Pick<BillingTerms, 'minQuantity' | 'maxQuantity'>,
  quantity: number,
): boolean {
  return quantity >= minQuantity && quantity <= (maxQuantity ?? largestQuantity);
}
