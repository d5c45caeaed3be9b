import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { undescribed } from '../contract/payway/described-answer.js';
import { send } from '../contract/payway/send.js';
import { allScopes, startApp, type StartedApp } from '../contract/payway/start-app.js';
import { at, makePackage, seedOrganisation, usualPackages } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');

/** From a request to the database and back: an answer is what its description says, whatever there is to tell. */
describe('What is read over HTTP, of a subscription that was upgraded and is to be downgraded', () => {
  let database: TestStores;
  let app: StartedApp;
  let product: UserProduct;

  beforeAll(async () => {
    database = await openTestStores();
    const { stores } = database;
    const tags = [{ name: 'news', type: 'topic' }];
    const campaign = { kind: 'campaign', basePackageCode: 'digital', price: 100, tags } as const;
    const packages = [...usualPackages(), makePackage('spring', campaign)];
    const seeded = await seedOrganisation(stores, { packages });
    const { organisation } = seeded;
    const useCases = startProcess(onlyFor(stores, organisation), makeTestTime(during));
    product = await seeded.subscribe({ code: 'basic', ...april });
    const upgraded = await useCases.requestChange(seeded.request(product, 'digital'));
    if (!('id' in upgraded)) throw new Error('the upgrade was refused');
    const successor = { ...product, id: upgraded.id };
    await useCases.requestChange(seeded.request(successor, 'basic'));
    await useCases.requestChange(seeded.request(successor, 'weekend', 'explicit'));
    await useCases.drainOutbox(organisation.id);
    app = await startApp(useCases);
    app.client.organisationId = organisation.id;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = async (path: string) => {
    const identity = path.includes('/me/') ? [product.accountId] : [];
    const headers = { authorization: `Bearer ${app.token(allScopes, ...identity)}` };
    const { status, json } = await send(app.port, {
      method: 'GET',
      path: `/external/api/${path}`,
      headers,
    });
    return { status, json: json as { items: readonly unknown[] } };
  };

  test.each([
    { name: 'listProducts', path: () => 'v1/products?include_inactive=true', count: 6 },
    {
      name: 'listPaymentPeriods',
      path: () => 'v1/products/payment_periods?product_code=basic',
      count: 2,
    },
    { name: 'listUserProducts', path: (it: string) => `v1/userproducts/${it}`, count: 2 },
    {
      name: 'listSubscriptions',
      path: (it: string) => `v1/subscription/get_by_account?account_id=${it}`,
      count: 2,
    },
    {
      name: 'listChanges',
      path: (it: string) => `v1/subscription_system/changes?account_id=${it}`,
      count: 3,
    },
    { name: 'listEvents', path: () => 'v1/events', count: 5 },
  ])('$name answers as it is described', async ({ name, path, count }) => {
    const { status, json } = await get(path(product.accountId));
    expect([status, json.items.length]).toEqual([200, count]);
    expect(undescribed(name, json)).toEqual([]);
  });

  test('what waits is told to the customer as it is described', async () => {
    const { status, json } = await get('v2/me/pending_package_changes');
    expect([status, json.items]).toMatchObject([
      200,
      { downgrades: [], changes: [{ state: 'created', price_description: '80.00 SEK / month' }] },
    ]);
    expect(undescribed('listOwnPendingChanges', json)).toEqual([]);
  });

  test('what is not described is noticed', async () => {
    const { json } = await get('v1/products');
    expect(undescribed('listProducts', { ...json, more: 1 })).toHaveLength(1);
    const named = json.items.map((it) => ({ ...(it as object), name: null }));
    expect(undescribed('listProducts', { items: named })).toHaveLength(named.length);
  });
});
