import type { UserProduct } from '../../domain/user-product/user-product.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';

/** A user product in Payway's words (spec/payway-api.md §5), its dates with the organisation's offset. */
export function toUserProductItem(product: UserProduct, zone: TimeZone): Record<string, unknown> {
  const date = (at: Instant | null): string | null =>
    at === null ? null : formatInstant(at, zone);
  return {
    id: product.id,
    order_id: product.orderId,
    created: date(product.createdAt),
    updated: date(product.updatedAt),
    product_code: product.packageCode,
    title_code: product.titleCode,
    valid_from: date(product.validFrom),
    valid_to: date(product.validTo),
    provision_service: product.provisionService,
    subscription_type: product.subscriptionType,
    state: product.state,
    has_pending_change_request: product.pendingChange !== null,
    external_start_date: date(product.externalStartAt),
    version: product.version,
  };
}
