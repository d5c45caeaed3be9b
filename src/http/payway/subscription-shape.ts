import type { Subscription } from '../../application/user-product/list-subscriptions.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { instant, maybe, maybeText, objectSchema, userProductFields } from './schemas.js';
import { soldPeriodFields } from './target-shapes.js';
import { toUserProductItem } from './user-product-item.js';

const { id, iteration_type, iteration_length, price } = soldPeriodFields;

export const subscriptionSchema = objectSchema({
  ...userProductFields,
  subscription_number: maybeText,
  subscription_next_price: maybe(price),
  payment_option: { type: 'string' },
  payment_option_details: objectSchema({ period_id: id, iteration_type, iteration_length, price }),
  campaign_end_date: maybe(instant),
  subscription_end_date: maybe(instant),
});

/** A user product in its rich form (spec/payway-api.md §5); prices in major units. */
export function toSubscriptionItem(
  { userProduct, isCampaign, nextPrice }: Subscription,
  zone: TimeZone,
): Record<string, unknown> {
  const { soldPeriod, validTo } = userProduct;
  const date = (at: Instant | null): string | null =>
    at === null ? null : formatInstant(at, zone);
  return {
    ...toUserProductItem(userProduct, zone),
    subscription_number: userProduct.subscriptionNumber,
    subscription_next_price: nextPrice === null ? null : toMajorUnits(nextPrice),
    payment_option: soldPeriod.paymentMethod,
    payment_option_details: {
      period_id: soldPeriod.periodId,
      iteration_type: soldPeriod.interval.unit,
      iteration_length: soldPeriod.interval.length,
      price: toMajorUnits(soldPeriod.price),
    },
    campaign_end_date: isCampaign ? date(validTo) : null,
    subscription_end_date: endsForGood(userProduct) ? date(validTo) : null,
  };
}

/** Nothing renews it: it was cancelled, or is for a time. One that a change ended goes on as another. */
function endsForGood({ state, cancelledAt, subscriptionType }: UserProduct): boolean {
  return state === 'cancelled' || cancelledAt !== null || subscriptionType === 'limited';
}
