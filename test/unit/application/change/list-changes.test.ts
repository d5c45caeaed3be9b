import { beforeEach, describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { type InMemoryProcess, startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

let world: InMemoryProcess;
let product: UserProduct;
beforeEach(async () => {
  world = await startInMemory();
  product = await world.subscribe();
});

const ask = (code: string) => world.useCases.requestChange(world.seeded.request(product, code));
const list = async (edits: Partial<Parameters<typeof world.useCases.listChanges>[0]> = {}) => {
  const { organisationId, accountId } = product;
  const all = { userProductId: null, after: null, limit: 10 };
  return world.useCases.listChanges({ organisationId, accountId, ...all, ...edits });
};
const told = async (...given: Parameters<typeof list>) =>
  (await list(...given))?.changes.map(({ target, state }) => `${target.packageCode} ${state}`);
const pass = (iso: string): void => {
  world.time.set(at(iso));
};

describe('The changes of an account', () => {
  test.each(['before they are drained', 'once they are drained'])(
    'are told %s, each once, the oldest first',
    async (when) => {
      await ask('lite');
      pass('2026-04-17T00:00:00+02:00');
      await ask('digital');
      if (when !== 'before they are drained') await world.useCases.drainOutbox('all');
      expect(await told()).toEqual(['lite superseded', 'digital applied']);
    },
  );

  test('are told where one is drained and what closes it is not', async () => {
    await ask('lite');
    await world.useCases.drainOutbox('all');
    await world.useCases.cancelPendingChange(world.keyOf(product), null);
    expect(await told()).toEqual(['lite cancelled']);
  });

  test('are told page by page', async () => {
    for (const [day, code] of [
      ['16', 'lite'],
      ['17', 'weekend'],
      ['18', 'lite'],
    ] as const) {
      pass(`2026-04-${day}T00:00:00+02:00`);
      await ask(code);
    }
    const all = await told();
    expect(all).toHaveLength(3);
    const first = await list({ limit: 2 });
    expect(first?.changes).toHaveLength(2);
    const rest = await list({ limit: 2, after: first?.next ?? null });
    expect([rest?.changes.length, rest?.next]).toEqual([1, null]);
  });

  test('wait for the boundary as it is now, and took effect when they did', async () => {
    await ask('lite');
    const moved = { validTo: at('2026-05-11T00:00:00+02:00') };
    await world.useCases.editUserProduct(world.keyOf(product), moved);
    expect((await list())?.changes[0]?.effectiveAt).toBe(moved.validTo);
    pass('2026-06-01T00:00:00+02:00');
    expect((await list())?.changes[0]).toMatchObject({
      state: 'applied',
      effectiveAt: moved.validTo,
    });
  });

  test('may be those of one user product', async () => {
    await ask('digital');
    expect(await told({ userProductId: product.id })).toEqual(['digital applied']);
    const { endedBy } = (await world.stored(product)).product;
    expect(await told({ userProductId: endedBy?.successorId ?? product.id })).toEqual([]);
  });

  test('are unknown of another account, or of a user product that is not its', async () => {
    const other = await world.subscribe();
    expect(await list({ accountId: newId() })).toBeNull();
    expect(await list({ userProductId: other.id })).toBeNull();
    expect(await list({ organisationId: newId() })).toBeNull();
  });
});
