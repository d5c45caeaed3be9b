import { describe, expect, test } from '@jest/globals';
import { knownChanges } from '../../../../src/application/change/known-changes.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const { stores, organisationId } = world;
  /** By the names of their targets: they are told in no order. */
  const known = async (of: UserProduct = product) => {
    const written = await stores.changes.listByAccount(organisationId, of.accountId);
    const changes = knownChanges(written, [await world.stored(of)]);
    return changes.toSorted((a, b) => (a.target.packageCode < b.target.packageCode ? -1 : 1));
  };
  const ask = (code: string) => world.useCases.requestChange(world.seeded.request(product, code));
  return { ...world, product, known, ask };
}

describe('The changes that are known of an account', () => {
  test('are none where nothing was asked', async () => {
    expect(await (await begin()).known()).toEqual([]);
  });

  test('are the same before they are drained and after', async () => {
    const { known, ask, useCases } = await begin();
    await ask('lite');
    await ask('digital');
    const waiting = await known();
    await useCases.drainOutbox('all');
    expect(await known()).toEqual(waiting);
    expect(waiting.map(({ target, state }) => `${target.packageCode} ${state}`)).toEqual([
      'digital applied',
      'lite superseded',
    ]);
  });

  test('count once where one is opened in the collection and closed in a row', async () => {
    const { known, ask, useCases, keyOf, product } = await begin();
    await ask('lite');
    await useCases.drainOutbox('all');
    await useCases.cancelPendingChange(keyOf(product), null);
    expect((await known()).map((it) => it.state)).toEqual(['cancelled']);
  });

  test('wait for the boundary as it is now', async () => {
    const { known, ask, useCases, keyOf, product } = await begin();
    await ask('lite');
    const validTo = at('2026-05-11T00:00:00+02:00');
    await useCases.editUserProduct(keyOf(product), { validTo });
    expect((await known())[0]?.effectiveAt).toBe(validTo);
  });
});
