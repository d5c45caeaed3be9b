import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openShop, type Printed, type Shop, type Sold } from '../support/group-shop.js';

type Told = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly sequence: number;
  readonly document: Printed | null;
  readonly before: Side | null;
  readonly after: Side | null;
};
type Side = { readonly user_product: Readonly<Record<string, unknown>> };

let shop: Shop;
let basic: Sold;
let pro: Sold;
let later: Sold;
let seats: Sold;
let tiers: readonly string[];
/** Basic 10.00 and Pro 30.00 at once, Later 20.00 at the period's end, seats of 4.00 at once. */
beforeEach(async () => {
  shop = await openShop({ now: '2027-04-01T00:00:00+02:00' });
  basic = await shop.sells('Basic');
  pro = await shop.sells('Pro', { price: { amount: 3_000 } });
  later = await shop.sells(
    'Later',
    { price: { amount: 2_000 } },
    { changeTiming: 'end_of_period' },
  );
  seats = await shop.sells('Seats', { type: 'per_unit', price: { amount: 400 } });
  ({ tiers } = await shop.groups([basic, pro, later, seats]));
});
afterEach(() => shop.close());

let seen: unknown = null;
beforeEach(() => {
  seen = null;
});

/** The events since the last look, as the log prints them. */
async function told(): Promise<readonly Told[]> {
  await shop.news();
  const query = typeof seen === 'string' ? `?after=${seen}` : '';
  const { items, next } = await shop.made(`GET /external/api/v1/events${query}`);
  seen = next ?? seen;
  return items as readonly Told[];
}
const typesOf = (events: readonly Told[]) => events.map(({ type }) => type);

const apply = (item: unknown, tier: number, named: object = {}) =>
  shop.made(`POST /product-group-memberships/${tiers[tier] ?? ''}/apply`, {
    ...{ subscriptionItem: item, ...named },
  });

/** Those of a document have it as it is printed elsewhere, and both sides equal but for their number. */
async function expectDocuments(events: readonly Told[]): Promise<void> {
  for (const { type, document, before, after } of events) {
    const isOfOne = type.startsWith('invoice.') || type.startsWith('credit_note.');
    expect([type, document !== null]).toEqual([type, isOfOne]);
    if (document === null) continue;
    expect(document).toEqual(await shop.made(`GET /invoices/${document.id}`));
    expect(document.number).toMatch(/^(RE|CN)-\d{10}$/);
    expect(after).toEqual(before);
  }
}

