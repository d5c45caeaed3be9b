import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../../src/domain/ids.js';
import { itemRefusals } from '../../../src/http/product-groups/problems/item-refusals.js';
import { openShop, type Printed, type Shop } from '../../support/group-shop.js';
import { importPackage } from '../../support/import-package.js';
import { type ItemStates, itemStatesIn } from '../../support/item-states.js';
import { at } from '../../support/organisation.js';
import type { Answer } from '../payway/send.js';
import { problem } from './ask.js';

type Code = keyof typeof itemRefusals;
type Refused = readonly [code: Code, facts: object];
/** What an item is asked to be switched to, and every refusal of it, in order. */
type Case = {
  readonly item: string;
  readonly tier: string;
  readonly refusals: readonly [Refused, ...Refused[]];
};

let shop: Shop;
let states: ItemStates;
beforeAll(async () => {
  shop = await openShop();
  states = itemStatesIn(shop);
});
afterAll(() => shop.close());

/** The state that causes each refusal (docs/spec/product-groups-api.md §3). */
const cases: Readonly<Record<Code, () => Promise<Case>>> = {
  item_ended: async () => {
    const { item, own, successor } = await states.ended();
    return {
      item,
      tier: own,
      refusals: [
        ['item_ended', { successor }],
        ['item_not_active', {}],
      ],
    };
  },
  item_not_active: async () => {
    const { item, tier, cancel } = await states.onFirst();
    await cancel();
    return { item, tier, refusals: [['item_not_active', {}]] };
  },
  item_externally_provisioned: async () => {
    const { from, own, tier } = await states.onFirst();
    const made = await shop.useCases.createUserProduct({
      organisationId: shop.organisationId,
      accountId: (await shop.customer()) as AccountId,
      packageCode: String(from.product.number),
      subscriptionType: 'recurring',
      periodId: null,
      validFrom: at('2027-04-01T00:00:00+02:00'),
      validTo: at('2027-05-01T00:00:00+02:00'),
      provisionService: 'external',
      chosenId: null,
    });
    if (!made.ok) throw new Error(made.failure);
    expect((await states.assign(made.id, own)).status).toBe(200);
    const facts = { provisionService: 'external' };
    return { item: made.id, tier, refusals: [['item_externally_provisioned', facts]] };
  },
  item_not_recurring: async () => {
    const { item, tier } = await states.limited();
    return { item, tier, refusals: [['item_not_recurring', {}]] };
  },
  no_product_group: async () => {
    const { item, tier } = await states.onFirst();
    await states.assign(item, null);
    return { item, tier, refusals: [['no_product_group', {}]] };
  },
  other_product_group: async () => {
    const [{ item, group }, other] = [await states.onFirst(), await states.onFirst()];
    const facts = { productGroup: group, productGroupOfMembership: other.group };
    return { item, tier: other.tier, refusals: [['other_product_group', facts]] };
  },
  product_group_disabled: async () => {
    const { item, tier, group } = await states.onFirst({}, { group: { enabled: false } });
    return { item, tier, refusals: [['product_group_disabled', { productGroup: group }]] };
  },
  change_pending: async () => {
    const { item, own, pendingChange } = await states.waiting();
    return { item, tier: own, refusals: [['change_pending', { pendingChange }]] };
  },
  not_upgradeable: async () => {
    const { item, tier } = await states.onFirst({}, { first: { upgradeable: false } });
    return { item, tier, refusals: [['not_upgradeable', { upgradeable: false }]] };
  },
  not_downgradeable: async () => {
    const { item, tier } = await states.onFirst(
      {},
      { first: { downgradeable: false, position: 3 } },
    );
    return { item, tier, refusals: [['not_downgradeable', { downgradeable: false }]] };
  },
  product_not_on_sale: async () => {
    const { item, tier, to } = await states.onFirst();
    await states.archive(to);
    const facts = { productNumber: to.product.number, isArchived: true };
    return { item, tier, refusals: [['product_not_on_sale', facts]] };
  },
  price_plan_archived: async () => {
    const { item, tier, to } = await states.onFirst();
    await states.archivePlan(to.plan);
    return { item, tier, refusals: [['price_plan_archived', { pricePlan: to.plan.id }]] };
  },
  billing_interval_mismatch: async () => {
    const year = await shop.sells('Year', { billingInterval: '1Y' });
    const { item, tier } = await states.onFirst(year.row, {
      group: { forceSameBillingInterval: true },
    });
    const facts = { pricePlan: year.plan.id };
    return { item, tier, refusals: [['billing_interval_mismatch', facts]] };
  },
  currency_mismatch: async () => {
    const crowns = await shop.sells('Crowns', { currencyCode: 'SEK' });
    const { item, tier } = await states.onFirst(crowns.row);
    return { item, tier, refusals: [['currency_mismatch', { pricePlan: crowns.plan.id }]] };
  },
  nothing_to_change: async () => {
    const { item, own, from } = await states.onFirst();
    const facts = { pricePlan: from.plan.id, quantity: 1 };
    return { item, tier: own, refusals: [['nothing_to_change', facts]] };
  },
  amount_too_large: async () => {
    // A plan made here costs at most 10,000,000.00 a unit; an import may bring one that costs more.
    const dear = await shop.sells('Dear', { type: 'per_unit', minQuantity: 3 });
    const unitPrice = 4_000_000_000_000_000;
    await importPackage(shop, dear.product.id, (it) => ({
      ...it,
      periods: it.periods.map((period) => ({
        ...period,
        price: { ...period.price, amountMinor: unitPrice },
      })),
    }));
    const { item, tier } = await states.onFirst(dear.row);
    return { item, tier, refusals: [['amount_too_large', { unitPrice, quantity: 3 }]] };
  },
};

