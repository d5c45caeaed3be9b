import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openShop, type Printed, type Shop } from '../../support/group-shop.js';
import { violationsOf } from './ask.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** docs/spec/product-groups-api.md §2. */
describe('A product group', () => {
  test('has a hundred memberships at most, by position, and is sent back as it is printed', async () => {
    const rows: object[] = [];
    for (let n = 101; n > 0; n -= 1) {
      const { row } = await shop.sells(`P${String(n)}`, n === 50 ? { currencyCode: 'JPY' } : {});
      rows.push({ ...row, position: n * 99 });
    }
    const body = { name: 'Many', enabled: true, memberships: rows };
    const many = await shop.call('POST /catalogue/product-groups', { body });
    expect([many.status, violationsOf(many)]).toEqual([422, ['memberships too_many']]);
    const group = await shop.made('POST /catalogue/product-groups', {
      ...{ ...body, memberships: rows.slice(1) },
    });
    const positions = (group.memberships as readonly Printed[]).map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 100 }, (_, n) => (n + 1) * 99));
    const at = `/catalogue/product-groups/${group.id}`;
    expect(await shop.made(`PUT ${at}`, group)).toEqual(group);
    const { memberships, ...others } = group;
    const asTiers = { ...others, tiers: (memberships as readonly Printed[]).toReversed() };
    expect(await shop.made(`PUT ${at}`, asTiers)).toEqual(group);
  });

  test('is what the last of several PUTs at once says, each whole, and counts them all', async () => {
    const [one, other] = [await shop.sells('One'), await shop.sells('Other')];
    const { group } = await shop.groups([one, other]);
    const at = `/catalogue/product-groups/${group.id}`;
    const [first, second] = [
      { ...one.row, position: 1 },
      { ...other.row, position: 2 },
    ];
    const bodies = [
      { name: 'A', enabled: true, memberships: [first] },
      { name: 'B', enabled: false, memberships: [second] },
      { name: 'C', enabled: true, memberships: [second, first] },
    ];
    const answers = await Promise.all(bodies.map((body) => shop.call(`PUT ${at}`, { body })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const versions = answers.map(({ json }) => (json as Printed).version);
    expect(versions.toSorted()).toEqual([2, 3, 4]);
    const last = answers.find(({ json }) => (json as Printed).version === 4);
    expect(await shop.made(`GET ${at}`)).toEqual(last?.json);
    const named = await Promise.all(
      bodies.map((body) => shop.call(`PUT ${at}`, { body, headers: { 'if-match': '"4"' } })),
    );
    // One of them is what stands already: it moves no version, wherever it comes in between.
    const done = named.filter(({ status }) => status === 200);
    expect(done.filter(({ json }) => (json as Printed).version === 5)).toHaveLength(1);
    expect(named.every(({ status }) => status === 200 || status === 412)).toBe(true);
  });

  test.each([
    [
      'a plan per unit, in arrears, without a share',
      { type: 'per_unit', payInAdvance: false, proRata: false },
    ],
    [
      'a plan of few units',
      { type: 'per_unit', minQuantity: 2, maxQuantity: 3, quantityEditable: false },
    ],
    ['an archived plan', { status: 'archived' }],
    ['a plan of ten years', { billingInterval: '120M' }],
    ['a plan of days', { billingInterval: '14D' }],
    ['a plan in dinars, for nothing', { currencyCode: 'KWD', price: { amount: 0 } }],
  ])('and what is in it keep their version where they are sent back: %s', async (_, fields) => {
    const { product, plan, row } = await shop.sells('Kept', fields, { label: null });
    const archived = await shop.made(`PUT /catalogue/products/${product.id}`, {
      ...{ ...product, isArchived: true },
    });
    const group = await shop.made('POST /catalogue/product-groups', {
      ...{ name: 'Kept', enabled: false, tiers: [{ ...row, position: 1 }] },
    });
    for (const [at, printed] of [
      ['/catalogue/products', archived],
      ['/price-plans', plan],
      ['/catalogue/product-groups', group],
    ] as const) {
      const one = `${at}/${printed.id}`;
      const stands = await shop.made(`GET ${one}`);
      expect(await shop.made(`PUT ${one}`, stands)).toEqual(stands);
      expect(stands.version).toBe(printed.version);
    }
  });
});
