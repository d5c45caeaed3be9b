import { describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { beginGroupLife, documentText, type GroupLife } from '../support/group-life.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const seats = { chargeModel: 'per_unit', quantityEditable: true } as const;

const told = async (life: GroupLife) => (await life.documents()).map(documentText);
const inShort = ({ packageCode, quantity, state, createdFrom }: UserProduct) =>
  `${packageCode} × ${String(quantity)} ${state}, ${createdFrom}`;

describe('A subscription within a product group', () => {
  test('begins free, is paid, goes down at the end of a period, has more seats, is upgraded by Payway’s rules and cancelled', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'free',
      tiers: [
        { code: 'free', price: 0 },
        { code: 'team', price: 400, billing: seats, changeTiming: 'end_of_period' },
        { code: 'pro', price: 3_000 },
      ],
    });
    await life.moveTo('2027-04-16T00:00:00+02:00');
    expect(await life.apply('pro')).toMatchObject({ ok: true });
    expect(await life.news()).toEqual([
      'user_product_created',
      'package_upgrade',
      'invoice.created',
    ]);
    expect(await told(life)).toEqual(['RE-0000000001 30.00']);

    // Down to the team's seats on 16 May: nothing is given back for what is used up by then.
    expect(await life.apply('team', { quantity: 3 })).toMatchObject({ ok: true });
    expect(await life.news()).toEqual(['package_downgrade']);
    await life.moveTo('2027-05-16T00:00:00+02:00');
    expect(await life.news()).toEqual(['package_downgrade_completed', 'invoice.created']);
    expect(await told(life)).toEqual(['RE-0000000001 30.00', 'RE-0000000002 12.00']);

    // Two seats more, at the end of the period too.
    expect(await life.apply('team', { quantity: 5 })).toMatchObject({ ok: true });
    expect(await life.news()).toEqual(['package_change']);
    await life.moveTo('2027-06-16T00:00:00+02:00');
    expect(await life.news()).toEqual(['package_change_completed', 'invoice.created']);
    expect((await told(life)).at(-1)).toBe('RE-0000000003 20.00');

    // Half of 20.00 is left on 1 July; at 30.00 a month by Payway's rules that is a third of a month, and no document.
    await life.moveTo('2027-07-01T00:00:00+02:00');
    const item = await life.current();
    expect(await life.useCases.requestChange(life.seeded.request(item, 'pro'))).toMatchObject({
      ok: true,
    });
    expect(await life.news()).toEqual(['package_upgrade']);
    const upgraded = await life.current();
    expect(inShort(upgraded)).toBe('pro × 1 activated, upgrade');
    expect(upgraded.tierId).toBe(life.tierOf('pro').id);

    const { organisationId, accountId, id: userProductId } = upgraded;
    const key = { organisationId, accountId, userProductId };
    const said = { reasonId: null, creditInvoiceIfSent: false };
    expect(await life.useCases.cancelUserProduct(key, said)).toMatchObject({ ok: true });
    await life.moveTo('2027-08-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_cancelled', 'user_product_deactivated']);
    expect((await life.all()).map(inShort)).toEqual([
      'free × 1 deactivated, api',
      'pro × 1 deactivated, upgrade',
      'team × 3 deactivated, downgrade',
      'team × 5 deactivated, package_change',
      'pro × 1 deactivated, upgrade',
    ]);
    expect(await told(life)).toHaveLength(3);
    expect(await life.broken()).toEqual([]);
  });

  test('is paid in arrears, in advance and in arrears again: over twelve months the documents sum to what was used', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...{ validFrom: '2027-01-01T00:00:00+01:00', validTo: '2027-02-01T00:00:00+01:00' },
      on: 'later',
      tiers: [
        { code: 'later', price: 1_000, billing: { payInAdvance: false } },
        { code: 'first', price: 3_000 },
      ],
    });
    // A ledger of its own: what each stretch of service is worth, by hand.
    await life.moveTo('2027-03-16T00:00:00+01:00'); // January and February in arrears
    let ledger = 1_000 + 1_000;
    expect(await life.apply('first')).toMatchObject({ ok: true }); // 15 of the 31 days of March
    ledger += 1_000 - 516 + 3_000; // 16 of 31 are left: 5.16
    await life.moveTo('2027-06-20T00:00:00+02:00'); // 16 April, 16 May, 16 June
    ledger += 3 * 3_000;
    expect(await life.apply('later')).toMatchObject({ ok: true }); // 26 of 30 days are left
    ledger -= 2_600;
    await life.moveTo('2027-12-31T00:00:00+01:00'); // 20 July … 20 December
    ledger += 6 * 1_000;
    const documents = await life.documents();
    const sum = documents.reduce(
      (total, { type, netMinor }) => total + (type === 'invoice' ? netMinor : -netMinor),
      0,
    );
    expect(sum).toBe(ledger);
    expect(
      documents.map(({ sequence }) => sequence).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(
      [...Array(documents.length - 1).keys()]
        .map((it) => it + 1)
        .concat(1)
        .toSorted((a, b) => a - b),
    );
    expect(await life.broken()).toEqual([]);
  });

  test('shows a change that was asked for in one dialect in the other, and lets one slot wait', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'pro',
      tiers: [
        { code: 'basic', price: 1_000, changeTiming: 'end_of_period' },
        { code: 'pro', price: 3_000 },
        { code: 'max', price: 9_000, changeTiming: 'end_of_period' },
      ],
    });
    const item = await life.current();
    const { organisationId, accountId, id: userProductId } = item;
    // An upgrade waits: only here.
    expect(await life.apply('max')).toMatchObject({ ok: true, id: item.id });
    expect((await life.current()).pendingChange).toMatchObject({
      kind: 'upgrade',
      behaviour: 'group',
    });
    expect(await life.news()).toEqual([
      'user_product_created',
      'invoice.created',
      'package_upgrade_scheduled',
    ]);
    // Asked for again it is a repeat; another is refused.
    expect(await life.apply('max')).toMatchObject({ ok: true, written: null });
    expect(await life.apply('basic')).toMatchObject({ refusals: [{ reason: 'change_pending' }] });
    // A request by Payway's rules replaces it.
    expect(await life.useCases.requestChange(life.seeded.request(item, 'basic'))).toMatchObject({
      ok: true,
    });
    expect(await life.news()).toEqual(['package_change_cancelled', 'package_downgrade']);
    const waiting = (await life.current()).pendingChange;
    expect(waiting).toMatchObject({
      behaviour: 'default',
      target: { quantity: 1, tierId: life.tierOf('basic').id },
    });
    expect(await life.apply('basic')).toMatchObject({ refusals: [{ reason: 'change_pending' }] });
    const { refused, options } = await life.options();
    expect(options).toEqual([]);
    expect(new Set(refused.flatMap((it) => it.refusals.map(({ reason }) => reason)))).toEqual(
      new Set(['change_pending']),
    );
    const key = { organisationId, accountId, userProductId };
    expect(await life.useCases.cancelPendingChange(key, null)).toMatchObject({ ok: true });
    expect((await life.options()).options.length).toBe(2);
    expect(await life.broken()).toEqual([]);
  });
});

