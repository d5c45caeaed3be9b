import { describe, expect, test } from '@jest/globals';
import type { CartId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { startProcess } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';
import { faultsOf, startCheckout } from '../../../support/checkout-world.js';

/** docs/spec/product-groups-api.md §3, §4. */
describe('A cart that is completed', () => {
  test('sells what is in it from now on, on the tier that it is linked to, with the ids that it had', async () => {
    const world = await startCheckout();
    const { useCases, organisationId, accountId, tier } = world;
    const key = await world.filled();
    world.time.set(at('2026-04-20T00:00:00+02:00'));
    const done = await useCases.completeCart(key);
    if (!done.ok) throw new Error(done.failure);
    const { cart, bought, invoice } = done;
    expect(cart).toMatchObject({ id: key.id, status: 'completed', accountId });
    expect(bought?.chain).toMatchObject({ id: cart.userProductId, accountId });
    expect(bought?.first).toMatchObject({
      id: cart.userProductId,
      tierId: tier.id,
      hasDocuments: true,
      validFrom: at('2026-04-20T00:00:00+02:00'),
    });
    expect(invoice).toMatchObject({ id: cart.invoiceId, sequence: null, netMinor: 1_000 });
    expect(await world.invoices()).toMatchObject([{ id: cart.invoiceId, sequence: 1 }]);
    expect(await world.told()).toEqual(['user_product_created', 'invoice.created']);
    expect(await world.stores.carts.find(organisationId, key.id)).toEqual(cart);
  });

  test('is completed once, and answers the same, drained or not', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    const first = await world.useCases.completeCart(key);
    expect(await world.useCases.completeCart(key)).toEqual(first);
    await world.useCases.drainOutbox(world.organisationId);
    await world.archive();
    expect(await world.useCases.completeCart(key)).toMatchObject({
      ok: true,
      invoice: first.ok ? first.invoice : null,
    });
    expect(await world.rows()).toHaveLength(1);
    expect(await world.invoices()).toHaveLength(1);
  });

  test('by many at once makes one', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    const done = await Promise.all(
      Array.from({ length: 20 }, () => world.useCases.completeCart(key)),
    );
    for (const it of done) expect(it).toEqual(done[0]);
    expect(await world.rows()).toHaveLength(1);
    expect(await world.invoices()).toHaveLength(1);
  });

  test('is sold at the price of then, and refused where that is no longer sold', async () => {
    const world = await startCheckout();
    const { useCases, stores, organisationId, starter } = world;
    const [cheap, archived] = [await world.filled(), await world.filled()];
    const periods = starter.periods.map((it) => ({
      ...it,
      price: { ...it.price, amountMinor: 1_200 },
    }));
    await stores.catalogues.savePackages(organisationId, [{ ...starter, periods }]);
    world.time.set(at('2026-04-16T12:00:03+02:00'));
    expect(await useCases.completeCart(cheap)).toMatchObject({ invoice: { netMinor: 1_200 } });
    await world.archive();
    expect(faultsOf(await useCases.completeCart(archived))).toEqual(['items.0.periodId invalid']);
    expect(await stores.carts.find(organisationId, archived.id)).toMatchObject({ status: 'open' });
    expect(await world.rows()).toHaveLength(1);
  });

  test('since long ago is answered as far as it is by then, and goes on', async () => {
    const world = await startCheckout();
    await world.sellByTheDay();
    const key = await world.filled({ startAt: at('2026-01-01T00:00:00+01:00') });
    const done = await world.useCases.completeCart(key);
    expect(done).toMatchObject({
      cart: { status: 'completed' },
      bought: { chain: { last: { validTo: at('2026-03-03T00:00:00+01:00') } } },
    });
    expect(await world.useCases.completeCart(key)).toMatchObject({
      bought: { chain: { last: { validTo: at('2026-04-17T00:00:00+02:00') } } },
    });
    expect(await world.rows()).toHaveLength(1);
  });

  test('at the version that it was read at, or answers the same again whatever it was read at', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    const at2 = { ...key, ifMatch: [2] };
    const refused = { ok: false, failure: 'version_mismatch' };
    expect(await world.useCases.completeCart(at2)).toEqual(refused);
    expect(await world.rows()).toEqual([]);
    expect(await world.useCases.completeCart({ ...key, ifMatch: [1] })).toMatchObject({
      ok: true,
    });
    for (const again of [key, at2, { ...key, ifMatch: [1] }]) {
      expect(await world.useCases.completeCart(again)).toMatchObject({ ok: true });
    }
    expect(await world.rows()).toHaveLength(1);
  });

  test('is not, from 30 days on, but where it was sold in time', async () => {
    const world = await startCheckout();
    const { useCases, organisationId, stores } = world;
    const [left, sold] = [await world.filled(), await world.filled()];
    const cart = await stores.carts.find(organisationId, sold.id);
    await useCases.completeCart(sold);
    if (cart === null) throw new Error('the cart is gone');
    // Whoever sold it died before saying so.
    const asOpen = { ...stores.carts, find: () => Promise.resolve(cart) };
    world.time.set(at('2026-05-16T11:59:59+02:00'));
    expect(await useCases.findCart(left)).toMatchObject({ cart: { status: 'open' } });
    world.time.set(at('2026-05-16T12:00:00+02:00'));
    expect(await useCases.completeCart(left)).toEqual({ ok: false, failure: 'not_found' });
    expect(await useCases.findCart(left)).toBeNull();
    const crashed = startProcess({ ...stores, carts: asOpen }, world.time);
    expect(await crashed.completeCart(sold)).toMatchObject({ cart: { status: 'completed' } });
    expect(await crashed.findCart(sold)).toMatchObject({ cart: { status: 'completed' } });
    expect(await world.rows()).toHaveLength(1);
  });

  test('has no invoice where nothing is paid in advance', async () => {
    const world = await startCheckout();
    const key = await world.filled({ periodId: world.arrearsPeriod });
    expect(await world.useCases.completeCart(key)).toMatchObject({ ok: true, invoice: null });
    expect(await world.useCases.findCart(key)).toMatchObject({ invoice: null });
  });

  test('starts where it says', async () => {
    const world = await startCheckout();
    const startAt = at('2026-04-01T00:00:00+02:00');
    const key = await world.filled({ startAt });
    const done = await world.useCases.completeCart(key);
    expect(done).toMatchObject({ bought: { first: { validFrom: startAt } } });
  });

  test('is not found by another organisation, nor under an id that is none', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    const notFound = { ok: false, failure: 'not_found' };
    const { completeCart } = world.useCases;
    expect(await completeCart({ ...key, organisationId: newId() })).toEqual(notFound);
    expect(await completeCart({ ...key, id: newId<CartId>() })).toEqual(notFound);
  });
});
