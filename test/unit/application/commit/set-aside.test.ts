import { describe, expect, test } from '@jest/globals';
import { makeSetAside } from '../../../../src/application/commit/set-aside.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { silentLog } from '../../../support/process.js';

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const errors: unknown[] = [];
  let counted = 0;
  const deps = {
    ...world.stores,
    log: { ...silentLog, error: (_: string, facts?: object) => errors.push(facts) },
    metrics: {
      setAside: () => {
        counted += 1;
      },
    },
  };
  const { organisationId, accountId, id } = product;
  return {
    ...world,
    errors,
    counted: () => counted,
    unreadable: { organisationId, accountId, id, error: 'why' },
    /** As another process would. */
    setAside: () => makeSetAside(deps),
    row: () => world.stored(product),
  };
}

describe('A user product that is set aside', () => {
  test('because its end cannot be decided is marked, told and counted once, whoever meets it', async () => {
    const { setAside, row, errors, counted } = await begin();
    const seen = await row();
    await Promise.all([setAside(), setAside()].map((it) => it.undecidable(seen, 'why')));
    await setAside().undecidable(await row(), 'again');
    expect([(await row()).dueBlocked, counted()]).toEqual([true, 1]);
    expect(errors).toEqual([{ id: seen.product.id, error: 'why' }]);
  });

  test('is not, where it has moved since it was read', async () => {
    const { setAside, row, errors } = await begin();
    const seen = await row();
    const older = { ...seen, product: { ...seen.product, version: 0 } };
    await setAside().undecidable(older, 'why');
    expect([(await row()).dueBlocked, errors]).toEqual([false, []]);
  });

  test('because it cannot be read is marked, told and counted once, whoever meets it', async () => {
    const { setAside, row, unreadable, errors, counted } = await begin();
    const own = setAside();
    await own.unreadable(unreadable);
    await own.unreadable(unreadable);
    await setAside().unreadable(unreadable);
    expect([(await row()).dueBlocked, counted()]).toEqual([true, 1]);
    expect(errors).toEqual([{ id: unreadable.id, error: 'why' }]);
  });
});
