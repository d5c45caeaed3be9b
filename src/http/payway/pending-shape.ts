import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import { toDecimalString } from '../../domain/money/decimal-amount.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { JsonSchema } from '../core/endpoint.js';
import { describeInterval } from './describe-interval.js';
import { hexId, instant, objectSchema } from './schemas.js';
import { targetPackageSchema, toTargetPackageItem } from './target-shapes.js';

const pending: JsonSchema = {
  type: 'array',
  items: objectSchema({
    id: hexId,
    state: { const: 'created' },
    created: instant,
    target_package: targetPackageSchema,
    price_description: { type: 'string' },
    change_date: instant,
  }),
};

export const pendingChangesSchema = objectSchema({ downgrades: pending, changes: pending });

/** What waits, by what it is (spec/payway-api.md §5). */
export function toPendingItems(
  waiting: readonly PendingChange[],
  catalogue: Catalogue,
): Record<string, unknown> {
  const itemsOf = (kind: PendingChange['kind']) =>
    waiting.filter((it) => it.kind === kind).map((it) => toPendingItem(it, catalogue));
  return { downgrades: itemsOf('downgrade'), changes: itemsOf('change') };
}

function toPendingItem(change: PendingChange, catalogue: Catalogue) {
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
