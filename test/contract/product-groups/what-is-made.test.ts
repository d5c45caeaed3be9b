import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../support/in-memory-process.js';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { ask, problem, violationsOf } from './ask.js';

let app: StartedApp;
beforeAll(async () => {
  const { useCases, organisationId } = await startInMemory();
  app = await startApp({ ...useCases });
  app.client.organisationId = organisationId;
});
afterAll(() => app.close());

type Made = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

async function make(name: string, body: object): Promise<Made> {
  const answer = await ask(app, name, { body });
  expect([answer.status, answer.json]).toEqual([201, expect.anything()]);
  return answer.json as Made;
}

/** docs/spec/product-groups-api.md §2, §4, over the real use cases: what an answer prints may be sent back. */
describe('What is made', () => {
  test('is read as it was answered, and sent back it changes nothing', async () => {
    const product = await make('createCatalogueProduct', { name: 'Starter', translations: {} });
    const plan = await make('createPricePlan', {
      internalName: 'Starter monthly',
      type: 'flat_fee',
      billingInterval: '1M',
      currencyCode: 'EUR',
      price: { amount: 1_000 },
      product: `https://api.example.com/catalogue/products/${product.id}`,
      taxGroup: undefined,
      freeUnits: 0,
    });
    const group = await make('createProductGroup', {
      name: 'SaaS Packages',
      enabled: true,
      tiers: [{ product: product, pricePlans: [plan], position: 1 }],
    });
    const made: readonly [kind: string, Made][] = [
      ['CatalogueProduct', product],
      ['PricePlan', plan],
      ['ProductGroup', group],
    ];
    for (const [kind, resource] of made) {
      const { id } = resource;
      const read = await ask(app, `read${kind}`, { id: id.toUpperCase() });
      expect([read.status, read.json]).toEqual([200, resource]);
      const write = kind === 'ProductGroup' ? 'replace' : 'update';
      const again = await ask(app, write + kind, { id, body: resource });
      expect([again.status, again.json]).toEqual([200, resource]);
      const stale = { 'if-match': '"7"' };
      const moved = await ask(app, write + kind, { id, body: resource, headers: stale });
      expect([moved.status, moved.json]).toEqual([412, problem(412, 'version_mismatch')]);
    }
  });

  test('is told what is stored against it, each where it was sent', async () => {
    const product = await make('createCatalogueProduct', { name: 'Pro', number: 'pro-of-mine' });
    const again = await ask(app, 'createCatalogueProduct', {
      body: { name: 'Pro', number: 'pro-of-mine' },
    });
    expect(violationsOf(again)).toEqual(['number duplicate']);
    const renumbered = await ask(app, 'updateCatalogueProduct', {
      id: product.id,
      body: { name: 'Pro', number: 'other' },
    });
    expect(violationsOf(renumbered)).toEqual(['number conflict']);
    const nobodys = 'f'.repeat(24);
    const group = await ask(app, 'createProductGroup', {
      body: {
        name: 'A',
        enabled: true,
        tiers: [
          { product: nobodys, pricePlans: [nobodys], position: 1 },
          { product: product.id, pricePlans: [nobodys], position: 2 },
        ],
      },
    });
    expect(group.status).toBe(422);
    expect(violationsOf(group)).toContain('tiers[0].product not_found');
    expect(violationsOf(group)).toContain('tiers[1].pricePlans[0] not_found');
  });

  test('is listed in pages', async () => {
    const { json } = await ask(app, 'listCustomers', { query: 'limit=0&page=2' });
    expect(json).toMatchObject({
      data: [],
      meta: { pagination: { itemsPerPage: 0, currentPage: 2, lastPage: 1 } },
    });
    const customer = await make('createCustomer', { customerNumber: 'C-1', firstName: 'x' });
    expect((await ask(app, 'readCustomer', { id: customer.id })).json).toEqual(customer);
    const query = 'order%5BcreatedAt%5D=desc&limit=1';
    const listed = await ask(app, 'listProductGroups', { query });
    expect([listed.status, listed.json]).toMatchObject([200, { data: [expect.anything()] }]);
  });

  test('goes where nothing is on it', async () => {
    const { id } = await make('createProductGroup', { name: 'B', enabled: false });
    const gone = await ask(app, 'deleteProductGroup', { id });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await ask(app, 'deleteProductGroup', { id })).status).toBe(404);
  });
});
