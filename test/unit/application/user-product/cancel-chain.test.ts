import { describe, expect, test } from '@jest/globals';
import {
  makeCancelChain,
  makeReactivateChain,
} from '../../../../src/application/user-product/cancel-chain.js';
import { BusyError } from '../../../../src/application/ports/failures.js';
import type { CancelUserProduct } from '../../../../src/application/user-product/edit-user-products.js';
import type { FindChain } from '../../../../src/application/user-product/subscription-chain.js';
import { startCheckout } from '../../../support/checkout-world.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startCheckout();
  const made = await world.subscribeTo();
  if (!made.ok) throw new Error(made.failure);
  const { organisationId, accountId } = world;
  const { chain } = made;
  const key = { organisationId, accountId, subscriptionId: chain.id };
  return { ...world, chain, key };
}

const any = { ifMatch: null };

/** docs/spec/product-groups-api.md §4. */
describe('A subscription', () => {
  test('is cancelled by its own id, and answered as that leaves it; again it stays so', async () => {
    const { key, useCases, chain } = await begin();
    const cancelled = await useCases.cancelChain(key, any);
    expect(cancelled).toMatchObject({
      ok: true,
      chain: { id: chain.id, last: { state: 'cancelled', version: 2 } },
    });
    expect(await useCases.cancelChain(key, any)).toEqual(cancelled);
    expect(await useCases.findChain(key)).toMatchObject({
      chain: { last: { state: 'cancelled' } },
    });
  });

  test('is reactivated, and refused where there is nothing to take back', async () => {
    const { key, useCases } = await begin();
    await useCases.cancelChain(key, any);
    expect(await useCases.reactivateChain(key, any)).toMatchObject({
      chain: { last: { state: 'activated', version: 3 } },
    });
    expect(await useCases.reactivateChain(key, any)).toMatchObject({
      failure: 'refused',
      refusals: [{ reason: 'user_product_not_cancelled' }],
    });
  });

  test('of another version than is named is left alone', async () => {
    const { key, useCases } = await begin();
    const moved = { ok: false, failure: 'version_mismatch' };
    expect(await useCases.cancelChain(key, { ifMatch: [7] })).toEqual(moved);
    expect(await useCases.cancelChain(key, { ifMatch: [7, 1] })).toMatchObject({ ok: true });
  });

  test('of another account, or of nobody, is not found', async () => {
    const { key, useCases } = await begin();
    const notFound = { ok: false, failure: 'not_found' };
    for (const edits of [{ accountId: newId<never>() }, { subscriptionId: newId<never>() }]) {
      expect(await useCases.cancelChain({ ...key, ...edits }, any)).toEqual(notFound);
    }
  });

  test('that a change ends meanwhile is cancelled as what it became', async () => {
    const { key, chain, context } = await begin();
    const found = { chain, context: await context() };
    const successor = { ...chain, last: { ...chain.last, id: newId<never>() } };
    const chains = [found, { ...found, chain: successor }];
    const findChain: FindChain = () => Promise.resolve(chains.shift() ?? null);
    const asked: unknown[] = [];
    const refusals = [{ reason: 'user_product_ended', facts: {} }] as const;
    const cancelUserProduct: CancelUserProduct = ({ userProductId: id }) => {
      asked.push(id);
      const { last: product } = successor;
      return Promise.resolve(
        id === chain.last.id
          ? { ok: false, failure: 'refused', refusals }
          : { ok: true, id, product, written: null },
      );
    };
    const cancelChain = makeCancelChain({ findChain, cancelUserProduct });
    expect(await cancelChain(key, any)).toMatchObject({ chain: { last: successor.last } });
    expect(asked).toEqual([chain.last.id, successor.last.id]);
  });

  test('that keeps changing is to be asked for again, and one that has ended is refused', async () => {
    const { key, chain, context } = await begin();
    const found = { chain, context: await context() };
    const refused = {
      ok: false,
      failure: 'refused',
      refusals: [{ reason: 'user_product_ended', facts: {} }],
    } as const;
    const reactivateUserProduct = () => Promise.resolve(refused);
    const findChain = () => Promise.resolve(found);
    const reactivateChain = makeReactivateChain({ findChain, reactivateUserProduct });
    await expect(reactivateChain(key, any)).rejects.toThrow(BusyError);
    const ended = { ...chain, last: { ...chain.last, endedBy: {} as never } };
    const findEnded = () => Promise.resolve({ ...found, chain: ended });
    const late = makeReactivateChain({ findChain: findEnded, reactivateUserProduct });
    expect(await late(key, any)).toEqual(refused);
  });
});
