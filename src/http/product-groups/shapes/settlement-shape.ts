import { z } from 'zod';
import type { ChangeAmounts } from '../../../domain/user-product/change.js';
import { moneyShape, type Printed, toMoneyItem } from './scalars.js';

/** What a change comes to in money. */
export const settlementFields = {
  credit: moneyShape.meta({ description: 'Given back of the old period' }),
  used: moneyShape.meta({ description: 'Owed for the part of the old period that was used' }),
  charge: moneyShape.meta({ description: 'For the new period' }),
  dueNow: moneyShape.meta({ description: '`used` + `charge` − `credit`; it may be below 0' }),
} as const;

export const settlementShape = z
  .strictObject(settlementFields)
  .meta({ id: 'Settlement', description: 'What a change comes to; all 0 where it waits' });

/**
 * What a change comes to (docs/spec/product-groups-api.md §3), in minor units. Nothing where it was settled by other rules
 * than a group's. Example: credit 500, used 0, charge 3000: 2500 are due now.
 */
export function toSettlementItem({
  settlement,
  valueLeft,
}: Pick<ChangeAmounts, 'settlement' | 'valueLeft'>): Printed<typeof settlementShape> {
  const nothing = { ...valueLeft, amountMinor: 0 };
  const { credit, used, charge } = settlement ?? {
    credit: nothing,
    used: nothing,
    charge: nothing,
  };
  const due = used.amountMinor + charge.amountMinor - credit.amountMinor;
  return {
    credit: toMoneyItem(credit),
    used: toMoneyItem(used),
    charge: toMoneyItem(charge),
    dueNow: toMoneyItem({ ...charge, amountMinor: due }),
  };
}

const warningShape = z
  .strictObject({ code: z.literal('quantity_not_applied') })
  .meta({ id: 'ChangeWarning' });

export const warnings = z.array(warningShape);

/** What is told where the quantity that was asked for is not the one in force. */
export function quantityWarnings(isApplied: boolean): Printed<typeof warnings> {
  return isApplied ? [] : [{ code: 'quantity_not_applied' }];
}
