import { describe, expect, test } from '@jest/globals';
import type { UserProductId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { newId } from '../../../support/stored/ids.js';
import { type CheckoutWorld, faultsOf, startCheckout } from '../../../support/checkout-world.js';

async function made(world: CheckoutWorld, ...given: Parameters<CheckoutWorld['subscribeTo']>) {
  const result = await world.subscribeTo(...given);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.chain;
}

/** docs/spec/product-groups-api.md §3, §4, §7. */
describe('A subscription that is made in the back office', () => {
  test('has one item from now on, on no tier, with its first invoice, told of in order', async () => {
    const world = await startCheckout();
    const chain = await made(world);
    expect(chain).toMatchObject({ accountId: world.accountId, createdAt: world.time.now() });
    expect(chain.last).toMatchObject({
      id: chain.id,
      version: 1,
      tierId: null,
      hasDocuments: true,
      validFrom: world.time.now(),
      validTo: at('2026-05-16T12:00:00+02:00'),
    });
    const invoices = await world.invoices();
    expect(invoices).toMatchObject([{ sequence: 1, netMinor: 1_000, subscriptionId: chain.id }]);
    expect(await world.told()).toEqual(['user_product_created', 'invoice.created']);
  });

  test('since 1 February is caught up, an invoice a month: three by 16 April', async () => {
    const world = await startCheckout();
    const startAt = at('2026-02-01T00:00:00+01:00');
    const { last } = await made(world, { startAt });
    expect([last.validFrom, last.validTo]).toEqual([startAt, at('2026-05-01T00:00:00+02:00')]);
    const invoices = await world.invoices();
    expect(invoices.map(({ createdAt }) => createdAt)).toEqual([
      startAt,
      at('2026-03-01T00:00:00+01:00'),
      at('2026-04-01T00:00:00+02:00'),
    ]);
  });

  test('in arrears is invoiced for what has ended alone', async () => {
    const world = await startCheckout();
    const startAt = at('2026-03-01T00:00:00+01:00');
    await made(world, { periodId: world.arrearsPeriod, startAt });
    const invoices = await world.invoices();
    expect(invoices).toMatchObject([{ createdAt: at('2026-04-01T00:00:00+02:00'), netMinor: 700 }]);
  });

  test('of which more is due than a request ends is answered as far as it is by then, and goes on', async () => {
    const world = await startCheckout();
    await world.sellByTheDay();
    const id = newId<UserProductId>();
    const startAt = at('2026-01-01T00:00:00+01:00');
    const first = await made(world, { startAt }, id);
    expect([first.last.id, first.last.validTo]).toEqual([id, at('2026-03-03T00:00:00+01:00')]);
    const { last } = await made(world, { startAt }, id);
    expect([last.id, last.validTo]).toEqual([id, at('2026-04-17T00:00:00+02:00')]);
    expect(await world.rows()).toHaveLength(1);
    expect(await world.invoices()).toHaveLength(100);
  });

  test('under an id that was chosen is made once, whatever the catalogue says by then', async () => {
    const world = await startCheckout();
    const id = newId<UserProductId>();
    expect((await made(world, {}, id)).id).toBe(id);
    expect((await made(world, { quantity: 3 }, id)).id).toBe(id);
    await world.archive();
    expect((await made(world, {}, id)).id).toBe(id);
    expect(await world.rows()).toHaveLength(1);
    expect(await world.invoices()).toHaveLength(1);
  });
});

describe('A subscription is not made', () => {
  test('for an account that is unknown, and all else that is wrong is told too', async () => {
    const world = await startCheckout();
    const order = { packageId: newId<never>(), periodId: world.seatsPeriod, quantity: 10 };
    expect(faultsOf(await world.subscribeTo(order, null, newId()))).toEqual([
      'accountId not_found',
      'items.0.packageId not_found',
      'items.0.quantity range',
    ]);
  });

  test('of what cannot be bought', async () => {
    const world = await startCheckout();
    const faults = async (order: Parameters<CheckoutWorld['subscribeTo']>[0]) =>
      faultsOf(await world.subscribeTo(order));
    expect(await faults({ periodId: newId() })).toEqual(['items.0.periodId not_found']);
    expect(await faults({ packageId: world.seats.id })).toEqual(['items.0.periodId invalid']);
    expect(await faults({ startAt: at('2026-04-16T12:00:01+02:00') })).toEqual(['startAt range']);
    await world.archive();
    expect(await faults({})).toEqual(['items.0.periodId invalid']);
    expect(await world.rows()).toEqual([]);
  });

  test('for an account that has ten thousand', async () => {
    const world = await startCheckout();
    const asked = { most: 10_000, now: world.time.now() };
    for (let taken = 0; taken < 10_000; taken += 1) {
      await world.stores.productPlaces.take(world.organisationId, world.accountId, asked);
    }
    expect(await world.subscribeTo()).toMatchObject({
      ok: false,
      failure: 'refused',
      refusals: [{ reason: 'too_many_user_products' }],
    });
  });
});
