import { afterEach, describe, expect, test } from '@jest/globals';
import { openShop, type Printed, type Shop } from '../support/group-shop.js';

let open: Shop | undefined;
afterEach(() => open?.close());

const opened = async (now: string): Promise<Shop> => {
  open = await openShop({ now });
  return open;
};

type Amounts = Readonly<Record<'credit' | 'used' | 'charge' | 'dueNow', { amount: number }>>;

const amountsOf = ({ settlement }: Printed) => {
  const { credit, used, charge, dueNow } = settlement as Amounts;
  return [credit, used, charge, dueNow].map(({ amount }) => amount);
};

type Fields = Readonly<Record<string, unknown>>;

type Case = {
  /** Since when the item is there, and when it is changed. */
  readonly since: string;
  readonly now: string;
  readonly from?: Fields;
  readonly to?: Fields;
  readonly row?: Fields;
  readonly quantity?: number;
  readonly toQuantity?: number;
  /** Credit, used, charge and due now, in minor units. */
  readonly amounts: readonly [number, number, number, number];
  /** The sums of the credit note and of the invoice; null where there is none. */
  readonly documents: readonly [number | null, number | null];
  readonly share?: object | null;
};

const seats = (amount: number) => ({ type: 'per_unit', price: { amount } });
const april = { since: '2027-04-01T00:00:00+02:00', now: '2027-04-16T00:00:00+02:00' };
/** In Stockholm the clock goes on by an hour on 28 March 2027, and back on 31 October. */
const march = { since: '2027-03-01T00:00:00+01:00' };
const october = { since: '2027-10-01T00:00:00+02:00' };

/** docs/spec/product-groups-api.md §5: the arithmetic stands beside the amounts. */
const cases: readonly (Case & { readonly what: string })[] = [
  {
    what: 'nothing was paid: 0.00 to 30.00',
    ...april,
    ...{ from: { price: { amount: 0 } }, to: { price: { amount: 3_000 } } },
    ...{ amounts: [0, 0, 3_000, 3_000], documents: [null, 3_000] },
  },
  {
    what: 'nothing is to be paid: half of 10.00 is given back',
    ...april,
    ...{ to: { price: { amount: 0 } } },
    ...{ amounts: [500, 0, 0, -500], documents: [500, null] },
    share: { parts: 15, whole: 30, unit: 'day' },
  },
  {
    what: 'nothing before and nothing after',
    ...april,
    ...{ from: { price: { amount: 0 } }, to: { price: { amount: 0 } } },
    ...{ amounts: [0, 0, 0, 0], documents: [null, null] },
  },
  {
    what: 'nothing was used in arrears at 0.00',
    ...april,
    ...{ from: { price: { amount: 0 }, payInAdvance: false }, to: { payInAdvance: false } },
    ...{ amounts: [0, 0, 0, 0], documents: [null, null] },
  },
  {
    what: 'one minor unit: half of it is rounded away from zero, once',
    ...april,
    ...{ from: { price: { amount: 1 } }, to: { price: { amount: 1 } } },
    ...{ amounts: [1, 0, 1, 0], documents: [1, 1] },
  },
  {
    what: 'yen have no minor unit: 15 of 30 days of 1001 are 500.5, so 501',
    ...april,
    from: { currencyCode: 'JPY', price: { amount: 1_001 } },
    to: { currencyCode: 'JPY', price: { amount: 3_000 } },
    ...{ amounts: [501, 0, 3_000, 2_499], documents: [501, 3_000] },
  },
  {
    what: 'dinars have a thousand: 15 of 30 days of 1.001 are 0.5005, so 0.501',
    ...april,
    from: { currencyCode: 'KWD', price: { amount: 1_001 } },
    to: { currencyCode: 'KWD', price: { amount: 3_000 } },
    ...{ amounts: [501, 0, 3_000, 2_499], documents: [501, 3_000] },
  },
  {
    what: '3.33 × 3 with 14 of 31 days left: 9.99 × 14/31 is 4.51, not 3 × 1.50',
    ...{ ...march, now: '2027-03-18T12:00:00+01:00' },
    ...{ from: seats(333), quantity: 3, to: { price: { amount: 0 } } },
    ...{ amounts: [451, 0, 0, -451], documents: [451, null] },
  },
  {
    what: '3.33 × 3 in arrears with 14 of 31 days left: 9.99 − 4.51 is owed',
    ...{ ...march, now: '2027-03-18T12:00:00+01:00' },
    ...{ from: { ...seats(333), payInAdvance: false }, quantity: 3, to: { price: { amount: 0 } } },
    ...{ amounts: [0, 548, 0, 548], documents: [null, 548] },
  },
  ...(
    [
      ['the day before', '2027-03-27T23:59:59+01:00', 5],
      ['the day that has 23 hours, before its gap', '2027-03-28T01:59:59+01:00', 4],
      ['the day that has 23 hours, after its gap', '2027-03-28T03:00:00+02:00', 4],
      ['the day after', '2027-03-29T00:00:00+02:00', 3],
    ] as const
  ).map(([when, now, days]) => ({
    what: `a day is a day, however long, in spring: ${when}, ${String(days)} of 31`,
    ...{ ...march, now, to: { price: { amount: 0 } }, from: { price: { amount: 3_100 } } },
    amounts: [days * 100, 0, 0, -days * 100] as const,
    documents: [days * 100, null] as const,
    share: { parts: days, whole: 31, unit: 'day' },
  })),
  ...(
    [
      ['the day that has 25 hours, at its first 02:30', '2027-10-31T02:30:00+02:00', 1],
      ['the day that has 25 hours, at its second 02:30', '2027-10-31T02:30:00+01:00', 1],
      ['the day before', '2027-10-30T12:00:00+02:00', 2],
    ] as const
  ).map(([when, now, days]) => ({
    what: `a day is a day, however long, in autumn: ${when}, ${String(days)} of 31`,
    ...{ ...october, now, to: { price: { amount: 0 } }, from: { price: { amount: 3_100 } } },
    amounts: [days * 100, 0, 0, -days * 100] as const,
    documents: [days * 100, null] as const,
    share: { parts: days, whole: 31, unit: 'day' },
  })),
  {
    what: 'a period of one day has no whole day left in it but its own',
    ...{ since: '2027-04-16T00:00:00+02:00', now: '2027-04-16T23:59:59.999+02:00' },
    ...{ from: { billingInterval: '1D' }, to: { price: { amount: 0 } } },
    ...{ amounts: [1_000, 0, 0, -1_000], documents: [1_000, null] },
    share: { parts: 1, whole: 1, unit: 'day' },
  },
  {
    what: 'paid in full, whatever is left: 10.00',
    ...{ ...april, now: '2027-04-30T23:59:59.999+02:00', row: { creditType: 'full' } },
    ...{ to: { price: { amount: 0 } } },
    ...{ amounts: [1_000, 0, 0, -1_000], documents: [1_000, null] },
    share: null,
  },
  {
    what: 'the last millisecond is a day',
    ...{ ...april, now: '2027-04-30T23:59:59.999+02:00', to: { price: { amount: 0 } } },
    ...{ amounts: [33, 0, 0, -33], documents: [33, null] },
    share: { parts: 1, whole: 30, unit: 'day' },
  },
  {
    what: 'a million units at the highest price that fits: 9,000,000,000.00',
    ...{ ...april, from: { price: { amount: 0 } } },
    ...{ to: seats(900_000), toQuantity: 1_000_000 },
    amounts: [0, 0, 900_000_000_000, 900_000_000_000],
    documents: [null, 900_000_000_000],
  },
];

