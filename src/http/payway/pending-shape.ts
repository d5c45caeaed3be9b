import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import { describeInterval } from './describe-interval.js';
import { hexId, dateTime, type AnswerOf } from './schemas.js';
import { targetPackageShape, toTargetPackageItem } from './target-shapes.js';

const pendingChangeShape = z
  .strictObject({
    id: hexId,
    state: z.literal('created'),
    created: dateTime,
    target_package: targetPackageShape,
    price_description: z.string().meta({ description: 'Such as `249.50 SEK / 3 months`' }),
    change_date: dateTime,
  })
  .meta({ id: 'PendingChange', description: 'A change that waits for the end of the period' });

const pendingChangesShape = z
  .strictObject({
    downgrades: z.array(pendingChangeShape),
    changes: z.array(pendingChangeShape),
  })
  .meta({ id: 'PendingChanges', description: 'What waits, by what it is' });

/** Payway's envelope of these: `items` holds an object. */
export const pendingChangesAnswer = z
  .strictObject({ items: pendingChangesShape })
  .meta({ id: 'PendingChangesAnswer' });

/**
 * What waits, by what it is (docs/spec/payway-api.md §5): an upgrade that waits, which only product groups know, stands
 * among the changes (docs/spec/product-groups-api.md §8).
 */
export function toPendingItems(
  waiting: readonly PendingChange[],
  catalogue: Catalogue,
): AnswerOf<typeof pendingChangesShape> {
  const itemsOf = (isDowngrade: boolean) =>
    waiting
      .filter(({ kind }) => (kind === 'downgrade') === isDowngrade)
      .map((it) => toPendingItem(it, catalogue));
  return { downgrades: itemsOf(true), changes: itemsOf(false) };
}

function toPendingItem(
  change: PendingChange,
  catalogue: Catalogue,
): AnswerOf<typeof pendingChangeShape> {
  return {
    id: change.changeId,
    state: 'created',
    created: formatInstant(change.requestedAt, catalogue.timeZone),
    target_package: toTargetPackageItem(change.target, catalogue),
    price_description: describePrice(change.target.period),
    change_date: formatInstant(change.dueAt, catalogue.timeZone),
  };
}

/** Example: `100.00 SEK / month`, `249.50 SEK / 3 months`. */
function describePrice({ price, interval }: SoldPeriod): string {
  const every = interval.length === 1 ? '' : `${String(interval.length)} `;
  return `${toDecimalString(price)} ${price.currency} / ${every}${describeInterval(interval)}`;
}