const told = (refusals: Case['refusals']) =>
  refusals.map(([code, facts]) => ({ code, detail: itemRefusals[code].detail, facts }));
const codes = Object.keys(cases) as Code[];
/** Those that are about the item itself, and answered alone (◦). */
const isOwn = (code: Code) => codes.indexOf(code) <= codes.indexOf('change_pending');

const refusedBy = ({ status, headers, json }: Answer) => [status, headers['content-type'], json];
const problemOf = (refusals: Case['refusals']) => {
  const detail = told(refusals).map((it) => it.detail);
  return problem(409, refusals[0][0], { detail: detail.join('\n'), refusals: told(refusals) });
};
const mediaType = 'application/problem+json';
type Options = { readonly options: readonly Printed[]; readonly refused: readonly Printed[] };

/** docs/spec/product-groups-api.md §3. */
describe('A change of an item', () => {
  test('is refused by each rule of the table', () => {
    expect(codes).toEqual(Object.keys(itemRefusals));
  });

  test.each(codes)(
    'is refused with facts and sentence, in the options too, and nothing is written: %s',
    async (code) => {
      const { item, tier, refusals } = await cases[code]();
      const before = await shop.made(`GET /subscription-items/${item}`);
      const answer = await states.apply(item, tier);
      expect(refusals[0][0]).toBe(code);
      expect(refusedBy(answer)).toEqual([409, mediaType, problemOf(refusals)]);
      expect(await shop.made(`GET /subscription-items/${item}`)).toEqual(before);
      if (code === 'no_product_group' || code === 'other_product_group') return;
      const { options, refused } = (await states.options(item)).json as Options;
      expect(refused.find((it) => it.id === tier)?.refusals).toEqual(told(refusals));
      if (!isOwn(code)) return;
      expect(options).toEqual([]);
      expect(refused.map((it) => it.refusals)).toEqual([told(refusals), told(refusals)]);
    },
  );

  test('has no options without a group, and none of another group', async () => {
    const without = await cases.no_product_group();
    expect(refusedBy(await states.options(without.item))).toEqual([
      ...[409, mediaType, problemOf(without.refusals)],
    ]);
    const { item, tier } = await cases.other_product_group();
    const { options, refused } = (await states.options(item)).json as Options;
    expect([...options, ...refused].map(({ id }) => id)).not.toContain(tier);
  });

  test('is refused for the item’s own reasons alone, all of them, where there is one', async () => {
    const it = await states.onFirst({}, { first: { upgradeable: false } });
    const other = await states.onFirst();
    await states.archive(it.to);
    await it.regroup({ enabled: false });
    await it.cancel();
    const { item, tier, group } = it;
    const disabled: Refused = ['product_group_disabled', { productGroup: group }];
    const own = [['item_not_active', {}], disabled] as const;
    expect((await states.apply(item, tier)).json).toEqual(problemOf(own));
    const { refused } = (await states.options(item)).json as Options;
    expect(refused.map(({ refusals }) => refusals)).toEqual([told(own), told(own)]);
    const facts = { productGroup: group, productGroupOfMembership: other.group };
    expect((await states.apply(item, other.tier)).json).toEqual(
      problemOf([own[0], ['other_product_group', facts], disabled]),
    );
  });

  test('is refused for all that apply together, of all plans where none is left, else of the one named', async () => {
    const to = await shop.sells('All', { currencyCode: 'SEK' });
    const yearly = { internalName: 'Yearly', type: 'flat_fee', billingInterval: '1Y' };
    const year = await shop.made('POST /price-plans', {
      ...{ ...yearly, currencyCode: 'SEK', price: { amount: 1 }, product: to.product.id },
    });
    const both = { ...to.row, pricePlans: [to.plan, year] };
    const { item, tier } = await states.onFirst(both, {
      first: { upgradeable: false },
      group: { forceSameBillingInterval: true },
    });
    await states.archive(to);
    await states.archivePlan(year);
    const target = [
      ['not_upgradeable', { upgradeable: false }],
      ['product_not_on_sale', { productNumber: to.product.number, isArchived: true }],
    ] as const;
    const faults = (of: Printed, currency = of): readonly Refused[] => [
      ['price_plan_archived', { pricePlan: of.id }],
      ['billing_interval_mismatch', { pricePlan: of.id }],
      ['currency_mismatch', { pricePlan: currency.id }],
    ];
    const unnamed = [...target, ...faults(year, to.plan)] as const;
    expect((await states.apply(item, tier)).json).toEqual(problemOf(unnamed));
    const { refused } = (await states.options(item)).json as Options;
    expect(refused.find(({ id }) => id === tier)?.refusals).toEqual(told(unnamed));
    const named = async (plan: Printed) =>
      (await states.apply(item, tier, { selectedPricePlan: plan.id })).json;
    expect(await named(year)).toEqual(problemOf([...target, ...faults(year)]));
    const currency: Refused = ['currency_mismatch', { pricePlan: to.plan.id }];
    expect(await named(to.plan)).toEqual(problemOf([...target, currency]));
  });
});
