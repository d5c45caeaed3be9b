import { expect, test } from '@jest/globals';
import {
  subscriptionShape,
  toSubscriptionItem,
} from '../../../../src/http/payway/subscription-shape.js';
import { toUserProductItem } from '../../../../src/http/payway/user-product-shape.js';
import { stockholm } from '../../../support/domain/at.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic } from '../../../support/domain/ladder.js';

const userProduct = buildUserProduct(basic);

test('the rich form adds to the user product how it is paid for and when it ends', () => {
  const subscription = { userProduct, isCampaign: true, nextPrice: money(9_900) };
  const item = toSubscriptionItem(subscription, stockholm);
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      ...toUserProductItem(userProduct, stockholm),
      subscription_number: 'S-1',
      subscription_next_price: 99,
      payment_option: 'invoice',
      payment_option_details: {
        period_id: firstPeriod(basic).id,
        iteration_type: 'month',
        iteration_length: 1,
        price: 100,
        currency: 'SEK',
      },
      campaign_end_date: '2026-05-01T02:00:00+02:00',
      subscription_end_date: null,
    }),
  );
  expect(subscriptionShape.safeParse(item).error).toBeUndefined();
});

test.each([
  { what: 'cancelled', edits: { state: 'cancelled' } },
  { what: 'for a time', edits: { subscriptionType: 'limited' } },
] as const)('one that is $what ends for good', ({ edits }) => {
  const subscription = {
    userProduct: { ...userProduct, ...edits },
    isCampaign: false,
    nextPrice: null,
  };
  const item = toSubscriptionItem(subscription, stockholm);
  expect(item).toMatchObject({
    subscription_next_price: null,
    campaign_end_date: null,
    subscription_end_date: '2026-05-01T02:00:00+02:00',
  });
  expect(subscriptionShape.safeParse(item).error).toBeUndefined();
});
