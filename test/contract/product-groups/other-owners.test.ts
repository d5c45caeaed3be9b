import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describedProductGroups } from '../../support/api-document.js';
import { openShop, type Shop } from '../../support/group-shop.js';
import { problem, violationsOf } from './ask.js';

type Owned = Readonly<Record<string, string>>;

let shop: Shop;
let own: Owned;
/** The same things of another customer, and of another organisation. */
let theirs: Owned;
let foreign: Owned;

/** Of everything that has an id, one. */
async function everythingIn(it: Shop): Promise<Owned> {
  const basic = await it.sells('Basic');
  const pro = await it.sells(
    'Pro',
    { price: { amount: 3_000 } },
    { changeTiming: 'end_of_period' },
  );
  const { group, tiers } = await it.groups([basic, pro]);
  const item = await it.subscribes(basic, { tier: tiers[0] });
  const { customer, subscription } = item;
  const items = [{ pricePlan: basic.plan.id }];
  const cart = await it.made('POST /checkout/carts', { customer, items });
  const { data } = await it.made(`GET /invoices?subscription=${String(subscription)}`);
  const [invoice] = data as readonly { id: string }[];
  return {
    ...{ customer: String(customer), subscription: String(subscription), item: item.id },
    ...{ cart: cart.id, invoice: invoice?.id ?? '', group: group.id, tier: tiers[1] ?? '' },
    ...{ ownTier: tiers[0] ?? '', product: basic.product.id, plan: basic.plan.id },
  };
}

beforeAll(async () => {
  shop = await openShop();
  [own, theirs] = [await everythingIn(shop), await everythingIn(shop)];
  const other = await openShop({ stores: shop.stores });
  foreign = await everythingIn(other);
  await other.close();
});
afterAll(() => shop.close());

const notFound = problem(404, 'not_found', { detail: 'Resource not found' });

/** What stands in the path of each endpoint, and a body that it takes. */
const resources: Readonly<Record<string, keyof Owned>> = {
  '/catalogue/product-groups/{id}': 'group',
  '/catalogue/products/{id}': 'product',
  '/price-plans/{id}': 'plan',
  '/customers/{id}': 'customer',
  '/subscriptions/{id}': 'subscription',
  '/subscriptions/{id}/cancel': 'subscription',
  '/subscriptions/{id}/reactivate': 'subscription',
  '/subscription-items/{id}': 'item',
  '/subscription-items/{id}/product-group': 'item',
  '/subscription-items/{id}/change-options': 'item',
  '/subscription-items/{id}/pending-change': 'item',
  '/product-group-memberships/{id}/apply': 'tier',
  '/checkout/carts/{id}': 'cart',
  '/checkout/carts/{id}/complete': 'cart',
  '/invoices/{id}': 'invoice',
};
const bodies: Readonly<Record<string, () => object>> = {
  replaceProductGroup: () => ({ name: 'Mine', enabled: false, memberships: [] }),
  updateCatalogueProduct: () => ({ name: 'Mine', isArchived: true }),
  updatePricePlan: () => ({ price: { amount: 0 } }),
  assignProductGroup: () => ({ productGroupMembership: null }),
  applyMembership: () => ({ subscriptionItem: own.item }),
};
const withId = describedProductGroups.filter(({ path }) => path.includes('{id}'));
const ofCustomers = withId.filter(
  ({ mayHaveIdentity, path }) => mayHaveIdentity && !path.endsWith('/apply'),
);
const others = describedProductGroups.filter(({ mayHaveIdentity }) => !mayHaveIdentity);

type Described = (typeof describedProductGroups)[number];

function asked({ name, method, path }: Described, of: Owned, as?: string) {
  const id = of[resources[path] ?? ''] ?? '';
  const body = bodies[name]?.();
  const headers = { 'idempotency-key': `${name} ${id}`, 'if-match': '*' };
  const given = { ...(body === undefined ? {} : { body }), ...(as === undefined ? {} : { as }) };
  return shop.call(`${method.toUpperCase()} ${path.replace('{id}', id)}`, { ...given, headers });
}

/** All that can be read of what an owner has. */
const standOf = (of: Owned, it: Shop) =>
  Promise.all(
    withId
      .filter(({ method }) => method === 'get')
      .map(async ({ path }) =>
        path.endsWith('change-options')
          ? null
          : (await it.call(`GET ${path.replace('{id}', of[resources[path] ?? ''] ?? '')}`)).json,
      ),
  );

