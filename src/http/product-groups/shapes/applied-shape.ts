import { z } from 'zod';
import { describeDocument } from '../../../application/billing/describe-document.js';
import type { BillingDocument } from '../../../domain/billing/billing-document.js';
import type { ChangeTerms } from '../../../domain/user-product/change.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { utcText } from '../instants.js';
import { documentShape } from './document-shape.js';
import { type ItemCatalogue, itemChangeKind, itemShape, toItem } from './item-shape.js';
import { type Printed, utcInstant } from './scalars.js';
import {
  quantityWarnings,
  settlementShape,
  toSettlementItem,
  warnings,
} from './settlement-shape.js';

export const appliedShape = z
  .strictObject({
    subscriptionItem: itemShape,
    creditNote: documentShape.nullable(),
    invoice: documentShape.nullable(),
    effectiveAt: utcInstant,
    kind: itemChangeKind,
    rule: z.string(),
    settlement: settlementShape,
    warnings,
  })
  .meta({ id: 'AppliedChange', description: 'What a change came to' });

/** What a change came to, and what of it is the item of now. */
export type ShownChange = {
  readonly item: UserProduct;
  readonly creditNote: BillingDocument | null;
  readonly invoice: BillingDocument | null;
  readonly quantity: number;
  readonly terms: ChangeTerms;
};

/**
 * What a change came to (docs/spec/product-groups-api.md §3), as of that catalogue. `askedQuantity` is what the request
 * named, null where it named none.
 */
export function toAppliedChange(
  { item, creditNote, invoice, quantity, terms }: ShownChange,
  askedQuantity: number | null,
  catalogue: ItemCatalogue,
): Printed<typeof appliedShape> {
  return {
    subscriptionItem: toItem(item, catalogue),
    creditNote: creditNote === null ? null : describeDocument(creditNote),
    invoice: invoice === null ? null : describeDocument(invoice),
    effectiveAt: utcText(terms.effectiveAt),
    kind: terms.kind,
    rule: terms.rule,
    settlement: toSettlementItem(terms.amounts),
    warnings: quantityWarnings(askedQuantity === null || askedQuantity === quantity),
  };
}
