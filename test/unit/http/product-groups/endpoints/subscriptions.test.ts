import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { EndpointRequest } from '../../../../../src/http/core/endpoint.js';
import { makeCustomerSubscriptionEndpoints } from '../../../../../src/http/product-groups/endpoints/subscriptions.js';
import { toChainItem } from '../../../../../src/http/product-groups/shapes/subscription-shape.js';
import {
  accountId,
  askEndpoint,
  caller,
  guards,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { sek } from '../../../../support/domain/build-package.js';
import { buildRow } from '../../../../support/stored/build-row.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeCustomerSubscriptionEndpoints({
    listChains: useCase,
    findChain: useCase,
    createSubscription: useCase,
    cancelChain: useCase,
    reactivateChain: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [] });
const last = buildRow();
const createdAt = at('2026-04-01T00:00:00Z');
const chain = { id: last.subscriptionId, accountId: last.accountId, createdAt, last };
const found = { chain, context: { catalogue } };
const printed = toChainItem(chain, catalogue);
const params = { id: otherId };
const anybody = { ...caller, accountId: null } as EndpointRequest['caller'];

test('subscriptions are listed by customer, status and order', async () => {
  const chains = { items: [chain], totalItems: 1 };
  const { ask, asked } = answering({ chains, context: found.context });
  const query = {
    customer: `/customers/${otherId}`,
    status: 'canceled',
    'order[createdAt]': 'desc',
  };
  const answer = await ask('listCustomerSubscriptions', { caller: anybody, query });
  expect(answer).toMatchObject({ status: 200, body: { data: [printed] } });
  expect(asked).toEqual([
    {
      organisationId,
      accountId: otherId,
      state: 'cancelled',
      direction: 'desc',
      page: 1,
      limit: 30,
    },
  ]);
});

test('an account sees its own in a list, and asked for another’s none', async () => {
  const chains = { items: [], totalItems: 0 };
  const { ask, asked } = answering({ chains, context: found.context });
  await ask('listCustomerSubscriptions');
  expect(asked).toMatchObject([{ accountId, state: null, direction: 'asc' }]);
  const answer = await ask('listCustomerSubscriptions', { query: { customer: otherId } });
  expect(answer).toMatchObject({ status: 200, body: { data: [] } });
  expect(asked).toHaveLength(1);
  expect(await answering(null).ask('listCustomerSubscriptions')).toMatchObject({ status: 404 });
});

test('a subscription is read by its id, of the account that the token names', async () => {
  const { ask, asked } = answering(found);
  const answer = await ask('readCustomerSubscription', { params });
  expect(answer).toEqual({ status: 200, body: printed });
  expect(asked).toEqual([{ organisationId, accountId, subscriptionId: otherId }]);
  const missed = await answering(null).ask('readCustomerSubscription', { params });
  expect(missed).toMatchObject({ status: 404 });
});

test('a subscription is made under the id that was chosen, for no other account than one’s own', async () => {
  const { ask, asked } = answering({ ok: true, ...found });
  const body = { customer: accountId, items: [{ pricePlan: 'p', quantity: 2 }] };
  const answer = await ask('createCustomerSubscription', { body, chosenId: otherId });
  expect(answer).toEqual({ status: 201, body: printed });
  const order = { packageId: null, periodId: 'p', quantity: 2, startAt: null };
  expect(asked).toEqual([{ organisationId, accountId, order, chosenId: otherId }]);
  const foreign = await ask('createCustomerSubscription', { body: { ...body, customer: otherId } });
  expect(foreign).toMatchObject({ status: 422 });
  expect(asked).toHaveLength(1);
});

test.each(['cancelCustomerSubscription', 'reactivateCustomerSubscription'])(
  '%s writes under the version that is named, and answers what there is then',
  async (name) => {
    const { ask, asked } = answering({ ok: true, ...found });
    const own = { ...guards, ifMatch: [3] };
    expect(await ask(name, { params, guards: own })).toEqual({ status: 200, body: printed });
    expect(asked).toEqual([{ organisationId, accountId, subscriptionId: otherId }, own]);
    const refusals = [{ reason: 'user_product_not_active', facts: {} }];
    for (const [failure, expected] of [
      [{ failure: 'not_found' }, { status: 404 }],
      [{ failure: 'version_mismatch' }, { kind: 'version_mismatch' }],
      [
        { failure: 'refused', refusals },
        { status: 409, body: { code: 'item_not_active' } },
      ],
    ] as const) {
      const refused = await answering({ ok: false, ...failure }).ask(name, { params });
      expect(refused).toMatchObject(expected);
    }
  },
);