/** docs/spec/product-groups-api.md §7, row by row. */
describe('What is told', () => {
  test('of a subscription and of a cart: what was made, and its invoice', async () => {
    const item = await shop.subscribes(basic);
    const made = await told();
    expect(typesOf(made)).toEqual(['user_product_created', 'invoice.created']);
    expect(made[0]?.after?.user_product).toMatchObject({
      ...{ id: item.id, quantity: 1, product_group_membership: null },
      billing: { documents: true, paid: 10, credited: 0 },
      period: { currency: 'EUR', type: 'recurring', pay_in_advance: true, pro_rata: true },
    });
    await expectDocuments(made);
    const customer = await shop.customer();
    const ordered = { pricePlan: seats.plan.id, quantity: 3 };
    const cart = await shop.made('POST /checkout/carts', { customer, items: [ordered] });
    expect(await told()).toEqual([]);
    await shop.made(`PUT /checkout/carts/${cart.id}/complete`);
    const bought = await told();
    expect(typesOf(bought)).toEqual(['user_product_created', 'invoice.created']);
    expect(bought[0]?.after?.user_product).toMatchObject({
      ...{ quantity: 3, product_group_membership: { id: tiers[3] } },
    });
    await expectDocuments(bought);
    await shop.made(`PUT /checkout/carts/${cart.id}/complete`);
    expect(await told()).toEqual([]);
  });

  test('of an assignment: the item before and after, once', async () => {
    const item = await shop.subscribes(basic);
    await told();
    const at = `PUT /subscription-items/${item.id}/product-group`;
    for (const [to, types] of [
      [tiers[0], ['user_product_updated']],
      [tiers[0], []],
      [null, ['user_product_updated']],
      [null, []],
    ] as const) {
      await shop.made(at, { productGroupMembership: to });
      const events = await told();
      expect(typesOf(events)).toEqual(types);
      for (const { after } of events) {
        const membership = to ? { id: to } : null;
        expect(after?.user_product).toMatchObject({ product_group_membership: membership });
      }
    }
  });

  const atOnce = [
    ['an upgrade', 0, 1, {}, 'package_upgrade', [5, 0, 30, 25]],
    ['a downgrade', 1, 0, {}, 'package_downgrade_completed', [15, 0, 10, -5]],
    ['another quantity', 3, 3, { quantity: 5 }, 'package_change_completed', [2, 0, 20, 18]],
  ] as const;
  test.each(atOnce)(
    'of %s at once: what came of it, what it comes to, its documents, and that the note is to be sent',
    async (...[, from, to, named, type, [credit, used, charge, due]]) => {
      const sold = [basic, pro, later, seats][from] ?? basic;
      for (const asked of [{}, { sendInvoiceEmail: false }]) {
        const item = await shop.subscribes(sold, { tier: tiers[from] });
        await told();
        shop.moveTo('2027-04-16T00:00:00+02:00');
        const applied = await apply(item.id, to, { ...named, ...asked });
        const events = await told();
        const sent = 'sendInvoiceEmail' in asked ? [] : ['credit_note.send_requested'];
        const types = [type, 'credit_note.created', 'invoice.created', ...sent];
        expect(typesOf(events)).toEqual(types);
        expect(events[0]).toMatchObject({
          settlement: { currency: 'EUR', credit, used, charge, due_now: due },
          before: { user_product: { id: item.id } },
          after: { user_product: { id: (applied.subscriptionItem as Printed).id } },
        });
        await expectDocuments(events);
        expect(events.map(({ sequence }) => sequence)).toEqual(
          events.map((_, n) => (events[0]?.sequence ?? 0) + n),
        );
        await apply(item.id, to, { ...named, ...asked });
        expect(await told()).toEqual([]);
        shop.moveTo('2027-04-01T00:00:00+02:00');
      }
    },
  );

  test('of a change at once without a credit note: nothing is to be sent', async () => {
    const free = await shop.sells('Free', { price: { amount: 0 } });
    const paid = await shop.sells('Paid');
    const { tiers: both } = await shop.groups([free, paid]);
    const item = await shop.subscribes(free, { tier: both[0] });
    expect(typesOf(await told())).toEqual(['user_product_created', 'user_product_updated']);
    await shop.made(`POST /product-group-memberships/${both[1] ?? ''}/apply`, {
      ...{ subscriptionItem: item.id, sendInvoiceEmail: true },
    });
    expect(typesOf(await told())).toEqual(['package_upgrade', 'invoice.created']);
  });

  test('of a change that waits: that it does, that it is taken back, and on its day what came of it', async () => {
    const item = await shop.subscribes(basic, { tier: tiers[0] });
    await told();
    await apply(item.id, 2);
    const [scheduled, ...more] = await told();
    expect([scheduled?.type, scheduled?.settlement, more]).toEqual([
      ...['package_upgrade_scheduled', null, []],
    ]);
    await shop.made(`DELETE /subscription-items/${item.id}/pending-change`);
    expect(typesOf(await told())).toEqual(['package_change_cancelled']);
    await apply(item.id, 2);
    await told();
    shop.moveTo('2027-05-01T00:00:00+02:00');
    const done = await told();
    expect(typesOf(done)).toEqual(['package_upgrade', 'invoice.created']);
    await expectDocuments(done);
    shop.moveTo('2027-06-01T00:00:00+02:00');
    const renewed = await told();
    expect(typesOf(renewed)).toEqual(['user_product_renewed', 'invoice.created']);
    await expectDocuments(renewed);
    expect(await shop.broken(item.customer)).toEqual([]);
  });
});
