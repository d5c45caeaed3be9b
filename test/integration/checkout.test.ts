import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { paywayBilling } from '../../src/domain/catalogue/billing-terms.js';
import type { AccountId } from '../../src/domain/ids.js';
import { send } from '../contract/payway/send.js';
import { startApp, type StartedApp } from '../contract/payway/start-app.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { buildProductGroup, buildTier } from '../support/domain/build-product-group.js';
import { at, makePackage, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const during = at('2026-04-16T12:00:00+02:00');
const billing = { ...paywayBilling, chargeModel: 'per_unit', quantityEditable: true } as const;
const scopes = [
  'subscription:read',
  'subscription:write',
  'cart:read',
  'cart:write',
  'invoice:read',
];

type Answered = { readonly status: number; readonly json: Record<string, unknown> };

let database: TestStores;
let stores: ChangeStores;
let app: StartedApp;
let useCases: UseCases;
const seats = makePackage('seats', { price: 400, currency: 'EUR', periods: [{ billing }] });
const [period] = seats.periods;
const tier = buildTier({
  number: 1,
  id: newId(),
  packageId: seats.id,
  periodIds: [period?.id ?? newId()],
});
let organisationId: Awaited<ReturnType<typeof seedOrganisation>>['organisation']['id'];

beforeAll(async () => {
  database = await openTestStores();
  stores = database.stores;
  const { organisation } = await seedOrganisation(stores, { packages: [seats] });
  organisationId = organisation.id;
  await stores.productGroups.insert(
    organisationId,
    buildProductGroup({ id: newId(), tiers: [tier] }),
  );
  useCases = startProcess(onlyFor(stores, organisation), makeTestTime(during));
  app = await startApp(useCases);
  app.client.organisationId = organisationId;
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function newAccount(): Promise<AccountId> {
  const id = newId<AccountId>();
  await stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]);
  return id;
}

async function ask(
  method: string,
  path: string,
  { body, headers = {} }: { body?: object; headers?: object } = {},
): Promise<Answered> {
  const { status, json } = await send(app.port, {
    method,
    path,
    headers: {
      authorization: `Bearer ${app.token([...scopes, '/external/userproduct/w', '/external/subscription/r'])}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status, json: json as Record<string, unknown> };
}

const orderOf = (customer: AccountId) => ({
  customer: `/customers/${customer}`,
  items: [
    { product: `/products/${seats.id}`, pricePlan: `/plans/${period?.id ?? ''}`, quantity: 3 },
  ],
});

/** What an account has and was invoiced for, once what waits is drained. */
async function hasOf(accountId: AccountId) {
  await useCases.drainOutbox(organisationId);
  expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
  const rows = await stores.userProducts.listByAccount(organisationId, accountId);
  const filter = {
    accountId,
    subscriptionId: null,
    userProductId: null,
    type: null,
    sequence: null,
  };
  const page = { order: { by: 'createdAt', direction: 'asc' }, page: 1, limit: 10 } as const;
  const { items: documents } = await stores.documents.list(organisationId, filter, page);
  const events = await eventNames(stores, organisationId, accountId);
  return { rows: rows.map(({ product }) => product), documents, events };
}

const once = ['1 user_product_created', '2 invoice.created 12.00'];

/** docs/spec/product-groups-api.md §3, §4, §6, §7, §8. */
describe('A subscription that is made in the back office', () => {
  test('is read by its item, its id and its customer, invoiced, and there for Payway too', async () => {
    const accountId = await newAccount();
    const startDate = '2026-03-01T00:00:00+01:00';
    const made = await ask('POST', '/subscriptions', {
      body: { ...orderOf(accountId), startDate },
    });
    expect(made).toMatchObject({
      status: 201,
      json: {
        customer: accountId,
        status: 'active',
        items: [
          {
            quantity: 3,
            productGroupMembership: null,
            billing: { documents: true, lastBilledFrom: '2026-03-31T22:00:00+00:00' },
          },
        ],
      },
    });
    const id = String(made.json.id);
    expect((await ask('GET', `/subscriptions/${id}`)).json).toEqual(made.json);
    const listed = await ask('GET', `/subscriptions?customer=${accountId}&status=active`);
    expect(listed.json).toMatchObject({
      data: [made.json],
      meta: { pagination: { totalItems: 1 } },
    });
    const [item] = made.json.items as object[];
    expect((await ask('GET', `/subscription-items/${id}`)).json).toEqual(item);

    const { json: invoices } = await ask('GET', `/invoices?subscription=${id}`);
    expect(invoices.data).toMatchObject(
      ['2026-02-28T23:00:00+00:00', '2026-03-31T22:00:00+00:00'].map((creationDate) => ({
        creationDate,
        status: 'STATUS_FINALIZED',
        number: expect.stringMatching(/^RE-\d{10}$/),
        netAmount: { amount: 1_200, precision: 2, currencyCode: 'EUR' },
        positions: [{ quantity: 3, unitPrice: { amount: 400 }, kind: 'period' }],
      })),
    );

    const there = await ask('GET', `/external/api/v1/userproducts/${accountId}`);
    expect(there).toMatchObject({ status: 200, json: { items: [{ id, product_code: 'seats' }] } });
    const rich = await ask(
      'GET',
      `/external/api/v1/subscription/get_by_account?account_id=${accountId}`,
    );
    // The price of one, whatever the quantity.
    expect(rich.json.items).toMatchObject([
      {
        id,
        payment_option: 'invoice',
        payment_option_details: { price: 4, currency: 'EUR' },
        subscription_next_price: 4,
      },
    ]);
  });

  test('is cancelled and reactivated by its own id', async () => {
    const accountId = await newAccount();
    const { json } = await ask('POST', '/subscriptions', { body: orderOf(accountId) });
    const path = `/subscriptions/${String(json.id)}`;
    const stale = await ask('PUT', `${path}/cancel`, { body: {}, headers: { 'if-match': '"9"' } });
    expect(stale.status).toBe(412);
    const canceled = await ask('PUT', `${path}/cancel`, {
      body: {},
      headers: { 'if-match': '"1"' },
    });
    expect(canceled).toMatchObject({ status: 200, json: { status: 'canceled', version: 2 } });
    expect((await ask('PUT', `${path}/cancel`)).json).toEqual(canceled.json);
    const active = await ask('PUT', `${path}/reactivate`);
    expect(active).toMatchObject({ status: 200, json: { status: 'active', version: 3 } });
    const again = await ask('PUT', `${path}/reactivate`);
    expect(again).toMatchObject({ status: 409, json: { code: 'item_not_canceled' } });
  });

  test('under one key, sent many times at once, is made once', async () => {
    const accountId = await newAccount();
    const key = { 'idempotency-key': newId() };
    const sent = Array.from({ length: 8 }, () =>
      ask('POST', '/subscriptions', { body: orderOf(accountId), headers: key }),
    );
    for (const { status } of await Promise.all(sent)) expect([201, 409]).toContain(status);
    const { rows, documents, events } = await hasOf(accountId);
    expect([rows.length, documents.length, events]).toEqual([1, 1, once]);
  });
});

describe('A cart', () => {
  test('that is completed twenty times at once makes one subscription and one invoice', async () => {
    const accountId = await newAccount();
    const { status, json } = await ask('POST', '/checkout/carts', { body: orderOf(accountId) });
    expect([status, json.status, json.subscription, json.invoice]).toEqual([
      201,
      'open',
      null,
      null,
    ]);
    const path = `/checkout/carts/${String(json.id)}`;
    expect((await ask('GET', path)).json).toEqual(json);

    const sent = Array.from({ length: 20 }, () => ask('PUT', `${path}/complete`));
    const [first, ...others] = await Promise.all(sent);
    expect(first).toMatchObject({
      status: 200,
      json: {
        status: 'completed',
        subscription: { items: [{ productGroupMembership: { id: tier.id }, quantity: 3 }] },
        invoice: { status: 'STATUS_FINALIZING', number: null, netAmount: { amount: 1_200 } },
      },
    });
    for (const other of others) expect(other).toEqual(first);

    const { rows, documents, events } = await hasOf(accountId);
    expect([rows.length, documents.length, events]).toEqual([1, 1, once]);
    expect(await ask('PUT', `${path}/complete`)).toEqual(first);
    const read = await ask('GET', path);
    expect(read.json.invoice).toMatchObject({ status: 'STATUS_FINALIZED', id: documents[0]?.id });
  });
});
