import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const read = (edits: object = {}) =>
    world.useCases.readSubscription({
      ...world.keyOf(product),
      accountId: product.accountId,
      ...edits,
    });
  const ask = (code: string) => world.useCases.requestChange(world.seeded.request(product, code));
  return { ...world, product, read, ask };
}

describe('A subscription', () => {
  test('is its one user product, at the organisation’s time', async () => {
    const { read, product, time, seeded } = await begin();
    const life = await read();
    expect(life?.products.map(({ id }) => id)).toEqual([product.id]);
    expect([life?.last.id, life?.changes, life?.now]).toEqual([product.id, [], time.now()]);
    expect(life?.context.organisation.id).toBe(seeded.organisation.id);
  });

  test('is the whole chain, whichever of its user products names it', async () => {
    const { read, ask, product, stored } = await begin();
    await ask('digital');
    const { endedBy } = (await stored(product)).product;
    const [byFirst, byLast] = [await read(), await read({ userProductId: endedBy?.successorId })];
    expect(byFirst?.products.map(({ packageCode }) => packageCode)).toEqual(['basic', 'digital']);
    expect(byFirst?.last.id).toBe(endedBy?.successorId);
    expect(byLast).toEqual(byFirst);
  });

  test('has its changes newest first, drained or not', async () => {
    const { read, ask, time, useCases } = await begin();
    await ask('lite');
    time.set(at('2026-04-17T00:00:00+02:00'));
    await ask('digital');
    const told = async () => (await read())?.changes.map(({ target }) => target.packageCode);
    expect(await told()).toEqual(['digital', 'lite']);
    await useCases.drainOutbox('all');
    expect(await told()).toEqual(['digital', 'lite']);
  });

  test('is as it is now: what is due is applied first', async () => {
    const { read, ask, time } = await begin();
    await ask('lite');
    time.set(at('2026-05-02T00:00:00+02:00'));
    const life = await read();
    expect([life?.last.packageCode, life?.changes[0]?.state]).toEqual(['lite', 'applied']);
  });

  test('has nothing of another subscription of the same account', async () => {
    const { read, subscribe, product, useCases, seeded } = await begin();
    const { accountId } = product;
    const other = await subscribe({ code: 'lite', edits: { accountId } });
    await useCases.requestChange(seeded.request(other, 'digital'));
    const life = await read();
    expect([life?.products.length, life?.changes]).toEqual([1, []]);
  });

  test.each(['organisationId', 'accountId', 'userProductId'])(
    'is unknown for another %s',
    async (name) => {
      const { read } = await begin();
      expect(await read({ [name]: newId() })).toBeNull();
    },
  );

  test('is unknown by another account’s user product', async () => {
    const { read, subscribe } = await begin();
    expect(await read({ userProductId: (await subscribe()).id })).toBeNull();
  });
});
