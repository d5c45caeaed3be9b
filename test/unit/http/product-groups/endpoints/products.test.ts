import { expect, test } from '@jest/globals';
import { unknownResource } from '../../../../../src/application/catalogue/refused-write.js';
import { makeCatalogueProductEndpoints } from '../../../../../src/http/product-groups/endpoints/products.js';
import { toProductItem } from '../../../../../src/http/product-groups/shapes/product-shape.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { at } from '../../../../support/domain/at.js';
import { starter } from '../shapes/group-example.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeCatalogueProductEndpoints({
    listPackageRecords: useCase,
    findPackageRecord: useCase,
    createPackage: useCase,
    editPackage: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const createdAt = at('2026-04-01T00:00:00Z');
const record = { package: starter, revision: { version: 1, createdAt, updatedAt: createdAt } };
const printed = toProductItem(record);
const params = { id: otherId };

test('products are listed a page at a time', async () => {
  const { ask, asked } = answering({ items: [record], totalItems: 1 });
  expect(await ask('listCatalogueProducts', { query: { limit: 5 } })).toMatchObject({
    status: 200,
    body: { data: [printed], meta: { pagination: { totalItems: 1, itemsPerPage: 5 } } },
  });
  const order = { by: 'createdAt', direction: 'asc' };
  expect(asked).toEqual([{ organisationId, order, page: 1, limit: 5 }]);
});

test('a product is read by its id', async () => {
  expect(await answering(record).ask('readCatalogueProduct', { params })).toEqual({
    status: 200,
    body: printed,
  });
  expect(await answering(null).ask('readCatalogueProduct', { params })).toMatchObject({
    status: 404,
  });
});

test('a product is made, with a number of its own or the one that is sent', async () => {
  const { ask, asked } = answering({ ok: true, ...record });
  const body = { name: 'Starter', isArchived: false };
  expect(await ask('createCatalogueProduct', { body })).toEqual({ status: 201, body: printed });
  expect(asked).toEqual([
    { organisationId, chosenId: null, name: 'Starter', code: null, archived: false },
  ]);
});

test('a product too many is refused, with how many may be', async () => {
  const { ask } = answering({ ok: false, failure: 'full', most: 7 });
  expect(
    await ask('createCatalogueProduct', { body: { name: 'A', isArchived: false } }),
  ).toMatchObject({
    status: 409,
    body: { refusals: [{ code: 'too_many_products', facts: { most: 7 } }] },
  });
});

test('a number that is taken, or is another, is told as one', async () => {
  const duplicate = {
    ok: false,
    failure: 'invalid',
    faults: [{ path: ['code'], code: 'duplicate' }],
  };
  const body = { name: 'Starter', number: 'x', isArchived: false };
  expect(await answering(duplicate).ask('createCatalogueProduct', { body })).toMatchObject({
    status: 422,
    body: { violations: [{ propertyPath: 'number', code: 'duplicate' }] },
  });
});

test('a product is edited, or is not there', async () => {
  const { ask, asked } = answering({ ok: true, ...record });
  const body = { name: 'Starter', isArchived: true };
  expect(await ask('updateCatalogueProduct', { params, body })).toEqual({
    status: 200,
    body: printed,
  });
  expect(asked).toEqual([
    {
      organisationId,
      id: otherId,
      name: 'Starter',
      code: undefined,
      archived: true,
      ifMatch: null,
    },
  ]);
  const gone = answering(unknownResource);
  expect(await gone.ask('updateCatalogueProduct', { params, body })).toMatchObject({ status: 404 });
});
