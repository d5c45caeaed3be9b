import { afterEach, describe, expect, test } from '@jest/globals';
import { openShop, type Printed, type Shop, type Sold } from '../support/group-shop.js';

const end = { changeTiming: 'end_of_period' };

type Waiting = {
  readonly shop: Shop;
  readonly basic: Sold;
  readonly pro: Sold;
  readonly group: Printed;
  readonly tiers: readonly string[];
  readonly item: Printed;
};

let open: Shop | undefined;
afterEach(() => open?.close());

/** On Basic (10.00) since 1 April; to five of Pro (4.00 each) at the period's end. */
async function waits(): Promise<Waiting> {
  const shop = await openShop();
  open = shop;
  const basic = await shop.sells('Basic', {}, end);
  const perUnit = { type: 'per_unit', price: { amount: 400 }, maxQuantity: 50 };
  const pro = await shop.sells('Pro', perUnit, end);
  const { group, tiers } = await shop.groups([basic, pro]);
  const startDate = '2027-04-01T00:00:00+02:00';
  const item = await shop.subscribes(basic, { tier: tiers[0], startDate });
  const applied = await shop.made(`POST /product-group-memberships/${tiers[1] ?? ''}/apply`, {
    subscriptionItem: item,
    quantity: 5,
  });
  expect(applied).toMatchObject({ kind: 'upgrade', effectiveAt: '2027-04-30T22:00:00+00:00' });
  await shop.news();
  return { shop, basic, pro, group, tiers, item };
}

const names = async (shop: Shop) => (await shop.news()).map(({ type }) => type);

/** What becomes of the item on 1 May: the subscription's one item, the events, and what was invoiced then. */
async function onFirstOfMay({ shop, item }: Waiting) {
  shop.moveTo('2027-05-01T00:00:00+02:00');
  const events = await names(shop);
  const { items } = await shop.made(`GET /subscriptions/${String(item.subscription)}`);
  const { data } = await shop.made(
    `GET /invoices?subscription=${String(item.subscription)}&order[number]=desc&limit=1`,
  );
  const [last] = data as readonly Printed[];
  expect(await shop.broken(item.customer)).toEqual([]);
  return { item: (items as readonly Printed[])[0], events, invoiced: last?.netAmount };
}

const euros = (amount: number) => ({ amount, precision: 2, currencyCode: 'EUR' });
const applied = { events: ['package_upgrade', 'invoice.created'], invoiced: euros(2_000) };
const renewed = {
  events: ['package_change_failed', 'user_product_renewed', 'invoice.created'],
  invoiced: euros(1_000),
};

type Edit = readonly [what: string, edit: (it: Waiting) => Promise<unknown>];
const tierEdit =
  (edits: object) =>
  ({ shop, group }: Waiting) => {
    const [first, second] = group.memberships as readonly object[];
    const memberships = [first, { ...second, ...edits }];
    return shop.made(`PUT /catalogue/product-groups/${group.id}`, { ...group, memberships });
  };
const planEdit =
  (edits: object) =>
  ({ shop, pro }: Waiting) =>
    shop.made(`PUT /price-plans/${pro.plan.id}`, edits);

