import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openShop, type Printed, type Shop } from '../support/group-shop.js';
import { type ItemStates, itemOf, itemStatesIn } from '../support/item-states.js';
import { paywayAsking, paywayCodes } from '../support/payway-asking.js';

let shop: Shop;
let states: ItemStates;
let there: ReturnType<typeof paywayAsking>;
beforeAll(async () => {
  shop = await openShop();
  states = itemStatesIn(shop);
  there = paywayAsking(shop);
});
afterAll(() => shop.close());

const april = '2027-04-01T00:00:00+02:00';
const owned = ({ id, customer }: Printed) => ({ id, customer: String(customer) });
const read = (id: string) => shop.made(`GET /subscription-items/${id}`);
/** What a customer's documents say, oldest first. */
const documentsOf = async ({ customer }: Printed) => {
  const { data } = await shop.made(`GET /invoices?customer=${String(customer)}`);
  return (data as readonly Printed[]).map(
    ({ type, netAmount }) => `${String(type)} ${String((netAmount as { amount: number }).amount)}`,
  );
};
const first = 'TYPE_INVOICE 1000';

/** Rows of docs/spec/product-groups-api.md §8 that time passes in; the others are in the contract tests. */
describe('Two dialects, one story', () => {
  test('Payway upgrade of an item with documents', async () => {
    const [basic, pro] = [
      await shop.sells('B'),
      await shop.sells('P', { price: { amount: 3_000 } }),
    ];
    const free = await shop.sells('Free', { price: { amount: 0 } });
    const arrears = await shop.sells('Later', { price: { amount: 2_000 }, payInAdvance: false });
    const item = await shop.subscribes(basic, { startDate: april });
    expect((await there.change(owned(item), pro)).status).toBe(200);
    // Half of 10.00 becomes five days of 30.00.
    expect(await documentsOf(item)).toEqual([first]);
    const [, upgraded] = await there.userProducts(owned(item));
    expect(await read(upgraded?.id ?? '')).toMatchObject({
      ...{ billing: { documents: true }, product: { id: pro.product.id } },
      currentPeriod: { to: '2027-04-20T22:00:00+00:00' },
    });
    const nothing = await shop.subscribes(free, { startDate: april });
    expect((await there.change(owned(nothing), pro)).status).toBe(200);
    expect(await documentsOf(nothing)).toEqual(['TYPE_INVOICE 3000']);
    const later = await shop.subscribes(arrears, { startDate: april });
    const inArrears = [409, 'payment_period_in_arrears'];
    expect(paywayCodes(await there.change(owned(later), pro))).toEqual(inArrears);
    const other = await shop.subscribes(basic, { startDate: april });
    expect(paywayCodes(await there.change(owned(other), arrears))).toEqual(inArrears);
  });

  test('pending', async () => {
    const end = { changeTiming: 'end_of_period' };
    const { from, to, own, tier } = await states.onFirst(end, { first: end });
    const up = await shop.subscribes(from, { tier: own, startDate: april });
    const down = await shop.subscribes(to, { tier, startDate: april });
    const [goingUp, goingDown] = [owned(up), owned(down)];
    const waitingOf = async (id: string) => (await read(id)).pendingChange as Printed | null;

    // One slot, seen by both: an upgrade among the changes, a downgrade among the downgrades.
    const upgrade = itemOf(await states.apply(up.id, tier)).pendingChange as Printed;
    const downgrade = itemOf(await states.apply(down.id, own)).pendingChange as Printed;
    expect(await there.pending(goingUp)).toMatchObject({
      downgrades: [],
      changes: [{ id: upgrade.id }],
    });
    expect(await there.pending(goingDown)).toMatchObject({
      downgrades: [{ id: downgrade.id }],
      changes: [],
    });
    expect(await there.userProducts(goingUp)).toMatchObject([{ has_pending_change_request: true }]);

    // Payway's request replaces one made here, and is no repeat of it; a request here is refused.
    expect((await there.change(goingDown, from)).json).toEqual({ id: down.id });
    const replaced = await waitingOf(down.id);
    expect(replaced?.id).not.toBe(downgrade.id);
    const rows = new Map((await there.changes(goingDown)).map((it) => [it.id, it]));
    expect(rows.size).toBe(2);
    expect(rows.get(downgrade.id)).toMatchObject({ behaviour: 'group', state: 'superseded' });
    expect(rows.get(replaced?.id ?? '')).toMatchObject({ behaviour: 'default', state: 'created' });
    const refused = await states.apply(down.id, own);
    expect([refused.status, refused.json]).toMatchObject([409, { code: 'change_pending' }]);

    // Each takes back the other's.
    expect((await there.takeBack(goingUp)).status).toBe(200);
    expect(await waitingOf(up.id)).toBeNull();
    await shop.call(`DELETE /subscription-items/${down.id}/pending-change`);
    expect(await there.pending(goingDown)).toEqual({ downgrades: [], changes: [] });

    // Each applies the other's, once its time has come.
    await states.apply(up.id, tier);
    await there.change(goingDown, from);
    shop.moveTo('2027-05-01T00:00:00+02:00');
    const products = await there.userProducts(goingUp);
    expect(products.map((it) => it.product_code)).toEqual([from.product.number, to.product.number]);
    expect(await read(down.id)).toMatchObject({ status: 'terminated' });
    expect((await there.userProducts(goingDown)).map((it) => it.product_code)).toEqual([
      ...[to.product.number, from.product.number],
    ]);
  });

  test('Payway downgrade, change, renewal', async () => {
    shop.moveTo('2027-05-01T00:00:00+02:00');
    const start = { startDate: '2027-05-01T00:00:00+02:00' };
    const [basic, pro] = [
      await shop.sells('B'),
      await shop.sells('P', { price: { amount: 3_000 } }),
    ];
    const down = await shop.subscribes(pro, start);
    const change = await shop.subscribes(basic, start);
    const renewal = await shop.subscribes(basic, start);
    expect((await there.change(owned(down), basic)).status).toBe(200);
    expect((await there.change(owned(change), pro, { behaviour: false })).status).toBe(200);
    expect(await documentsOf(down)).toEqual(['TYPE_INVOICE 3000']);
    shop.moveTo('2027-06-01T00:00:00+02:00');
    for (const it of [down, change, renewal]) await there.userProducts(owned(it));
    expect(await documentsOf(down)).toEqual(['TYPE_INVOICE 3000', first]);
    expect(await documentsOf(change)).toEqual([first, 'TYPE_INVOICE 3000']);
    expect(await documentsOf(renewal)).toEqual([first, first]);
  });

  test('and nothing that is promised of them is broken', async () => {
    const { data } = await shop.made('GET /customers?limit=100');
    for (const { id } of data as readonly Printed[]) expect(await shop.broken(id)).toEqual([]);
  });
});
