import { expect, test } from '@jest/globals';
import { makeUserProductsEndpoints } from '../../../../../src/http/payway/endpoints/user-products.js';
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

const params = { accountId: accountId.toUpperCase() };
const userProduct = buildUserProduct(buildPackage({ number: 10 }));

test('listUserProducts tells what an account has', async () => {
  const { useCase, asked } = recording({ userProducts: [userProduct], timeZone: utc });
  const endpoints = makeUserProductsEndpoints({ listUserProducts: useCase });
  const answer = await askEndpoint(endpoints, 'listUserProducts', { params });
  expect(answer).toMatchObject({ status: 200, body: { items: [{ id: userProduct.id }] } });
  expect(asked).toEqual([{ organisationId, accountId }]);
});

test('listUserProducts is 404 for an account that is unknown or cannot be one', async () => {
  const unknown = recording(null);
  const endpoints = makeUserProductsEndpoints({ listUserProducts: unknown.useCase });
  expect(await askEndpoint(endpoints, 'listUserProducts', { params })).toBe(notFound);
  const noId = { params: { accountId: 'no-id' } };
  expect(await askEndpoint(endpoints, 'listUserProducts', noId)).toBe(notFound);
  expect(unknown.asked).toHaveLength(1);
});
