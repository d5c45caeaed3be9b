import { z } from 'zod';
import type { PeriodOption } from '../../../application/product-groups/list-change-options.js';
import { soldPeriodOf } from '../../../domain/catalogue/sold-period.js';
import { toInstant } from '../../../domain/time/instant.js';
import { utcText } from '../instants.js';
import { itemChangeKind } from './item-shape.js';
import { soldPlanShape, toSoldPlanItem } from './price-plan-shape.js';
import { moneyShape, type Printed, toMoneyItem, utcInstant } from './scalars.js';
import {
  quantityWarnings,
  settlementFields,
  toSettlementItem,
  warnings,
} from './settlement-shape.js';

const previewShape = z
  .strictObject({
    kind: itemChangeKind,
    rule: z.string(),
    effectiveAt: utcInstant,
    periodEnd: utcInstant.meta({ description: 'Of the first period on that plan' }),
    quantity: z.int().min(1),
    ...settlementFields,
    recurring: moneyShape.nullable().meta({ description: 'For each period after the first' }),
    warnings,
    quote: z.string().meta({ description: 'Sent with apply, it holds what is previewed' }),
    expiresAt: utcInstant.meta({ description: 'When the quote ends' }),
  })
  .meta({ id: 'PlanPreview', description: 'What a change to that plan would come to now' });

export const planOptionShape = z
  .strictObject({ ...soldPlanShape.shape, preview: previewShape })
  .meta({ id: 'PlanOption', description: 'A price plan that may be changed to' });

/** A price plan that may be changed to, and what that comes to (docs/spec/product-groups-api.md §3). */
export function toPlanOption(
  option: PeriodOption,
  pack: { readonly name: string },
): Printed<typeof planOptionShape> {
  const { period, decision, quote, expiresAt } = option;
  const { nextRenewal } = decision.amounts;
  return {
    ...toSoldPlanItem(soldPeriodOf(period), pack),
    preview: {
      kind: decision.kind,
      rule: decision.rule,
      effectiveAt: utcText(decision.effectiveAt),
      periodEnd: utcText(decision.next.validTo),
      quantity: decision.target.quantity,
      ...toSettlementItem(decision.amounts),
      recurring: nextRenewal === null ? null : toMoneyItem(nextRenewal),
      warnings: quantityWarnings(!option.isQuantityLeft),
      quote,
      expiresAt: utcText(toInstant(expiresAt)),
    },
  };
}
