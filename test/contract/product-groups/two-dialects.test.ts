import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../src/domain/catalogue/billing-terms.js';
import type { AccountId } from '../../../src/domain/ids.js';
import { openShop, type Printed, type Shop, type Sold } from '../../support/group-shop.js';
import { importPackage, importPeriod } from '../../support/import-package.js';
import { type ItemStates, itemOf, itemStatesIn } from '../../support/item-states.js';
import { at } from '../../support/organisation.js';
import { paywayAsking, paywayCodes } from '../../support/payway-asking.js';
import type { Answer } from '../payway/send.js';
import { violationsOf } from './ask.js';

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
const codesOf = ({ status, json }: Answer) => {
  const { refusals } = json as { readonly refusals: readonly { readonly code: string }[] };
  return [status, ...refusals.map(({ code }) => code)];
};
const tierOf = (item: Printed) =>
  (item.productGroupMembership as { readonly id: string } | null)?.id ?? null;
/** What a Payway change answers with, read here. */
const changed = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return read((answer.json as Printed).id);
};

/** One test a row of docs/spec/product-groups-api.md §8; rows that a clock moves are in the scenarios. */
describe('Two dialects, one story', () => {
  test('product ↔ package', async () => {
    const { product } = await shop.sells('Made');
    const number = product.number;
    expect(await there.product(product.id)).toMatchObject({
      ...{ id: product.id, product_code: number, name: 'Made', rank: 0, title_code: null },
      ...{ integration_code: null, customer_can_cancel: true, tags: [], expired: false },
    });
    const ofKind = async (kind: string) =>
      (await shop.call(`GET /external/api/v1/products?product_type=${kind}`)).json;
    expect(await ofKind('package')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: product.id })]) as unknown,
    });
    for (const [kind, status] of [
      ['campaign', 200],
      ['bundle', 404],
      ['single_sale', 404],
    ] as const) {
      const { code } = await importPackage(shop, product.id, (it) => ({ ...it, kind }));
      const here = await shop.call(`GET /catalogue/products/${product.id}`);
      expect([kind, here.status]).toEqual([kind, status]);
      if (status === 200) expect(here.json).toMatchObject({ id: product.id, number: code });
      const { data } = await shop.made('GET /catalogue/products?limit=100');
      const ids = (data as readonly Printed[]).map(({ id }) => id);
      expect(ids.includes(product.id)).toBe(status === 200);
      expect(await there.product(product.id)).toMatchObject({ product_code: number });
    }
  });

  test('price plan ↔ period', async () => {
    const { product, plan } = await shop.sells('Plans');
    expect(await there.periods(product.id)).toEqual([
      expect.objectContaining({
        ...{ id: plan.id, type: 'recurring', payment_method: 'invoice', enabled: true },
        ...{ iteration_type: 'month', iteration_length: 1, price: 10, currency: 'EUR' },
      }),
    ]);
    const terms = { name: null, billing: paywayBilling };
    const recurring = await importPeriod(shop, product.id, { ...terms, paymentMethod: 'card' });
    const single = await importPeriod(shop, product.id, { ...terms, type: 'single' });
    const { data } = await shop.made(`GET /price-plans?product=${product.id}`);
    expect((data as readonly Printed[]).map(({ id }) => id).toSorted()).toEqual(
      [plan.id, recurring].toSorted(),
    );
    expect(await shop.made(`GET /price-plans/${recurring}`)).toMatchObject({
      ...{ internalName: 'Plans 1M', type: 'flat_fee', payInAdvance: true, proRata: true },
      ...{ quantityEditable: false, status: 'active' },
    });
    expect((await shop.call(`GET /price-plans/${single}`)).status).toBe(404);
    await states.archivePlan(plan);
    const enabled = (await there.periods(product.id)).map((it) => [it.id, it.enabled]);
    expect(enabled).toEqual(
      expect.arrayContaining([
        [plan.id, false],
        [recurring, true],
      ]),
    );
  });

  test('limited, single', async () => {
    const [from, to] = [await shop.sells('Limited'), await shop.sells('Dearer')];
    const { tiers } = await shop.groups([from, to]);
    const type = { type: 'limited' } as const;
    const period = await importPeriod(shop, from.product.id, type);
    const dearer = await importPeriod(shop, to.product.id, {
      ...{ ...type, price: { amountMinor: 2_000, currency: 'EUR' as never } },
    });
    const customer = await shop.customer();
    const { id } = await there.create({
      ...{ account_id: customer, package_code: from.product.number, payment_period_id: period },
      ...{ subscription_type: 'limited', valid_from: april, valid_to: '2027-05-01T00:00:00+02:00' },
    });
    expect(await read(id)).toMatchObject({ status: 'active', pricePlan: { id: period } });
    expect((await shop.call(`GET /price-plans/${period}`)).status).toBe(404);
    const body = { customer, items: [{ pricePlan: period }] };
    const ordered = await shop.call('POST /subscriptions', { body });
    expect(violationsOf(ordered)).toEqual(['items[0].pricePlan not_found']);
    expect(codesOf(await states.assign(id, tiers[0] ?? ''))).toEqual([409, 'item_not_recurring']);
    expect(codesOf(await states.apply(id, tiers[1] ?? ''))).toEqual([
      ...[409, 'item_not_recurring', 'no_product_group'],
    ]);
    const upgraded = await changed(await there.change({ id, customer }, to, { period: dearer }));
    expect(upgraded).toMatchObject({ product: { id: to.product.id }, pricePlan: { id: dearer } });
  });

  test('currency', async () => {
    // Dearer, and in arrears: in one currency it would be an upgrade, and Payway's rules would refuse it for that.
    const crowns = await shop.sells('Crowns', {
      ...{ currencyCode: 'SEK', price: { amount: 9_000 }, payInAdvance: false },
    });
    const { item: id, customer, tier, from } = await states.onFirst(crowns.row);
    const item = { id, customer };
    const mismatch = [409, 'currency_mismatch'];
    expect(codesOf(await states.apply(id, tier))).toEqual(mismatch);
    for (const behaviour of [true, false]) {
      expect(paywayCodes(await there.change(item, crowns, { behaviour }))).toEqual(mismatch);
    }
    expect(await there.preview(item, crowns)).toMatchObject({
      ...{ allowed: false, refusals: [{ code: 'currency_mismatch' }] },
    });
    const euros = await shop.sells('Euros', { price: { amount: 3_000 } });
    expect(await there.preview(item, euros)).toMatchObject({ amounts: { currency: 'EUR' } });
    expect((await there.periods(from.product.id))[0]).toMatchObject({ currency: 'EUR' });
  });

  test('quantity', async () => {
    const perUnit = { type: 'per_unit', price: { amount: 400 } };
    const seats = await shop.sells('Seats', perUnit);
    const flat = await shop.sells('Flat', { price: { amount: 1_000 } });
    const more = await shop.sells('More', {
      type: 'per_unit',
      minQuantity: 5,
      price: { amount: 500 },
    });
    const item = await shop.subscribes(seats, { quantity: 3, startDate: april });
    // 4.00 a unit is less than 10.00, whatever 3 units cost; half of 12.00 is left.
    expect(await there.preview(owned(item), flat)).toMatchObject({
      ...{ kind: 'upgrade', target_period: { price: 10 } },
      amounts: { value_left: 6, value_carried: 6, next_renewal: 10 },
    });
    expect(await there.preview(owned(item), more)).toMatchObject({
      ...{ kind: 'upgrade', target_period: { price: 5 } },
      amounts: { value_left: 6, next_renewal: 25 },
    });
    const upgraded = await changed(await there.change(owned(item), more));
    expect(upgraded).toMatchObject({ quantity: 5, pricePlan: { price: { amount: 500 } } });
    expect(await there.changes(owned(item))).toMatchObject([{ quantity: 5 }]);
  });

  test('tier after a Payway change', async () => {
    const { own, tier, item: id, customer, to, from } = await states.onFirst();
    const outside = await shop.sells('Outside', { price: { amount: 9_000 } });
    const other = await importPeriod(shop, to.product.id, {});
    expect(tierOf(await read(id))).toBe(own);
    const upgraded = await changed(await there.change({ id, customer }, to));
    expect(tierOf(upgraded)).toBe(tier);
    const out = await changed(await there.change(owned(upgraded), outside));
    expect(tierOf(out)).toBeNull();
    const another = await shop.subscribes(from, { tier: own });
    const unlinked = await changed(await there.change(owned(another), to, { period: other }));
    expect([unlinked.product, tierOf(unlinked)]).toMatchObject([{ id: to.product.id }, null]);
    const products = await there.userProducts(owned(another));
    expect(products.map((it) => it.product_code)).toEqual([
      ...[from.product.number, to.product.number],
    ]);
  });

  test('change rows', async () => {
    const { from, own, tier } = await states.onFirst();
    const item = await shop.subscribes(from, { tier: own, startDate: april });
    const { json } = await states.apply(item.id, tier);
    const { creditNote, invoice, subscriptionItem } = json as Readonly<Record<string, Printed>>;
    expect(await there.changes(owned(item))).toMatchObject([
      {
        ...{ user_product_id: item.id, successor_id: subscriptionItem?.id, behaviour: 'group' },
        ...{ kind: 'upgrade', credit: 5, used: 0, charge: 30, quantity: 1, state: 'applied' },
        documents: { credit_note: creditNote?.id, invoice: invoice?.id },
      },
    ]);
  });

  test('ids', async () => {
    const { item: id, subscription, customer, tier } = await states.onFirst();
    const next = itemOf(await states.apply(id, tier));
    const products = await there.userProducts({ id, customer });
    expect(products.map((it) => it.id)).toEqual([id, next.id]);
    expect(next).toMatchObject({ subscription, customer });
    await shop.news();
    const log = await shop.call(`GET /external/api/v1/events?user_product_id=${id}`);
    const { items } = log.json as { readonly items: readonly Printed[] };
    const named = items.map((it) => [it.user_product_id, it.subscription_id, it.account_id]);
    expect(named).toEqual(items.map(() => [id, subscription, customer]));
    expect(items.length).toBeGreaterThan(0);
  });

  test('refusal `item_…`', async () => {
    const ended = await states.ended();
    const canceled = await states.onFirst();
    await canceled.cancel();
    const limited = await states.limited();
    const customer = await shop.customer();
    const external = await shop.useCases.createUserProduct({
      ...{ organisationId: shop.organisationId, accountId: customer as AccountId, periodId: null },
      ...{ packageCode: String(limited.from.product.number), subscriptionType: 'recurring' },
      ...{ validFrom: at(april), validTo: at('2027-05-01T00:00:00+02:00'), chosenId: null },
      provisionService: 'external',
    });
    if (!external.ok) throw new Error(external.failure);
    const cheaper: Sold = await shop.sells('Cheaper', { price: { amount: 100 } });
    const period = await importPeriod(shop, cheaper.product.id, { type: 'limited' });
    // A change of an ended one is refused as not active there; what else is written on it says that it was ended.
    expect(codesOf(await states.apply(ended.item, ended.own))).toEqual([
      ...[409, 'item_ended', 'item_not_active'],
    ]);
    expect(paywayCodes(await there.takeBack({ id: ended.item, customer: ended.customer }))).toEqual(
      [...[409, 'user_product_ended']],
    );
    for (const [id, of, here, code, changing] of [
      [ended.item, ended.customer, 'item_not_active', 'user_product_not_active', {}],
      [canceled.item, canceled.customer, 'item_not_active', 'user_product_not_active', {}],
      [
        external.id,
        customer,
        'item_externally_provisioned',
        'user_product_not_tulo_provisioned',
        {},
      ],
      [
        limited.item,
        limited.customer,
        'item_not_recurring',
        'downgrade_requires_recurring',
        { period },
      ],
    ] as const) {
      expect(codesOf(await states.apply(id, ended.own))).toContain(here);
      const answer = await there.change({ id, customer: of }, cheaper, changing);
      expect(paywayCodes(answer)).toEqual([409, code]);
    }
  });
});
