import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import { makeSubscriptionItemEndpoints } from '../../../../../src/http/product-groups/endpoints/subscription-items.js';
import { toItem } from '../../../../../src/http/product-groups/shapes/item-shape.js';
import {
  accountId,
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { stockholm } from '../../../../support/domain/at.js';
import { sek } from '../../../../support/domain/build-package.js';
import { buildRow } from '../../../../support/stored/build-row.js';

const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [] });

test('an item is read by its id, of the account that the token names', async () => {
  const product = buildRow();
  const { useCase, asked } = recording({ product, context: { catalogue } });
  const endpoints = makeSubscriptionItemEndpoints({ findUserProduct: useCase });
  const answer = await askEndpoint(endpoints, 'readSubscriptionItem', { params: { id: otherId } });
  expect(answer).toEqual({ status: 200, body: toItem(product, catalogue) });
  expect(asked).toEqual([{ organisationId, accountId, userProductId: otherId }]);
});

test('an item that is not there is not found', async () => {
  const endpoints = makeSubscriptionItemEndpoints({ findUserProduct: recording(null).useCase });
  const answer = await askEndpoint(endpoints, 'readSubscriptionItem', { params: { id: otherId } });
  expect(answer).toMatchObject({ status: 404 });
});
