import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describedProductGroups } from '../../support/api-document.js';
import { openShop, type Shop, type Sold } from '../../support/group-shop.js';
import { problem } from './ask.js';

let shop: Shop;
let basic: Sold;
let pro: Sold;
let tiers: readonly string[];
beforeAll(async () => {
  shop = await openShop();
  basic = await shop.sells('Basic');
  pro = await shop.sells('Pro', { price: { amount: 3_000 } }, { changeTiming: 'end_of_period' });
  ({ tiers } = await shop.groups([basic, pro]));
});
afterAll(() => shop.close());

/** A request that is done, and one that asks for something else of the same thing. */
type Write = {
  readonly request: string;
  readonly body?: object;
  readonly otherBody?: object;
  /** Where the version is printed that `If-Match` names; absent: what is written has none before. */
  readonly versionAt?: string;
};

const item = () => shop.subscribes(basic, { tier: tiers[0] });
const plan = { internalName: 'Plan', type: 'flat_fee', billingInterval: '1M', currencyCode: 'EUR' };
const group = { name: 'Group', enabled: true };

/** Every write, each on something of its own. */
const writes: Readonly<Record<string, () => Promise<Write>>> = {
  createProductGroup: () =>
    Promise.resolve({
      request: 'POST /catalogue/product-groups',
      ...{ body: group, otherBody: { ...group, enabled: false } },
    }),
  replaceProductGroup: async () => {
    const { id } = await shop.made('POST /catalogue/product-groups', group);
    const at = `/catalogue/product-groups/${id}`;
    const body = { ...group, name: 'Renamed' };
    return { request: `PUT ${at}`, versionAt: at, body, otherBody: group };
  },
  deleteProductGroup: async () => {
    const { id } = await shop.made('POST /catalogue/product-groups', group);
    const at = `/catalogue/product-groups/${id}`;
    return { request: `DELETE ${at}`, versionAt: at };
  },
  createCatalogueProduct: () =>
    Promise.resolve({
      request: 'POST /catalogue/products',
      ...{ body: { name: 'Product' }, otherBody: { name: 'Other' } },
    }),
  updateCatalogueProduct: async () => {
    const { id } = await shop.made('POST /catalogue/products', { name: 'Product' });
    const at = `/catalogue/products/${id}`;
    const body = { name: 'Renamed' };
    return { request: `PUT ${at}`, versionAt: at, body, otherBody: { name: 'Other' } };
  },
  createPricePlan: () => {
    const body = { ...plan, price: { amount: 0 }, product: basic.product.id };
    const otherBody = { ...body, price: { amount: 1 } };
    return Promise.resolve({ request: 'POST /price-plans', body, otherBody });
  },
  updatePricePlan: async () => {
    const { id } = (await shop.sells('Plan')).plan;
    const at = `/price-plans/${id}`;
    const [body, otherBody] = [{ price: { amount: 7 } }, { price: { amount: 8 } }];
    return { request: `PUT ${at}`, versionAt: at, body, otherBody };
  },
  createCustomer: () =>
    Promise.resolve({
      request: 'POST /customers',
      ...{ body: { customerNumber: '1' }, otherBody: { customerNumber: '2' } },
    }),
  createCustomerSubscription: async () => {
    const body = { customer: await shop.customer(), items: [{ pricePlan: basic.plan.id }] };
    const otherBody = { ...body, items: [{ pricePlan: pro.plan.id }] };
    return { request: 'POST /subscriptions', body, otherBody };
  },
  cancelCustomerSubscription: async () => {
    const at = `/subscriptions/${String((await item()).subscription)}`;
    return { request: `PUT ${at}/cancel`, versionAt: at };
  },
  reactivateCustomerSubscription: async () => {
    const at = `/subscriptions/${String((await item()).subscription)}`;
    await shop.made(`PUT ${at}/cancel`);
    return { request: `PUT ${at}/reactivate`, versionAt: at };
  },
  createCart: async () => {
    const body = { customer: await shop.customer(), items: [{ pricePlan: basic.plan.id }] };
    const otherBody = { ...body, startDate: '2027-04-15T00:00:00Z' };
    return { request: 'POST /checkout/carts', body, otherBody };
  },
  completeCart: async () => {
    const body = { customer: await shop.customer(), items: [{ pricePlan: basic.plan.id }] };
    const { id } = await shop.made('POST /checkout/carts', body);
    return { request: `PUT /checkout/carts/${id}/complete` };
  },
  assignProductGroup: async () => {
    const { id } = await item();
    const at = `/subscription-items/${id}`;
    const [body, otherBody] = [null, tiers[0]].map((productGroupMembership) => ({
      productGroupMembership,
    }));
    return { request: `PUT ${at}/product-group`, versionAt: at, body, otherBody } as Write;
  },
  applyMembership: async () => {
    const { id } = await item();
    const body = { subscriptionItem: id };
    const request = `POST /product-group-memberships/${tiers[1] ?? ''}/apply`;
    const otherBody = { ...body, sendInvoiceEmail: false };
    return { request, versionAt: `/subscription-items/${id}`, body, otherBody };
  },
  takeBackPendingChange: async () => {
    const { id } = await item();
    const body = { subscriptionItem: id };
    await shop.made(`POST /product-group-memberships/${tiers[1] ?? ''}/apply`, body);
    const at = `/subscription-items/${id}`;
    return { request: `DELETE ${at}/pending-change`, versionAt: at };
  },
};