type Preview = Amounts & { readonly quote: string };

/** What was shown to the customer of that item, and what came of it with the quote that was shown. */
async function changed(shop: Shop, it: Case) {
  const before = await shop.sells('Before', it.from);
  const after = await shop.sells('After', it.to, it.row);
  const { tiers } = await shop.groups([before, after]);
  const item = await shop.subscribes(before, { tier: tiers[0], quantity: it.quantity });
  shop.moveTo(it.now);
  const { toQuantity: quantity } = it;
  const asked = quantity === undefined ? '' : `?quantity=${String(quantity)}`;
  const listed = await shop.made(`GET /subscription-items/${item.id}/change-options${asked}`);
  const option = (listed.options as readonly Printed[]).find(({ id }) => id === tiers[1]);
  const [shown] = option?.pricePlans as readonly { readonly preview: Preview }[];
  const applied = await shop.made(`POST /product-group-memberships/${tiers[1] ?? ''}/apply`, {
    ...{ subscriptionItem: item.id, quote: shown?.preview.quote, quantity },
  });
  const { currencyCode } = after.plan;
  return { item, preview: shown?.preview, applied, currencyCode };
}

const sumOf = (document: unknown) =>
  (document as { netAmount: { amount: number } } | null)?.netAmount.amount ?? null;

describe('What a change at once comes to', () => {
  test.each(cases)('$what', async (it) => {
    const shop = await opened(it.since);
    const { item, preview, applied, currencyCode } = await changed(shop, it);
    const { creditNote, invoice, settlement } = applied;
    expect(amountsOf(applied)).toEqual(it.amounts);
    expect(preview).toMatchObject(settlement as object);
    expect([sumOf(creditNote), sumOf(invoice)]).toEqual(it.documents);
    if (it.share !== undefined) {
      expect(creditNote).toMatchObject({ positions: [{ kind: 'credit', share: it.share }] });
    }
    const precision = { EUR: 2, JPY: 0, KWD: 3 }[String(currencyCode)];
    expect((settlement as Amounts).credit).toMatchObject({ precision, currencyCode });
    expect(await shop.broken(item.customer)).toEqual([]);
  });

  test('a stretch without a whole day is counted in milliseconds: 6 of the 12 hours that 5.00 buys', async () => {
    const shop = await opened('2027-04-01T00:00:00+02:00');
    const sold = [
      await shop.sells('Basic'),
      await shop.sells('Dear', { price: { amount: 30_000 } }),
      await shop.sells('Free', { price: { amount: 0 } }),
    ] as const;
    const { tiers } = await shop.groups(sold);
    const item = await shop.subscribes(sold[0], { tier: tiers[0] });
    // By Payway's rules half of 10.00 is half a day of 300.00 a month.
    shop.moveTo('2027-04-16T00:00:00+02:00');
    const { id } = await shop.made('PUT /external/api/v1/subscription_system/change_product', {
      ...{ account_id: item.customer, user_product_id: item.id, default_behaviour: true },
      ...{ package_code: sold[1].product.number, target_period_id: sold[1].plan.id },
    });
    shop.moveTo('2027-04-16T06:00:00+02:00');
    const applied = await shop.made(`POST /product-group-memberships/${tiers[2] ?? ''}/apply`, {
      subscriptionItem: id,
    });
    expect(amountsOf(applied)).toEqual([250, 0, 0, -250]);
    const hourMs = 3_600_000;
    expect(applied.creditNote).toMatchObject({
      positions: [{ share: { parts: 6 * hourMs, whole: 12 * hourMs, unit: 'millisecond' } }],
    });
    expect(await shop.broken(item.customer)).toEqual([]);
  });
});
