import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../../src/domain/ids.js';
import { newId } from '../../support/stored/ids.js';
import { type CheckoutWorld, startCheckout } from '../../support/checkout-world.js';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { ask, problem, violationsOf } from './ask.js';

const blank = 'c1051bb4-d103-4f74-8988-acbcafc7fdc3';

let app: StartedApp;
let world: CheckoutWorld;
let foreign: CheckoutWorld;
beforeAll(async () => {
  [world, foreign] = [await startCheckout(), await startCheckout()];
  app = await startApp({ ...world.useCases });
  app.client.organisationId = world.organisationId;
});
afterAll(() => app.close());

type Edits = Readonly<Record<string, unknown>>;

/** A body that is taken, but for what is given; a field that is undefined is left out. */
function bodyOf(edits: Edits = {}, item: Edits = {}) {
  const items = [{ pricePlan: world.seatsPeriod, quantity: 3, ...item }];
  return { customer: world.accountId, items, ...edits };
}

const writes = ['createCustomerSubscription', 'createCart'] as const;

const strange: readonly unknown[] = [{ $gt: '' }, { $ne: null }, [['a']], true];
/** What is no reference to that sort of thing. */
const noReference = (path: string): readonly unknown[] => [
  ...['starter-uuid', '{itemId}', `/${path}/${newId<AccountId>()}`, 5, [], {}, { id: 5 }],
  ...strange,
];

type Refused = readonly [what: string, body: () => object, violations: readonly string[]];

/** docs/spec/product-groups-api.md §4: every field of the body, and all that it refuses. */
const faulty: readonly Refused[] = [
  ['nothing', () => ({}), [`customer ${blank}`, `items ${blank}`]],
  [
    'null',
    () => ({ customer: null, items: null, startDate: null }),
    [`customer ${blank}`, `items ${blank}`, 'startDate type'],
  ],
  ['an empty customer', () => bodyOf({ customer: '' }), [`customer ${blank}`]],
  ...noReference('products').map((customer): Refused => [
    `customer ${JSON.stringify(customer)}`,
    () => bodyOf({ customer }),
    ['customer invalid'],
  ]),
  [
    'another organisation’s customer',
    () => bodyOf({ customer: foreign.accountId }),
    ['customer not_found'],
  ],
  ...['x', 5, true, {}, { $gt: '' }].map((items): Refused => [
    `items ${JSON.stringify(items)}`,
    () => bodyOf({ items }),
    ['items type'],
  ]),
  ['no items', () => bodyOf({ items: [] }), ['items too_few']],
  ['two items', () => bodyOf({ items: [{}, {}] }), ['items too_many']],
  ['an item that is none', () => bodyOf({ items: ['x'] }), ['items[0] type']],
  ['an empty item', () => bodyOf({ items: [{}] }), [`items[0].pricePlan ${blank}`]],
  ['no plan', () => bodyOf({}, { pricePlan: null }), [`items[0].pricePlan ${blank}`]],
  ...noReference('products').map((pricePlan): Refused => [
    `plan ${JSON.stringify(pricePlan)}`,
    () => bodyOf({}, { pricePlan }),
    ['items[0].pricePlan invalid'],
  ]),
  [
    'another organisation’s plan',
    () => bodyOf({}, { pricePlan: foreign.seatsPeriod }),
    ['items[0].pricePlan not_found'],
  ],
  ...[null, ...noReference('plans')].map((product): Refused => [
    `product ${JSON.stringify(product)}`,
    () => bodyOf({}, { product }),
    ['items[0].product invalid'],
  ]),
  [
    'another organisation’s product',
    () => bodyOf({}, { product: foreign.seats.id }),
    ['items[0].product not_found'],
  ],
  [
    'another product than the plan’s',
    () => bodyOf({}, { product: world.starter.id }),
    ['items[0].pricePlan invalid'],
  ],
  ...[null, '3', 1.5, [], ...strange].map((quantity): Refused => [
    `quantity ${JSON.stringify(quantity)}`,
    () => bodyOf({}, { quantity }),
    ['items[0].quantity type'],
  ]),
  ...[0, -1, 1, 10, 1_000_000, 1_000_001, 1e300].map((quantity): Refused => [
    `quantity ${String(quantity)}`,
    () => bodyOf({}, { quantity }),
    ['items[0].quantity range'],
  ]),
  ...[null, 5, [], ...strange].map((startDate): Refused => [
    `startDate ${JSON.stringify(startDate)}`,
    () => bodyOf({ startDate }),
    ['startDate type'],
  ]),
  ['an empty startDate', () => bodyOf({ startDate: '' }), [`startDate ${blank}`]],
  ...['2026-04-01', '2026-04-01T00:00:00', '2026-02-30T00:00:00Z', 'now'].map(
    (startDate): Refused => [startDate, () => bodyOf({ startDate }), ['startDate invalid']],
  ),
  ...['2025-04-16T09:59:59.999Z', '2026-04-16T12:00:00.001+02:00', '9999-12-31T00:00:00Z'].map(
    (startDate): Refused => [startDate, () => bodyOf({ startDate }), ['startDate range']],
  ),
  [
    'what nobody knows',
    () => bodyOf({ organisation_id: 'x', constructor: 1 }, { price: 1 }),
    ['items[0].price unexpected', 'organisation_id unexpected', 'constructor unexpected'],
  ],
  [
    'all at once',
    () =>
      bodyOf(
        { customer: foreign.accountId, startDate: '2030-01-01T00:00:00Z' },
        { product: foreign.starter.id, pricePlan: world.seatsPeriod, quantity: 10 },
      ),
    [
      'customer not_found',
      'items[0].product not_found',
      'items[0].quantity range',
      'startDate range',
    ],
  ],
];

