import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describedProductGroups } from '../../support/api-document.js';
import { openShop, type Printed, type Shop } from '../../support/group-shop.js';
import { problem } from './ask.js';

let shop: Shop;
let customers: readonly string[];
/** The two items of the first customer, and the one of the second; the first has a credit note too. */
let items: readonly Printed[];
let plans: readonly Printed[];

/** Three of everything, each made a second after the other but for the last two, which are of one instant. */
beforeAll(async () => {
  shop = await openShop({ now: '2027-04-16T12:00:00+02:00' });
  const sold = [];
  for (const [seconds, name] of [
    [0, 'Beta'],
    [1, 'Alpha'],
    [1, 'Alpha'],
  ] as const) {
    shop.moveTo(`2027-04-16T12:00:0${String(seconds)}+02:00`);
    const it = await shop.sells(name, { price: { amount: 1_000 } });
    await shop.made('POST /catalogue/product-groups', { name, enabled: true });
    sold.push(it);
  }
  const [basic, pro] = sold;
  if (basic === undefined || pro === undefined) throw new Error('nothing is sold');
  const { tiers } = await shop.groups([basic, pro], { name: 'Zeta' });
  plans = sold.map(({ plan }) => plan);
  await shop.made(`PUT /price-plans/${plans[2]?.id ?? ''}`, { status: 'archived' });
  const made = [
    await shop.subscribes(basic, { tier: tiers[0] }),
    await shop.subscribes(basic),
    await shop.subscribes(pro),
  ];
  shop.moveTo('2027-04-17T12:00:00+02:00');
  await shop.made(`POST /product-group-memberships/${tiers[1] ?? ''}/apply`, {
    subscriptionItem: made[0]?.id,
  });
  await shop.made(`PUT /subscriptions/${made[1]?.id ?? ''}/cancel`);
  items = made;
  customers = made.map(({ customer }) => String(customer));
});
afterAll(() => shop.close());

type Collection = {
  readonly data: readonly Printed[];
  readonly meta: { readonly pagination: Readonly<Record<string, number>> };
};

