import { describe, expect, test } from '@jest/globals';
import { makeSellSubscription } from '../../../../src/application/checkout/sell-subscription.js';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { surroundingsAt } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';
import { type CheckoutWorld, startCheckout } from '../../../support/checkout-world.js';

/** Whoever completes it dies right behind the insert. */
async function sellAndDie(
  world: CheckoutWorld,
  { id }: { id: Parameters<CheckoutWorld['useCases']['findCart']>[0]['id'] },
) {
  const { stores, organisationId, accountId, time, useCases, orderOf } = world;
  const cart = await stores.carts.find(organisationId, id);
  if (cart === null) throw new Error('there is no cart');
  const surroundings = surroundingsAt(time);
  const sell = makeSellSubscription({
    ...stores,
    ...surroundings,
    organisationNow: useCases.organisationNow,
    readContext: makeReadOrganisationContext({ ...stores, clock: time }),
  });
  const { userProductId, invoiceId } = cart;
  const sale = { organisationId, accountId, order: orderOf(), takesLinkedTier: true };
  expect(await sell({ ...sale, id: userProductId, invoiceId })).toEqual({ ok: true });
  return cart;
}

/** docs/spec/product-groups-api.md §4. */
describe('A cart that is read', () => {
  test('is open until it is completed, then has its invoice with its number', async () => {
    const world = await startCheckout();
    const { findCart, completeCart } = world.useCases;
    const key = await world.filled();
    expect(await findCart(key)).toMatchObject({
      cart: { status: 'open' },
      bought: null,
      invoice: null,
    });
    await completeCart(key);
    expect(await findCart(key)).toMatchObject({
      cart: { status: 'completed' },
      bought: { chain: { accountId: world.accountId } },
      invoice: { sequence: 1 },
    });
  });

  test('is completed where whoever did that has died before saying so', async () => {
    const world = await startCheckout();
    const { stores, organisationId, useCases } = world;
    const key = await world.filled();
    const cart = await sellAndDie(world, key);
    expect(await useCases.findCart(key)).toMatchObject({
      cart: { status: 'completed' },
      bought: { first: { id: cart.userProductId } },
      invoice: { id: cart.invoiceId },
    });
    expect(await stores.carts.find(organisationId, key.id)).toMatchObject({ status: 'completed' });
  });

  test('shows what was bought and what became of that', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    await world.useCases.completeCart(key);
    const read = await world.useCases.findCart(key);
    const chain = read?.bought?.chain;
    if (chain === undefined) throw new Error('nothing was bought');
    const { organisationId, accountId } = world;
    const ownKey = { organisationId, accountId, subscriptionId: chain.id };
    await world.useCases.cancelChain(ownKey, { ifMatch: null });
    expect(await world.useCases.findCart(key)).toMatchObject({
      bought: { first: { state: 'cancelled' }, chain: { last: { state: 'cancelled' } } },
    });
  });

  test('is nobody else’s', async () => {
    const world = await startCheckout();
    const key = await world.filled();
    expect(await world.useCases.findCart({ ...key, organisationId: newId() })).toBeNull();
    expect(await world.useCases.findCart({ ...key, id: newId() })).toBeNull();
  });
});
