import { expect, test } from '@jest/globals';
import { makeSubscriptionsEndpoints } from '../../../../../src/http/payway/endpoints/subscriptions.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import {
  accountId,
  askEndpoint,
  organisationId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { utc } from '../../../../support/domain/at.js';
import { buildPackage } from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const query = { account_id: accountId.toUpperCase() };
const userProduct = buildUserProduct(buildPackage({ number: 10 }));

test('listSubscriptions tells what an account has, in full', async () => {
  const subscriptions = [{ userProduct, isCampaign: false, nextPrice: null }];
  const { useCase, asked } = recording({ subscriptions, timeZone: utc });
  const endpoints = makeSubscriptionsEndpoints({ listSubscriptions: useCase });
  const answer = await askEndpoint(endpoints, 'listSubscriptions', { query });
  expect(answer).toMatchObject({
    status: 200,
    body: { items: [{ id: userProduct.id, subscription_next_price: null }] },
  });
  expect(asked).toEqual([{ organisationId, accountId }]);
});

test('listSubscriptions is 404 for an account that is unknown', async () => {
  const endpoints = makeSubscriptionsEndpoints({ listSubscriptions: recording(null).useCase });
  expect(await askEndpoint(endpoints, 'listSubscriptions', { query })).toBe(notFound);
});
