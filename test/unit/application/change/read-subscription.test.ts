import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { at } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const { organisationId, accountId, id: userProductId } = product;
  const key = { organisationId, accountId, userProductId };
  const read = (given: Partial<typeof key> = {}) =>
    world.useCases.readSubscription({ ...key, ...given });
  const ask = (code: string) => world.useCases.requestChange(world.seeded.request(product, code));
  return { ...world, product, read, ask };
}

describe('The life of a subscription', () => {
  test('is its one user product, while nothing was asked', async () => {
    const { read, product, time } = await begin();
    const seen = await read();
    expect(seen).toMatchObject({ last: { id: product.id }, changes: [], now: time.now() });
    expect(seen?.products.map((it) => it.id)).toEqual([product.id]);
  });

  test('is the whole chain, whichever of its user products is named', async () => {
    const { read, ask, product } = await begin();
    const changed = await ask('digital');
    const successorId = changed.ok && 'id' in changed ? changed.id : newId<never>();
    for (const userProductId of [product.id, successorId]) {
      const seen = await read({ userProductId });
      expect(seen?.products.map((it) => it.packageCode)).toEqual(['basic', 'digital']);
      expect(seen?.last.id).toBe(successorId);
      expect(seen?.changes).toMatchObject([{ kind: 'upgrade', state: 'applied' }]);
    }
  });

  test('tells its changes newest first, before they are drained and after', async () => {
    const { read, ask, time, useCases, organisationId } = await begin();
    await ask('lite');
    time.set(at('2026-04-17T00:00:00+02:00'));
    await ask('premium');
    const states = async () => (await read())?.changes.map((it) => [it.kind, it.state]);
    const expected = [
      ['upgrade', 'applied'],
      ['downgrade', 'superseded'],
    ];
    expect(await states()).toEqual(expected);
    await useCases.drainOutbox(organisationId);
    expect(await states()).toEqual(expected);
  });

  test('is read with what is due applied', async () => {
    const { read, ask, time } = await begin();
    await ask('lite');
    time.set(at('2026-05-01T00:00:00+02:00'));
    const seen = await read();
    expect(seen?.last.packageCode).toBe('lite');
    expect(seen?.changes).toMatchObject([{ state: 'applied', effectiveAt: time.now() }]);
  });

  test('is not that of another subscription of the account', async () => {
    const { read, ask, product, subscribe } = await begin();
    await ask('digital');
    const { accountId } = product;
    const other = await subscribe({ edits: { accountId } });
    const seen = await read({ userProductId: other.id });
    expect(seen?.products.map((it) => it.id)).toEqual([other.id]);
    expect(seen?.changes).toEqual([]);
  });

  test('is nobody else’s', async () => {
    const { read, subscribe } = await begin();
    const other = await subscribe();
    expect(await read({ accountId: other.accountId })).toBeNull();
    expect(await read({ userProductId: other.id })).toBeNull();
    expect(await read({ organisationId: newId() })).toBeNull();
  });
});
