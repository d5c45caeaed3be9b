import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const first = await world.subscribe();
  const { accountId } = first;
  const second = await world.subscribe({ code: 'digital', edits: { accountId } });
  const query = { organisationId: world.organisationId, accountId, userProductId: null };
  const { useCases, seeded } = world;
  return {
    ...world,
    first,
    second,
    query,
    ask: (product: typeof first, code: string) =>
      useCases.requestChange(seeded.request(product, code)),
    targets: async (of: Partial<Parameters<typeof useCases.listPendingChanges>[0]> = {}) => {
      const listed = await useCases.listPendingChanges({ ...query, ...of });
      return listed?.pendingChanges.map((it) => it.target.packageCode) ?? null;
    },
  };
}

describe('What waits of an account', () => {
  test('is told of all its user products, or of one', async () => {
    const { first, second, ask, targets } = await begin();
    expect(await targets()).toEqual([]);
    await ask(first, 'lite');
    await ask(second, 'basic');
    expect((await targets())?.toSorted()).toEqual(['basic', 'lite']);
    expect(await targets({ userProductId: second.id })).toEqual(['basic']);
  });

  test('is no more what was taken back', async () => {
    const { first, ask, targets, useCases, keyOf } = await begin();
    await ask(first, 'lite');
    await useCases.cancelPendingChange(keyOf(first), null);
    expect(await targets()).toEqual([]);
  });

  test('is unknown of another account, or of a user product that is not its', async () => {
    const { targets, subscribe } = await begin();
    const other = await subscribe();
    expect(await targets({ accountId: newId() })).toBeNull();
    expect(await targets({ userProductId: other.id })).toBeNull();
    expect(await targets({ organisationId: newId() })).toBeNull();
  });
});