/** docs/spec/product-groups-api.md §5: what happens to a change while it waits. */
describe('A change that waits', () => {
  test.each<Edit>([
    ['nothing', () => Promise.resolve()],
    ['its price is edited', planEdit({ price: { amount: 900 } })],
    ['its plan is archived', planEdit({ status: 'archived' })],
    ['its plan takes another quantity', planEdit({ minQuantity: 10 })],
    ['its plan is paid in arrears from then on', planEdit({ payInAdvance: false })],
    ['its membership has another label', tierEdit({ label: 'Five' })],
    ['its membership has another timing', tierEdit({ changeTiming: 'immediately' })],
    ['its membership has other flags', tierEdit({ upgradeable: false, downgradeable: false })],
    ['its membership has another credit type', tierEdit({ creditType: 'full' })],
    ['its membership has the position of a downgrade', tierEdit({ position: 9_999 })],
    [
      'its group is disabled',
      ({ shop, group }) =>
        shop.made(`PUT /catalogue/product-groups/${group.id}`, { ...group, enabled: false }),
    ],
    [
      'the plan that it leaves is archived',
      ({ shop, basic }) => shop.made(`PUT /price-plans/${basic.plan.id}`, { status: 'archived' }),
    ],
  ])('is done as it was asked for, whatever is edited: %s', async (_, edit) => {
    const it = await waits();
    await edit(it);
    const { item, ...rest } = await onFirstOfMay(it);
    expect(rest).toEqual(applied);
    expect(item).toMatchObject({
      ...{ status: 'active', quantity: 5, productGroupMembership: { id: it.tiers[1] } },
      pricePlan: { price: { amount: 400 }, payInAdvance: true },
      currentPeriod: { from: '2027-04-30T22:00:00+00:00', to: '2027-05-31T22:00:00+00:00' },
    });
  });

  test('fails where its product is archived by then, and the item is renewed as before', async () => {
    const it = await waits();
    const { product } = it.pro;
    await it.shop.made(`PUT /catalogue/products/${product.id}`, { ...product, isArchived: true });
    const { item, ...rest } = await onFirstOfMay(it);
    expect(rest).toEqual(renewed);
    expect(item).toMatchObject({
      ...{ id: it.item.id, quantity: 1, pendingChange: null },
      productGroupMembership: { id: it.tiers[0] },
    });
  });

  test('keeps its membership, that of the item, their products and their group', async () => {
    const it = await waits();
    const { shop, group, tiers, basic } = it;
    const [first, second] = group.memberships as readonly Printed[];
    const at = `/catalogue/product-groups/${group.id}`;
    const other = await shop.sells('Other');
    const rowsOf = (rows: readonly unknown[]) => ({ body: { ...group, memberships: rows } });
    const swapped = { ...second, product: other.product.id, pricePlans: [other.plan.id] };
    const refused: readonly (readonly [string, object, readonly unknown[]])[] = [
      [`DELETE ${at}`, {}, tiers],
      [`PUT ${at}`, rowsOf([]), tiers],
      [`PUT ${at}`, rowsOf([first]), [tiers[1]]],
      [`PUT ${at}`, rowsOf([second]), [tiers[0]]],
      [`PUT ${at}`, rowsOf([first, swapped]), [tiers[1]]],
      [`PUT ${at}`, rowsOf([first, { ...swapped, id: undefined }]), [tiers[1]]],
    ];
    for (const [request, asked, inUse] of refused) {
      const answer = await shop.call(request, asked);
      expect([answer.status, answer.json]).toMatchObject([
        409,
        { code: 'tier_in_use', refusals: [{ code: 'tier_in_use', facts: { tiers: inUse } }] },
      ]);
    }
    expect(await shop.made(`GET ${at}`)).toEqual(group);
    expect(await shop.made(`GET /price-plans/${basic.plan.id}`)).toMatchObject({ inUse: true });
  });

  test('refuses another change and an assignment, is a repeat of itself, and is taken back once', async () => {
    const { shop, item, tiers, pro, basic } = await waits();
    const at = `/subscription-items/${item.id}`;
    const apply = (tier: string | undefined, named: object = {}) =>
      shop.call(`POST /product-group-memberships/${tier ?? ''}/apply`, {
        body: { subscriptionItem: item.id, ...named },
      });
    const waiting = await shop.made(`GET ${at}`);
    for (const named of [{}, { quantity: 5 }, { selectedPricePlan: pro.plan.id, quantity: 5 }]) {
      const again = await apply(tiers[1], named);
      expect([again.status, again.json]).toMatchObject([
        200,
        { subscriptionItem: waiting, kind: 'upgrade' },
      ]);
    }
    for (const answer of [
      await apply(tiers[1], { quantity: 6 }),
      await apply(tiers[0], { selectedPricePlan: basic.plan.id }),
      ...(await Promise.all(
        [tiers[0], null].map((productGroupMembership) =>
          shop.call(`PUT ${at}/product-group`, { body: { productGroupMembership } }),
        ),
      )),
    ]) {
      expect([answer.status, answer.json]).toMatchObject([409, { code: 'change_pending' }]);
    }
    expect(await names(shop)).toEqual([]);
    expect((await shop.call(`DELETE ${at}/pending-change`)).status).toBe(204);
    const twice = await shop.call(`DELETE ${at}/pending-change`);
    expect([twice.status, twice.json]).toMatchObject([409, { code: 'no_pending_change' }]);
    expect(await names(shop)).toEqual(['package_change_cancelled']);
    expect(await shop.made(`GET ${at}`)).toMatchObject({ pendingChange: null, quantity: 1 });
  });

  test('is superseded where the subscription is canceled, and does not come back with it', async () => {
    const it = await waits();
    const at = `/subscriptions/${String(it.item.subscription)}`;
    await it.shop.made(`PUT ${at}/cancel`);
    expect(await names(it.shop)).toEqual(['package_change_cancelled', 'user_product_cancelled']);
    const { items } = await it.shop.made(`PUT ${at}/reactivate`);
    expect(items).toMatchObject([{ status: 'active', pendingChange: null }]);
    expect(await names(it.shop)).toEqual(['user_product_uncancelled']);
    expect((await onFirstOfMay(it)).events).toEqual(['user_product_renewed', 'invoice.created']);
  });
});