const names = Object.keys(writes);
const writeNamed = (name: string) => {
  const write = writes[name];
  if (write === undefined) throw new TypeError(`there is no write ${name}`);
  return write();
};

/** docs/spec/product-groups-api.md §1: what a write may bring besides its body. */
describe('A write', () => {
  test('is one of these', () => {
    const described = describedProductGroups.filter(({ method }) => method !== 'get');
    expect(names.toSorted()).toEqual(described.map(({ name }) => name).toSorted());
  });

  test.each(names)(
    'under a key is done once, and answered the same bytes again: %s',
    async (name) => {
      const { request, body, otherBody } = await writeNamed(name);
      const headers = { 'idempotency-key': `"${name}"` };
      const first = await shop.call(request, { body, headers });
      expect([first.status < 300, first.headers['idempotent-replayed']]).toEqual([true, undefined]);
      const again = await shop.call(request, { body, headers: { 'idempotency-key': name } });
      expect(again.headers['idempotent-replayed']).toBe('true');
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers['content-type']).toBe(first.headers['content-type']);
      if (otherBody === undefined) return;
      const other = await shop.call(request, { body: otherBody, headers });
      expect([other.status, other.json]).toEqual([422, problem(422, 'idempotency_key_reused')]);
    },
  );

  test.each(names)('that is refused keeps nothing under its key: %s', async (name) => {
    const { request, body } = await writeNamed(name);
    const headers = { 'idempotency-key': `refused ${name}` };
    const refused = await shop.call(request, { body: { nobody: 'knows' }, headers });
    if (body !== undefined && name !== 'createCustomer') expect(refused.status).toBe(422);
    const done = await shop.call(request, { body, headers });
    if (refused.status >= 400) expect(done.headers['idempotent-replayed']).toBeUndefined();
  });

  test.each(names)('takes the version that it names, one of several, or any: %s', async (name) => {
    for (const namedAs of [
      (it: number) => `"${String(it)}"`,
      (it: number) => `"${String(it + 7)}", "${String(it)}"`,
      (it: number) => `"${String(it)}","${String(it + 7)}"`,
      () => '*',
    ]) {
      const { request, body, versionAt } = await writeNamed(name);
      if (versionAt === undefined) return;
      const { version } = await shop.made(`GET ${versionAt}`);
      for (const stale of [`"${String(version + 1)}"`, `W/"${String(version)}"`, '"x"']) {
        const moved = await shop.call(request, { body, headers: { 'if-match': stale } });
        expect([moved.status, moved.json]).toEqual([412, problem(412, 'version_mismatch')]);
      }
      expect((await shop.made(`GET ${versionAt}`)).version).toBe(version);
      const headers = { 'if-match': namedAs(version) };
      const done = await shop.call(request, { body, headers });
      expect([headers, done.status < 300]).toEqual([headers, true]);
    }
  });
});
