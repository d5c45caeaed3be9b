import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../../../src/http/core/problem.js';
import { makeProductsEndpoints } from '../../../../../src/http/payway/endpoints/products.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import { utc } from '../../../../support/domain/at.js';
import { buildPackage } from '../../../../support/domain/build-package.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';

const pack = buildPackage({ number: 10 });
const listed = { packages: [{ package: pack, rank: 7, isOnSale: true }], timeZone: utc };
const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeProductsEndpoints({ listPackages: unasked, findPackage: unasked, ...given });

describe('listProducts', () => {
  const everything = { kind: null, titleCode: null, tags: [], includeInactive: false };

  test.each([
    [{}, { named: null, filter: everything }],
    [{ id: otherId }, { named: { id: otherId }, filter: everything }],
    [{ product_code: 'p' }, { named: { code: 'p' }, filter: everything }],
    [
      { product_type: 'campaign', title_code: 't', tags: 'a, b,c', include_inactive: true },
      {
        named: null,
        filter: { kind: 'campaign', titleCode: 't', tags: ['a', 'b', 'c'], includeInactive: true },
      },
    ],
  ])('%j asks for %j', async (query, wanted) => {
    const { useCase, asked } = recording(listed);
    const endpoints = endpointsWith({ listPackages: useCase });
    const answer = await askEndpoint(endpoints, 'listProducts', { query: query });
    expect(asked).toEqual([{ organisationId, ...wanted }]);
    expect(answer).toMatchObject({ status: 200, body: { items: [{ id: pack.id, rank: 7 }] } });
  });

  test('is 404 where that one is unknown, 400 where two are named', async () => {
    const endpoints = endpointsWith({ listPackages: recording(null).useCase });
    expect(await askEndpoint(endpoints, 'listProducts', { query: { id: otherId } })).toBe(notFound);
    const both = { query: { id: otherId, product_code: 'p' } };
    const { body } = (await askEndpoint(endpointsWith({}), 'listProducts', both)) as Problem;
    expect(body).toMatchObject({ field: 'product_code', message: 'Parameter excludes id' });
  });
});

describe('listPaymentPeriods', () => {
  test.each([
    [{ product_id: otherId }, { id: otherId }],
    [{ id: otherId }, { id: otherId }],
    [{ product_code: 'p' }, { code: 'p' }],
  ])('%j names the package %j', async (query, named) => {
    const { useCase, asked } = recording({ package: pack });
    const endpoints = endpointsWith({ findPackage: useCase });
    const answer = await askEndpoint(endpoints, 'listPaymentPeriods', { query: query });
    expect(asked).toEqual([{ organisationId, named }]);
    expect(answer).toMatchObject({ status: 200, body: { items: [{ price: 100 }] } });
  });

  test('is 404 where it is unknown, 400 where none is named', async () => {
    const endpoints = endpointsWith({ findPackage: recording(null).useCase });
    const named = { query: { product_code: 'p' } };
    expect(await askEndpoint(endpoints, 'listPaymentPeriods', named)).toBe(notFound);
    const { body } = (await askEndpoint(endpoints, 'listPaymentPeriods')) as Problem;
    expect(body).toMatchObject({ field: 'product_id', message: 'Parameter is required' });
  });
});