/** docs/spec/product-groups-api.md §1. */
describe('What is another organisation’s', () => {
  test.each(withId)('is not there in the path of $name', async (endpoint) => {
    const { status, json } = await asked(endpoint, foreign);
    expect([status, json]).toEqual([404, notFound]);
  });

  test('is not there where a body refers to it, each place told', async () => {
    const row = { product: foreign.product, pricePlans: [foreign.plan], position: 1 };
    const ordered = { product: foreign.product, pricePlan: foreign.plan };
    const places: readonly (readonly [request: string, body: object, told: readonly string[]])[] = [
      [
        'POST /catalogue/product-groups',
        { name: 'A', enabled: true, tiers: [row] },
        ['tiers[0].product not_found', 'tiers[0].pricePlans[0] not_found'],
      ],
      [
        `PUT /catalogue/product-groups/${String(own.group)}`,
        { name: 'A', enabled: true, memberships: [{ ...row, id: foreign.tier }] },
        [
          'memberships[0].id not_found',
          'memberships[0].product not_found',
          'memberships[0].pricePlans[0] not_found',
        ],
      ],
      [
        'POST /price-plans',
        {
          ...{ internalName: 'Plan', type: 'flat_fee', billingInterval: '1M' },
          ...{ currencyCode: 'EUR', price: { amount: 1 }, product: foreign.product },
        },
        ['product not_found'],
      ],
      ...['POST /subscriptions', 'POST /checkout/carts'].map(
        (request) =>
          [
            request,
            { customer: foreign.customer, items: [ordered] },
            ['customer not_found', 'items[0].product not_found', 'items[0].pricePlan not_found'],
          ] as const,
      ),
      [
        `PUT /subscription-items/${String(own.item)}/product-group`,
        { productGroupMembership: foreign.ownTier },
        ['productGroupMembership not_found'],
      ],
      [
        `POST /product-group-memberships/${String(own.tier)}/apply`,
        { subscriptionItem: foreign.item },
        ['subscriptionItem not_found'],
      ],
      [
        `POST /product-group-memberships/${String(own.tier)}/apply`,
        { subscriptionItem: own.item, selectedPricePlan: foreign.plan },
        ['selectedPricePlan invalid'],
      ],
    ];
    for (const [request, body, told] of places) {
      const answer = await shop.call(request, { body });
      expect([request, answer.status, violationsOf(answer)]).toEqual([request, 422, told]);
    }
  });

  test('is in no list, whatever a filter names', async () => {
    const ids = Object.values(foreign);
    const queries = [
      ...['/catalogue/product-groups', '/catalogue/products', '/customers'],
      `/price-plans?product=${String(foreign.product)}`,
      `/subscriptions?customer=${String(foreign.customer)}`,
      ...['customer', 'subscription', 'item'].map(
        (it) => `/invoices?${it === 'item' ? 'subscriptionItem' : it}=${String(foreign[it])}`,
      ),
      ...['/price-plans', '/subscriptions', '/invoices'],
    ];
    for (const query of queries) {
      const { status, text } = await shop.call(`GET ${query}`);
      expect([query, status, ids.filter((it) => text.includes(it))]).toEqual([query, 200, []]);
    }
  });
});

describe('A token that names an account', () => {
  test.each(ofCustomers)('finds nothing of another by $name', async (endpoint) => {
    const before = await standOf(theirs, shop);
    const { status, json } = await asked(endpoint, theirs, own.customer);
    expect([status, json]).toEqual([404, notFound]);
    expect(await standOf(theirs, shop)).toEqual(before);
  });

  test.each(ofCustomers)(
    'is answered as a client is of what is its own by $name',
    async (endpoint) => {
      const { status } = await asked(endpoint, own, own.customer);
      expect([endpoint.answer.status, 409]).toContain(status);
    },
  );

  test('changes no item of another', async () => {
    const request = `POST /product-group-memberships/${String(theirs.tier)}/apply`;
    const body = { subscriptionItem: theirs.item };
    const answer = await shop.call(request, { body, as: String(own.customer) });
    expect([answer.status, violationsOf(answer)]).toEqual([422, ['subscriptionItem not_found']]);
  });

  test.each(others)('is nothing for $name', async (endpoint) => {
    const { status, json } = await asked(endpoint, own, own.customer);
    expect([status, json]).toEqual([404, notFound]);
  });

  test('sees its own documents alone, whatever a filter names', async () => {
    const as = String(own.customer);
    for (const query of [
      '',
      `?customer=${String(theirs.customer)}`,
      `?subscription=${String(theirs.subscription)}`,
    ]) {
      const { json } = await shop.call(`GET /invoices${query}`, { as });
      const { data } = json as { data: readonly { customer: string }[] };
      expect([query, data.map(({ customer }) => customer)]).toEqual([
        query,
        query === '' ? [as] : [],
      ]);
    }
  });
});
