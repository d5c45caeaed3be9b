import { expect, test } from '@jest/globals';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { toSubscriptionItem } from '../../../../src/http/payway/subscription-shape.js';
import { at, utc } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic } from '../../../support/domain/ladder.js';

const item = (edits: Partial<UserProduct> = {}, isCampaign = false) =>
  toSubscriptionItem(
    { userProduct: buildUserProduct(basic, edits), isCampaign, nextPrice: money(12_050) },
    utc,
  );
const end = '2026-05-01T00:00:00+00:00';

test('a user product is told in full, its prices in major units', () => {
  expect(item()).toMatchObject({
    product_code: basic.code,
    subscription_number: 'S-1',
    subscription_next_price: 120.5,
    payment_option: 'invoice',
    payment_option_details: { iteration_type: 'month', iteration_length: 1, price: 100 },
    campaign_end_date: null,
    subscription_end_date: null,
  });
});

test('a campaign ends with its period', () => {
  expect(item({}, true)).toMatchObject({ campaign_end_date: end, subscription_end_date: null });
});

test.each([
  { subscriptionType: 'limited' },
  { cancelledAt: at('2026-04-02T00:00:00Z') },
  { state: 'cancelled' },
] as const)('what is %j ends for good', (edits) => {
  expect(item(edits)).toMatchObject({ subscription_end_date: end });
});

test('without a next price there is none', () => {
  const subscription = { userProduct: buildUserProduct(basic), isCampaign: false, nextPrice: null };
  expect(toSubscriptionItem(subscription, utc)).toMatchObject({ subscription_next_price: null });
});
