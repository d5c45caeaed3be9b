import type { BillingTerms } from '../../domain/catalogue/billing-terms.js';
import type { PathFault } from './path-fault.js';

/** What is absent is as it was, or as it is by itself. */
export type GivenBilling = {
  readonly [Name in keyof BillingTerms]?: BillingTerms[Name] | undefined;
};

/** How a new payment period is charged (docs/spec/product-groups-api.md §4). */
export function newBilling(given: GivenBilling & Pick<BillingTerms, 'chargeModel'>): BillingTerms {
  return editedBilling(
    {
      chargeModel: given.chargeModel,
      payInAdvance: true,
      proRata: true,
      quantityEditable: given.chargeModel === 'per_unit',
      minQuantity: 1,
      maxQuantity: null,
    },
    given,
  );
}

/** How it is charged from now on. Its charge model stays. */
export function editedBilling(before: BillingTerms, given: GivenBilling): BillingTerms {
  return {
    chargeModel: before.chargeModel,
    payInAdvance: given.payInAdvance ?? before.payInAdvance,
    proRata: given.proRata ?? before.proRata,
    quantityEditable: given.quantityEditable ?? before.quantityEditable,
    minQuantity: given.minQuantity ?? before.minQuantity,
    maxQuantity: given.maxQuantity === undefined ? before.maxQuantity : given.maxQuantity,
  };
}

/** The most that is sold may not be below the least. */
export function quantityFaults({ minQuantity, maxQuantity }: BillingTerms): readonly PathFault[] {
  const isInverted = maxQuantity !== null && maxQuantity < minQuantity;
  return isInverted
    ? [{ path: ['billing', 'maxQuantity'], code: 'range', bounds: { minimum: minQuantity } }]
    : [];
}