describe.each(writes)('%s', (name) => {
  test.each(faulty)('refuses %s', async (_, body, violations) => {
    const answer = await ask(app, name, { body: body() });
    expect([answer.status, violationsOf(answer)]).toEqual([422, violations]);
  });

  test('refuses a prototype that is sent as a field', async () => {
    const text = JSON.stringify(bodyOf()).replace('{', '{"__proto__":{"customer":"x"},');
    const answer = await ask(app, name, { text });
    expect([answer.status, violationsOf(answer)]).toEqual([422, ['__proto__ unexpected']]);
  });

  test('takes references as they are printed, and a quantity that is left out', async () => {
    const answer = await ask(app, name, {
      body: {
        customer: { id: world.accountId.toUpperCase() },
        items: [
          {
            product: `https://api.example.com/catalogue/products/${world.seats.id}`,
            pricePlan: { id: `/plans/${world.seatsPeriod}`, price: { amount: 1 } },
          },
        ],
      },
    });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      customer: world.accountId,
      items: [
        { quantity: 2, product: { id: world.seats.id }, pricePlan: { price: { amount: 400 } } },
      ],
    });
  });
});

const reads = [
  'readCustomerSubscription',
  'cancelCustomerSubscription',
  'reactivateCustomerSubscription',
  'readSubscriptionItem',
  'readCart',
  'completeCart',
] as const;

const notFound = problem(404, 'not_found', { detail: 'Resource not found' });

test.each(reads)('%s finds nothing that is unknown, or another organisation’s', async (name) => {
  const cart = await foreign.filled();
  const sold = await foreign.subscribeTo();
  const ids = [newId<AccountId>(), cart.id, sold.ok ? sold.chain.id : newId<AccountId>()];
  for (const id of ids) {
    const { status, json } = await ask(app, name, { id });
    expect([status, json]).toEqual([404, notFound]);
  }
});

describe('A token that names an account', () => {
  const own = (scope: string) => app.token([scope], world.accountId);

  test('makes and sees subscriptions of that account alone', async () => {
    const other = newId<AccountId>();
    await world.stores.accounts.insertMany(world.organisationId, [
      { id: other, customerNumber: null },
    ]);
    const theirs = await ask(app, 'createCustomerSubscription', {
      body: bodyOf({ customer: other }),
    });
    const { id } = theirs.json as { id: string };
    const token = own('subscription:write');
    const made = await ask(app, 'createCustomerSubscription', { body: bodyOf(), token });
    expect(made.status).toBe(201);
    const refused = await ask(app, 'createCustomerSubscription', {
      body: bodyOf({ customer: other }),
      token,
    });
    expect([refused.status, violationsOf(refused)]).toEqual([422, ['customer not_found']]);
    for (const name of ['cancelCustomerSubscription', 'reactivateCustomerSubscription']) {
      expect((await ask(app, name, { id, token })).status).toBe(404);
    }
    const reading = { id, token: own('subscription:read') };
    for (const name of ['readCustomerSubscription', 'readSubscriptionItem']) {
      expect((await ask(app, name, reading)).status).toBe(404);
    }
    const named = await ask(app, 'listCustomerSubscriptions', {
      ...reading,
      query: `customer=${other}`,
    });
    expect(named.json).toMatchObject({ data: [], meta: { pagination: { totalItems: 0 } } });
    const all = await ask(app, 'listCustomerSubscriptions', reading);
    const { data } = all.json as { data: readonly { customer: string }[] };
    expect(new Set(data.map(({ customer }) => customer))).toEqual(new Set([world.accountId]));
  });
});

test('What is asked with a body that holds something is refused where nothing is asked', async () => {
  for (const name of [
    'completeCart',
    'cancelCustomerSubscription',
    'reactivateCustomerSubscription',
  ]) {
    const answer = await ask(app, name, { body: { reason: 1 } });
    expect([answer.status, violationsOf(answer)]).toEqual([422, ['reason unexpected']]);
  }
});

test('A list of subscriptions takes a state of an item, a customer and an order, and nothing else', async () => {
  const list = (query: string) => ask(app, 'listCustomerSubscriptions', { query });
  for (const query of [
    'status=open',
    'customer=x',
    'order[createdAt]=up',
    'page=0',
    'state=active',
  ]) {
    const answer = await list(query.replace('[', '%5B').replace(']', '%5D'));
    expect([query, answer.status, answer.json]).toEqual([
      query,
      400,
      problem(400, 'invalid_input'),
    ]);
  }
  const none = await list('status=terminated&limit=1&order%5BcreatedAt%5D=desc');
  expect(none.json).toMatchObject({ data: [], meta: { pagination: { totalItems: 0 } } });
  const first = (await list('limit=1&status=active')).json as { data: { createdAt: string }[] };
  expect(first.data).toHaveLength(1);
});
