import { describe, expect, test } from '@jest/globals';
import type { CartId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { newId } from '../../../support/stored/ids.js';
import { faultsOf, startCheckout } from '../../../support/checkout-world.js';

/** docs/spec/product-groups-api.md §4. */
describe('A cart', () => {
  test('holds what could be bought now, and sells nothing', async () => {
    const world = await startCheckout();
    const made = await world.fill({ periodId: world.seatsPeriod });
    expect(made).toMatchObject({
      ok: true,
      cart: {
        accountId: world.accountId,
        packageId: world.seats.id,
        offered: { periodId: world.seatsPeriod },
        quantity: 2,
        startAt: null,
        status: 'open',
      },
      bought: null,
      invoice: null,
    });
    expect(await world.rows()).toEqual([]);
  });

  test('under an id that was chosen is made once, whatever the catalogue says by then', async () => {
    const world = await startCheckout();
    const id = newId<CartId>();
    const first = await world.fill({}, id);
    await world.archive();
    const again = await world.fill({}, id);
    expect(again).toMatchObject({ ok: true, cart: first.ok ? first.cart : null });
  });

  test('is one of a hundred that are open, those that are over not counted', async () => {
    const world = await startCheckout();
    const id = newId<CartId>();
    expect(await world.fill({}, id)).toMatchObject({ ok: true });
    for (let count = 1; count < 100; count += 1) await world.filled();
    const full = { ok: false, failure: 'full', most: 100 };
    expect(await world.fill()).toEqual(full);
    expect(await world.fill({}, id)).toMatchObject({ ok: true, cart: { id } });
    await world.useCases.completeCart({
      organisationId: world.organisationId,
      id,
      ifMatch: null,
    });
    expect(await world.fill()).toMatchObject({ ok: true });
    expect(await world.fill()).toEqual(full);
    world.time.set(at('2026-05-16T12:00:00+02:00'));
    expect(await world.fill()).toMatchObject({ ok: true });
  });

  test('of what cannot be bought is not made', async () => {
    const world = await startCheckout();
    const startAt = at('2027-01-01T00:00:00Z');
    expect(faultsOf(await world.fill({ periodId: newId(), startAt }))).toEqual([
      'items.0.periodId not_found',
      'startAt range',
    ]);
  });
});
