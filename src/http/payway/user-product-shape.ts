import { z } from 'zod';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { hexId, dateTime, textOrNull, periodType, type AnswerOf } from './schemas.js';

const userProductState = z
  .enum(['activated', 'cancelled', 'deactivated', 'pending', 'frozen'])
  .meta({ id: 'UserProductState' });

export const userProductShape = z
  .strictObject({
    id: hexId,
    order_id: textOrNull,
    created: dateTime,
    updated: dateTime,
    product_code: z.string().meta({ description: 'The code of the package' }),
    title_code: textOrNull,
    valid_from: dateTime,
    valid_to: dateTime.nullable(),
    provision_service: z.string(),
    subscription_type: periodType,
    state: userProductState,
    has_pending_change_request: z.boolean(),
    external_start_date: dateTime.nullable(),
    version: z.int().min(1).meta({ description: 'Counts its writes; what `If-Match` takes' }),
  })
  .meta({ id: 'UserProduct', description: 'What an account has: one package, for a time' });

/** A user product in Payway's words (docs/spec/payway-api.md §5), its dates with the organisation's offset. */
export function toUserProductItem(
  product: UserProduct,
  zone: TimeZone,
): AnswerOf<typeof userProductShape> {
  const date = (at: Instant) => formatInstant(at, zone);
  const maybeDate = (at: Instant | null) => (at === null ? null : date(at));
  return {
    id: product.id,
    order_id: product.orderId,
    created: date(product.createdAt),
    updated: date(product.updatedAt),
    product_code: product.packageCode,
    title_code: product.titleCode,
    valid_from: date(product.validFrom),
    valid_to: maybeDate(product.validTo),
    provision_service: product.provisionService,
    subscription_type: product.subscriptionType,
    state: product.state,
    has_pending_change_request: product.pendingChange !== null,
    external_start_date: maybeDate(product.externalStartAt),
    version: product.version,
  };
}
