import { z } from 'zod';
import type { Subscription } from '../../application/user-product/list-subscriptions.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { amount, hexId, dateTime, textOrNull, type AnswerOf } from './schemas.js';
import { soldPeriodFields } from './target-shapes.js';
import { toUserProductItem, userProductShape } from './user-product-shape.js';

const { iteration_type, iteration_length, price, currency } = soldPeriodFields;

const paymentOptionShape = z
  .strictObject({ period_id: hexId, iteration_type, iteration_length, price, currency })
  .meta({ id: 'PaymentOption', description: 'The payment period as it was sold' });

export const subscriptionShape = z
  .strictObject({
    ...userProductShape.shape,
    subscription_number: textOrNull,
    subscription_next_price: amount.nullable(),
    payment_option: z.string().meta({ description: 'The payment method' }),
    payment_option_details: paymentOptionShape,
    campaign_end_date: dateTime.nullable(),
    subscription_end_date: dateTime.nullable(),
  })
  .meta({ id: 'Subscription', description: 'A user product in its rich form' });

/** A user product in its rich form (docs/spec/payway-api.md §5); prices in major units. */
export function toSubscriptionItem(
  { userProduct, isCampaign, nextPrice }: Subscription,
  zone: TimeZone,
): AnswerOf<typeof subscriptionShape> {
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
      currency: soldPeriod.price.currency,
    },
    campaign_end_date: isCampaign ? date(validTo) : null,
    subscription_end_date: endsForGood(userProduct) ? date(validTo) : null,
  };
}

/** Nothing renews it: it was cancelled, or is for a time. One that a change ended goes on as another. */
function endsForGood({ state, cancelledAt, subscriptionType }: UserProduct): boolean {
  return state === 'cancelled' || cancelledAt !== null || subscriptionType === 'limited';
}
