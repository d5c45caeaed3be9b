import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FindPackage } from '../../../src/application/catalogue/find-package.js';
import type {
  ListPackages,
  ListedPackage,
} from '../../../src/application/catalogue/list-packages.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { at } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../support/domain/build-package.js';
import { undescribed } from './described-answer.js';
import { queryContract } from './query-contract.js';
import { send, type Answer } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const products = '/external/api/v1/products';
const periods = `${products}/payment_periods`;
const id = '56e1741a6fc9365306000010';
const timeZone = 'Europe/Stockholm' as TimeZone;
const monthly = buildPeriod({ number: 11 });
const quarterly = buildPeriod({
  number: 12,
  type: 'limited',
  paymentMethod: 'card',
  enabled: false,
  interval: { unit: 'month', length: 3 },
  price: money(24_950),
});
const pack = buildPackage({
  number: 10,
  code: 'digital',
  name: 'Digital',
  titleCode: 'adeprimo',
  integrationCode: 'crm',
  vatCode: 'SE25',
  validFrom: at('2026-01-01T00:00:00Z'),
  tags: [{ name: 'news', type: 'topic' }],
  periods: [monthly, quarterly],
});
const listed: ListedPackage = { package: pack, rank: 20, isOnSale: true };

let app: StartedApp;
let asked: unknown[] = [];
let listPackages: ListPackages;
let findPackage: FindPackage;
beforeAll(async () => {
  app = await startApp({
    listPackages: (query) => {
      asked.push(query);
      return listPackages(query);
    },
    findPackage: (query) => {
      asked.push(query);
      return findPackage(query);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  listPackages = () => Promise.resolve({ packages: [listed], timeZone });
  findPackage = () => Promise.resolve({ package: pack, context: {} as never });
});

function get(path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, { method: 'GET', path, headers });
}

const monthlyItem = {
  id: monthly.id,
  payment_method: 'invoice',
  type: 'recurring',
  enabled: true,
  iteration_type: 'month',
  iteration_length: 1,
  price: 100,
  currency: 'SEK',
  details: { name: '1 month', type: 'invoice' },
};
const quarterlyItem = {
  id: quarterly.id,
  payment_method: 'card',
  type: 'limited',
  enabled: false,
  iteration_type: 'month',
  iteration_length: 3,
  price: 249.5,
  currency: 'SEK',
  details: { name: '3 months', type: 'card' },
};
const item = {
  id: pack.id,
  product_code: 'digital',
  integration_code: 'crm',
  title_code: 'adeprimo',
  name: 'Digital',
  description: null,
  rank: 20,
  customer_can_cancel: true,
  vat_code: 'SE25',
  valid_from: '2026-01-01T01:00:00+01:00',
  valid_to: null,
  tags: [{ name: 'news', type: 'topic' }],
  expired: false,
  price_periods: [monthlyItem, quarterlyItem],
};

describe('GET products (docs/spec/payway-api.md §5)', () => {
  test('lists packages in the documented names, rank 0 where there is none', async () => {
    const bare = buildPackage({ number: 20, periods: [] });
    listPackages = () =>
      Promise.resolve({
        packages: [listed, { package: bare, rank: 'unranked', isOnSale: false }],
        timeZone,
      });
    const { status, json } = await get(products);
    expect(status).toBe(200);
    expect(json).toEqual({
      items: [item, expect.objectContaining({ id: bare.id, rank: 0, expired: true, tags: [] })],
    });
    expect(undescribed('listProducts', json)).toEqual([]);
  });

  const all = { kind: null, titleCode: null, tags: [], includeInactive: false };
  test.each([
    { query: '', named: null, filter: all },
    { query: `?id=${id.toUpperCase()}`, named: { id }, filter: all },
    { query: '?product_code=Digital-1_a', named: { code: 'Digital-1_a' }, filter: all },
    { query: '?product_type=campaign', named: null, filter: { ...all, kind: 'campaign' } },
    { query: '?title_code=Ny%20Tid', named: null, filter: { ...all, titleCode: 'Ny Tid' } },
    { query: '?tags=news,%20sport', named: null, filter: { ...all, tags: ['news', 'sport'] } },
    { query: '?include_inactive=true', named: null, filter: { ...all, includeInactive: true } },
    { query: '?include_inactive=false', named: null, filter: all },
    {
      query: `?id=${id}&tags=news&include_inactive=true`,
      named: { id },
      filter: { ...all, tags: ['news'], includeInactive: true },
    },
  ])('asks the caller’s organisation for what "$query" says', async ({ query, named, filter }) => {
    expect((await get(products + query)).status).toBe(200);
    expect(asked).toEqual([{ organisationId, named, filter }]);
  });

  test('a name that is unknown is 404', async () => {
    listPackages = () => Promise.resolve(null);
    expect(await get(`${products}?id=${id}`)).toMatchObject({
      status: 404,
      json: { code: 'not_found', message: 'The account or product could not be found' },
    });
  });
});

describe('GET products/payment_periods (docs/spec/payway-api.md §5)', () => {
  test('lists the payment periods of a package, disabled ones too', async () => {
    const { status, json } = await get(`${periods}?product_id=${id}`);
    expect([status, json]).toEqual([200, { items: [monthlyItem, quarterlyItem] }]);
    expect(undescribed('listPaymentPeriods', json)).toEqual([]);
  });

  test.each([
    { query: `product_id=${id.toUpperCase()}`, named: { id } },
    { query: `id=${id}`, named: { id } },
    { query: 'product_code=digital', named: { code: 'digital' } },
  ])('of the package that $query names', async ({ query, named }) => {
    expect((await get(`${periods}?${query}`)).status).toBe(200);
    expect(asked).toEqual([{ organisationId, named }]);
  });

  test('of an unknown package is 404', async () => {
    findPackage = () => Promise.resolve(null);
    expect((await get(`${periods}?product_code=x`)).json).toMatchObject({ code: 'not_found' });
  });

  test('of no package is 400', async () => {
    expect(await get(periods)).toMatchObject({
      status: 400,
      json: { code: 'invalid_parameter', field: 'product_id', message: 'Parameter is required' },
    });
  });

  test.each([
    { query: `product_id=${id}&product_code=x`, field: 'product_code', excluded: 'product_id' },
    { query: `id=${id}&product_id=${id}`, field: 'id', excluded: 'product_id' },
    { query: `id=${id}&product_code=x`, field: 'id', excluded: 'product_code' },
  ])('of two packages is 400: $query', async ({ query, field, excluded }) => {
    const message = `Parameter excludes ${excluded}`;
    const { status, json } = await get(`${periods}?${query}`);
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
  });

  test('of three packages is 400 twice', async () => {
    const { json } = await get(`${periods}?id=${id}&product_id=${id}&product_code=x`);
    const message = 'Parameter excludes product_id';
    const faults = ['product_code', 'id'].map((field) => ({
      code: 'invalid_parameter',
      field,
      message,
    }));
    expect(json).toEqual({ ...faults[0], errors: faults });
  });
});

test('id and product_code exclude each other', async () => {
  const { status, json } = await get(`${products}?product_code=x&id=${id}`);
  const message = 'Parameter excludes id';
  expect([status, json]).toEqual([
    400,
    { code: 'invalid_parameter', field: 'product_code', message },
  ]);
});

queryContract(() => app, {
  path: products,
  scope: '/external/product/r',
  fields: {
    id: 'id',
    product_code: 'code',
    product_type: ['package', 'campaign', 'bundle', 'single_sale'],
    title_code: 'text',
    tags: 'names',
    include_inactive: ['true', 'false'],
  },
});

queryContract(() => app, {
  path: periods,
  scope: '/external/product/r',
  fields: { product_id: 'id', product_code: 'code', id: 'id' },
});
