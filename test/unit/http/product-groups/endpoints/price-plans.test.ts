import { expect, test } from '@jest/globals';
import { movedResource } from '../../../../../src/application/catalogue/refused-write.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makePricePlanEndpoints } from '../../../../../src/http/product-groups/endpoints/price-plans.js';
import { toPricePlanItem } from '../../../../../src/http/product-groups/shapes/price-plan-shape.js';
import {
  askEndpoint,
  guards,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { at } from '../../../../support/domain/at.js';
import { firstPeriod } from '../../../../support/domain/build-package.js';
import { starter } from '../shapes/group-example.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makePricePlanEndpoints({
    listPeriodRecords: useCase,
    findPeriodRecord: useCase,
    createPeriod: useCase,
    editPeriod: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const createdAt = at('2026-04-01T00:00:00Z');
const revision = { version: 1, createdAt, updatedAt: createdAt };
const record = { period: firstPeriod(starter), package: starter, revision, inUse: false };
const printed = toPricePlanItem(record);
const params = { id: otherId };

test.each([
  { query: {}, packageId: null, enabled: true },
  { query: { status: 'active' }, packageId: null, enabled: true },
  {
    query: { status: 'archived', product: `/products/${otherId}` },
    packageId: otherId,
    enabled: false,
  },
])('plans are listed for %j', async ({ query, packageId, enabled }) => {
  const { ask, asked } = answering({ items: [record], totalItems: 1 });
  expect(await ask('listPricePlans', { query })).toMatchObject({ body: { data: [printed] } });
  const order = { by: 'createdAt', direction: 'asc' };
  expect(asked).toEqual([{ organisationId, packageId, enabled, order, page: 1, limit: 30 }]);
});

test('a plan is read by its id', async () => {
  expect(await answering(record).ask('readPricePlan', { params })).toEqual({
    status: 200,
    body: printed,
  });
  expect(await answering(null).ask('readPricePlan', { params })).toMatchObject({ status: 404 });
});

test('a plan is made, or told what is wrong with it', async () => {
  const body = { internalName: 'abc', type: 'flat_fee', price: { amount: 1 }, status: 'active' };
  const { ask, asked } = answering({ ok: true, ...record });
  expect(await ask('createPricePlan', { body, chosenId: otherId })).toEqual({
    status: 201,
    body: printed,
  });
  expect(asked).toMatchObject([{ organisationId, chosenId: otherId, name: 'abc', enabled: true }]);
  const faults = [{ path: ['packageId'], code: 'not_found' }];
  const refused = answering({ ok: false, failure: 'invalid', faults });
  expect(await refused.ask('createPricePlan', { body })).toMatchObject({
    body: { violations: [{ propertyPath: 'product', code: 'not_found' }] },
  });
});

test('a plan too many is refused, with how many may be', async () => {
  const { ask } = answering({ ok: false, failure: 'full', most: 7 });
  expect(
    await ask('createPricePlan', {
      body: { internalName: 'abc', type: 'flat_fee', price: { amount: 1 }, status: 'active' },
    }),
  ).toMatchObject({
    status: 409,
    body: { refusals: [{ code: 'too_many_price_plans', facts: { most: 7 } }] },
  });
});

test('a plan is edited at the version that was named', async () => {
  const { ask, asked } = answering({ ok: true, ...record });
  const request = { params, body: {}, guards: { ...guards, ifMatch: [2] } };
  expect(await ask('updatePricePlan', request)).toEqual({ status: 200, body: printed });
  expect(asked).toMatchObject([{ organisationId, id: otherId, ifMatch: [2] }]);
  const moved = await answering(movedResource).ask('updatePricePlan', request);
  expect(moved).toEqual(failed('version_mismatch'));
});

test('a list in no known order is told by the failure of its query', async () => {
  const { ask, asked } = answering({ items: [], totalItems: 0 });
  await ask('listPricePlans', { query: { 'order[createdAt]': 'desc' } });
  expect(asked).toMatchObject([{ order: { by: 'createdAt', direction: 'desc' } }]);
});