async function list(path: string, query = ''): Promise<Collection> {
  const answer = await shop.call(`GET ${path}${query === '' ? '' : `?${encodeURI(query)}`}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.json as Collection;
}

const lists = describedProductGroups.filter(
  ({ name }) => name.startsWith('list') && name !== 'listChangeOptions',
);
const paths = lists.map(({ path }) => path);

/** docs/spec/product-groups-api.md §1: pages, orders and filters of every collection. */
describe('A collection', () => {
  test('is one of these', () => {
    expect(paths.toSorted()).toEqual([
      ...['/catalogue/product-groups', '/catalogue/products', '/customers'],
      ...['/invoices', '/price-plans', '/subscriptions'],
    ]);
  });

  test.each(paths)('comes in pages, none of it twice and nothing left out: %s', async (path) => {
    const { data, meta } = await list(path);
    const totalItems = data.length;
    expect(totalItems).toBeGreaterThan(1);
    expect(meta.pagination).toEqual({ totalItems, itemsPerPage: 30, currentPage: 1, lastPage: 1 });
    const pages = await Promise.all(
      data.map((_, n) => list(path, `limit=1&page=${String(n + 1)}`)),
    );
    expect(pages.map((it) => it.data[0])).toEqual(data);
    expect(pages.at(-1)?.meta.pagination).toEqual({
      ...{ totalItems, itemsPerPage: 1, currentPage: totalItems, lastPage: totalItems },
    });
    expect(await list(path, `limit=2&page=${String(totalItems)}`)).toMatchObject({
      data: [],
      meta: { pagination: { totalItems, lastPage: Math.ceil(totalItems / 2) } },
    });
    const none = await list(path, 'limit=0&page=3');
    expect(none).toEqual({
      data: [],
      meta: { pagination: { totalItems, itemsPerPage: 0, currentPage: 3, lastPage: 1 } },
    });
    expect((await list(path, 'limit=100')).data).toEqual(data);
  });

  const orders = lists.flatMap(({ path, query = [] }) =>
    query.filter(({ name }) => name.startsWith('order[')).map(({ name }) => ({ path, name })),
  );
  test.each(orders)(
    'goes one way or the other, ties too: $path by $name',
    async ({ path, name }) => {
      const ascending = (await list(path, `${name}=asc`)).data;
      expect((await list(path, `${name}=desc`)).data).toEqual(ascending.toReversed());
      const field = name.slice('order['.length, -1);
      const printed = path === '/invoices' && field === 'createdAt' ? 'creationDate' : field;
      const keys = ascending.map((it) => String(it[printed]));
      expect(keys).toEqual(keys.toSorted());
      if (name === 'order[createdAt]') expect((await list(path)).data).toEqual(ascending);
    },
  );

  test.each(paths)('refuses what is no page, limit, order or filter: %s', async (path) => {
    const faulty = [
      ...['page=0', 'page=-1', 'page=1.5', 'page=', 'page=x', 'page=01', 'page=1000000000'],
      ...['limit=-1', 'limit=101', 'limit=', 'limit=1e1', 'limit=05', 'limit=x'],
      ...['order[createdAt]=up', 'order[createdAt]=', 'order[id]=asc', 'order=asc', 'order[]=asc'],
      ...['page[$gt]=1', 'filter[customer]=1', 'customer[]=1', 'itemsPerPage=5', 'q=1'],
    ];
    for (const query of faulty) {
      const { status, json } = await shop.call(`GET ${path}?${encodeURI(query)}`);
      expect([query, status, json]).toEqual([query, 400, problem(400, 'invalid_input')]);
    }
  });

  test.each(orders.filter(({ name }) => name !== 'order[createdAt]'))(
    'goes by one order, not two: $path by $name',
    async ({ path, name }) => {
      const query = encodeURI(`${name}=asc&order[createdAt]=asc`);
      const { status, json } = await shop.call(`GET ${path}?${query}`);
      expect([status, json]).toEqual([400, problem(400, 'invalid_input')]);
    },
  );
});

describe('A filter', () => {
  const idsOf = async (path: string, query: string) =>
    (await list(path, query)).data.map(({ id }) => id);
  const nobody = 'f'.repeat(24);

  test('is a bare id, an IRI under any host, in either case; one that nobody has finds nothing', async () => {
    const [id = ''] = customers;
    const found = await idsOf('/subscriptions', `customer=${id}`);
    expect(found).toEqual([items[0]?.subscription]);
    for (const spelled of [
      id.toUpperCase(),
      `/customers/${id}`,
      `https://a.example:1/customers/${id}`,
    ]) {
      expect(await idsOf('/subscriptions', `customer=${spelled}`)).toEqual(found);
    }
    expect(await idsOf('/subscriptions', `customer=${nobody}`)).toEqual([]);
    for (const wrong of [
      '',
      'x',
      `/subscriptions/${id}`,
      `${id}0`,
      '{customerId}',
      `${id},${id}`,
    ]) {
      const { status } = await shop.call(
        `GET /subscriptions?customer=${encodeURIComponent(wrong)}`,
      );
      expect([wrong, status]).toEqual([wrong, 400]);
    }
  });

  test('that is none is told in words, not by the pattern of it', async () => {
    for (const [asked, said] of [
      [
        'customer=x',
        'customer: This value should be an id of 24 hex digits, or an IRI that ends in one.',
      ],
      ['page=x', 'page: This value should be a whole number from 1 to 999999999.'],
      ['limit=101', 'limit: This value should be a whole number from 0 to 100.'],
      ['order[createdAt]=up', 'order[createdAt]: This value should be one of asc, desc.'],
    ] as const) {
      const { json } = await shop.call(`GET /subscriptions?${asked}`);
      expect(json).toMatchObject({ detail: `Invalid input\n${said}` });
    }
  });

  test('of plans: by product, archived ones only where they are asked for', async () => {
    const [first, , third] = plans;
    expect(await idsOf('/price-plans', '')).toEqual(plans.slice(0, 2).map(({ id }) => id));
    expect(await idsOf('/price-plans', 'status=active')).toEqual(
      plans.slice(0, 2).map(({ id }) => id),
    );
    expect(await idsOf('/price-plans', 'status=archived')).toEqual([third?.id]);
    const of = (plan: Printed | undefined) => (plan?.product as { id: string }).id;
    expect(await idsOf('/price-plans', `product=${of(first)}`)).toEqual([first?.id]);
    expect(await idsOf('/price-plans', `product=${of(third)}`)).toEqual([]);
    expect(await idsOf('/price-plans', `product=${of(third)}&status=archived`)).toEqual([
      third?.id,
    ]);
  });

  test('of subscriptions: by what their item is now, and whose they are', async () => {
    const [changed, canceled, other] = items.map(({ subscription }) => subscription);
    expect(await idsOf('/subscriptions', 'status=active')).toEqual([changed, other].toSorted());
    expect(await idsOf('/subscriptions', 'status=canceled')).toEqual([canceled]);
    expect(await idsOf('/subscriptions', 'status=terminated')).toEqual([]);
    const query = `status=canceled&customer=${customers[0] ?? ''}`;
    expect(await idsOf('/subscriptions', query)).toEqual([]);
  });

  test('of documents: by each of their things, alone and together', async () => {
    const numbers = async (query: string) =>
      (await list('/invoices', `order[number]=asc&${query}`)).data.map(({ number }) => number);
    const [first] = items;
    const own = `customer=${customers[0] ?? ''}`;
    const all = await numbers(own);
    expect(all).toHaveLength(3);
    expect(all.map((it) => String(it).slice(0, 3)).toSorted()).toEqual(['CN-', 'RE-', 'RE-']);
    expect(await numbers(`subscription=${String(first?.subscription)}`)).toEqual(all);
    // What ended and what came of it are two items: the first was invoiced and credited.
    expect(await numbers(`subscriptionItem=${first?.id ?? ''}`)).toHaveLength(2);
    expect(await numbers(`${own}&type=TYPE_CREDIT_NOTE`)).toEqual(['CN-0000000001']);
    expect(await numbers(`${own}&type=TYPE_INVOICE`)).toHaveLength(2);
    expect(await numbers('number=CN-0000000001')).toEqual(['CN-0000000001']);
    expect(await numbers('number=RE-0000000001')).toEqual(['RE-0000000001']);
    for (const none of [
      'number=RE-1',
      'number=RE-9999999999',
      'number=0000000001',
      `customer=${nobody}`,
    ]) {
      expect([none, await numbers(none)]).toEqual([none, []]);
    }
    expect(await numbers(`${own}&number=RE-0000000003&type=TYPE_CREDIT_NOTE`)).toEqual([]);
    expect(await numbers(`${own}&subscription=${String(items[2]?.subscription)}`)).toEqual([]);
  });
});
