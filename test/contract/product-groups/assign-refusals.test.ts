import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemRefusals } from '../../../src/http/product-groups/problems/item-refusals.js';
import { openShop, type Printed, type Shop } from '../../support/group-shop.js';
import { importPeriod } from '../../support/import-package.js';
import { type ItemStates, itemStatesIn } from '../../support/item-states.js';
import { problem, violationsOf } from './ask.js';

type Code = keyof typeof itemRefusals;
type Refused = readonly [code: Code, facts: object];
/** The membership that an item is asked to be put on, and why it is refused. */
type Case = { readonly item: string; readonly tier: string; readonly refused: Refused };

let shop: Shop;
let states: ItemStates;
beforeAll(async () => {
  shop = await openShop();
  states = itemStatesIn(shop);
});
afterAll(() => shop.close());

function problemOf(first: Refused, ...others: readonly Refused[]) {
  const refusals = [first, ...others].map(([code, facts]) => {
    return { code, detail: itemRefusals[code].detail, facts };
  });
  const detail = refusals.map((it) => it.detail).join('\n');
  return problem(409, first[0], { detail, refusals });
}

const cases = {
  item_ended: async () => {
    const { item, own, successor } = await states.ended();
    return { item, tier: own, refused: ['item_ended', { successor }] };
  },
  change_pending: async () => {
    const { item, own, pendingChange } = await states.waiting();
    return { item, tier: own, refused: ['change_pending', { pendingChange }] };
  },
  item_not_recurring: async () => {
    const { item, own } = await states.limited();
    return { item, tier: own, refused: ['item_not_recurring', {}] };
  },
} satisfies Readonly<Record<string, () => Promise<Case>>>;

/** docs/spec/product-groups-api.md §3. */
describe('An assignment', () => {
  test.each(Object.keys(cases) as (keyof typeof cases)[])(
    'is refused, and so is taking it off: %s',
    async (code) => {
      const { item, tier, refused } = await cases[code]();
      const before = await shop.made(`GET /subscription-items/${item}`);
      for (const membership of [tier, null]) {
        const { status, headers, json } = await states.assign(item, membership);
        expect([status, headers['content-type']]).toEqual([409, 'application/problem+json']);
        expect(json).toEqual(problemOf(refused as Refused));
      }
      expect(await shop.made(`GET /subscription-items/${item}`)).toEqual(before);
    },
  );

  test('is refused for all that apply together', async () => {
    const { item, own, from, customer } = await states.limited();
    const other = await shop.sells('Other');
    const period = await importPeriod(shop, other.product.id, { type: 'limited' });
    await shop.made('PUT /external/api/v1/subscription_system/change_product', {
      ...{ account_id: customer, user_product_id: item, package_code: other.product.number },
      ...{ target_period_id: period, default_behaviour: false },
    });
    const { pendingChange, product } = await shop.made(`GET /subscription-items/${item}`);
    expect(product).toMatchObject({ id: from.product.id });
    const facts = { pendingChange: (pendingChange as Printed).id };
    expect((await states.assign(item, own)).json).toEqual(
      problemOf(['change_pending', facts], ['item_not_recurring', {}]),
    );
  });

  test('is told first what is wrong with the membership that it names', async () => {
    const { item, tier } = await states.ended();
    const other = await states.assign(item, tier);
    expect([other.status, violationsOf(other)]).toEqual([422, ['productGroupMembership invalid']]);
    const nobodys = await states.assign(item, item);
    expect([nobodys.status, violationsOf(nobodys)]).toEqual([
      ...[422, ['productGroupMembership not_found']],
    ]);
  });

  test('is taken to a disabled group, and writes nothing where it says what is so', async () => {
    const { item, own, regroup } = await states.onFirst();
    await regroup({ enabled: false });
    const off = await states.assign(item, null);
    expect([off.status, off.json]).toMatchObject([200, { productGroupMembership: null }]);
    const on = await states.assign(item, own);
    expect([on.status, on.json]).toMatchObject([200, { productGroupMembership: { id: own } }]);
    expect((await states.assign(item, own)).json).toEqual(on.json);
  });
});