describe('Value', () => {
  test('that a Payway upgrade carried is what a later credit is worth, no more', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'basic',
      tiers: [
        { code: 'basic', price: 1_000 },
        { code: 'pro', price: 3_000 },
        { code: 'max', price: 9_000, creditType: 'full' },
      ],
    });
    await life.moveTo('2027-04-16T00:00:00+02:00');
    const item = await life.current();
    await life.useCases.requestChange(life.seeded.request(item, 'pro'));
    // 5.00 were carried: five days of 30.00. All of it may be given back, and not the price of a month.
    expect(await life.apply('max')).toMatchObject({ ok: true });
    expect(await told(life)).toEqual([
      'RE-0000000001 10.00',
      'CN-0000000001 5.00',
      'RE-0000000002 90.00',
    ]);
    const [first, credit] = await life.documents();
    expect(credit?.references).toEqual({ invoice: first?.id });
    expect(await life.broken()).toEqual([]);
  });

  test('nothing left: a Payway upgrade of what has documents is renewed at once, and invoiced', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'free',
      tiers: [
        { code: 'free', price: 0 },
        { code: 'pro', price: 3_000 },
      ],
    });
    await life.moveTo('2027-04-16T00:00:00+02:00');
    const item = await life.current();
    await life.useCases.requestChange(life.seeded.request(item, 'pro'));
    expect(await life.news()).toEqual([
      'user_product_created',
      'package_upgrade',
      'user_product_renewed',
      'invoice.created',
    ]);
    expect(await told(life)).toEqual(['RE-0000000001 30.00']);
    expect(await life.broken()).toEqual([]);
  });

  test('arrears: a Payway upgrade is refused, and its downgrade waits', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'later',
      tiers: [
        { code: 'small', price: 500 },
        { code: 'later', price: 1_000, billing: { payInAdvance: false } },
        { code: 'pro', price: 3_000 },
      ],
    });
    const item = await life.current();
    expect(await life.useCases.requestChange(life.seeded.request(item, 'pro'))).toMatchObject({
      refusals: [{ reason: 'payment_period_in_arrears' }],
    });
    expect(await life.useCases.requestChange(life.seeded.request(item, 'small'))).toMatchObject({
      ok: true,
    });
    await life.moveTo('2027-05-01T00:00:00+02:00');
    expect(await told(life)).toEqual(['RE-0000000001 15.00']);
    expect(await life.broken()).toEqual([]);
  });
});
