import { expect, test } from '@jest/globals';
import { makeCartEndpoints } from '../../../../../src/http/product-groups/endpoints/carts.js';
import { toCartItem } from '../../../../../src/http/product-groups/shapes/cart-shape.js';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import {
  askEndpoint,
  guards,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { stockholm } from '../../../../support/domain/at.js';
import { eur } from '../../../../support/domain/build-package.js';
import { buildCart } from '../../../../support/stored/build-cart.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeCartEndpoints({
    createCart: useCase,
    findCart: useCase,
    completeCart: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const catalogue = makeCatalogue({ timeZone: stockholm, currency: eur, packages: [] });
const read = { cart: buildCart(), context: { catalogue } as never, bought: null, invoice: null };
const printed = toCartItem(read);
const unknown = { ok: false, failure: 'not_found' };
const params = { id: otherId };

test('a cart is made under the id that was chosen', async () => {
  const { ask, asked } = answering({ ok: true, ...read });
  const body = { customer: 'c', items: [{ pricePlan: 'p' }] };
  const answer = await ask('createCart', { body, chosenId: otherId });
  expect(answer).toEqual({ status: 201, body: printed });
  const order = { packageId: null, periodId: 'p', quantity: null, startAt: null };
  expect(asked).toEqual([{ organisationId, accountId: 'c', order, chosenId: otherId }]);
});

test('a cart is read by its id', async () => {
  const { ask, asked } = answering(read);
  expect(await ask('readCart', { params })).toEqual({ status: 200, body: printed });
  expect(asked).toEqual([{ organisationId, id: otherId }]);
  expect(await answering(null).ask('readCart', { params })).toMatchObject({ status: 404 });
});

test('a cart too many is refused, with how many may be', async () => {
  const body = { customer: 'c', items: [{ pricePlan: 'p' }] };
  const { ask } = answering({ ok: false, failure: 'full', most: 100 });
  expect(await ask('createCart', { body, chosenId: otherId })).toMatchObject({
    status: 409,
    code: 'too_many_carts',
    body: { refusals: [{ code: 'too_many_carts', facts: { most: 100 } }] },
  });
});

test('a cart is completed by its id, at the version that it was read at', async () => {
  const { ask, asked } = answering({ ok: true, ...read });
  const named = { ...guards, ifMatch: [1] };
  expect(await ask('completeCart', { params })).toEqual({ status: 200, body: printed });
  expect(await ask('completeCart', { params, guards: named })).toEqual({
    status: 200,
    body: printed,
  });
  expect(asked).toEqual([
    { organisationId, id: otherId, ifMatch: null },
    { organisationId, id: otherId, ifMatch: [1] },
  ]);
  expect(await answering(unknown).ask('completeCart', { params })).toMatchObject({ status: 404 });
});
