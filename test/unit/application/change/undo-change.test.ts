import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChangeId } from '../../../../src/domain/ids.js';
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
const lastChange = async (): Promise<ChangeId> => {
  await world.useCases.drainOutbox('all');
  const all = await world.stores.changes.listByAccount(world.organisationId, product.accountId);
  const last = all.at(-1);
  if (last === undefined) throw new Error('no change');
  return last.id;
};
const undo = (changeId: ChangeId) => {
  const { organisationId } = world;
  return world.useCases.undoChange({ organisationId, changeId, requestedBy: 'operator:test' });
};
const list = async () => {
  const { organisationId, accountId } = product;
  const listed = await world.useCases.listUserProducts({ organisationId, accountId });
  return listed?.userProducts ?? [];
};

describe('Undoing a change', () => {
  test('that waits takes it back, as its client would', async () => {
    await ask('lite');
    expect(await undo(await lastChange())).toMatchObject({
      ok: true,
      id: product.id,
      was: 'pending',
    });
    expect((await list()).map((it) => it.pendingChange)).toEqual([null]);
    await world.useCases.drainOutbox('all');
    expect((await world.told()).at(-1)).toBe('package_change_cancelled');
  });

  test('that was applied begins a user product as the one before, until its old end', async () => {
    await ask('digital');
    const result = await undo(await lastChange());
    const last = (await list()).at(-1);
    expect(result).toMatchObject({ ok: true, id: last?.id, was: 'applied' });
    expect(last).toMatchObject({
      packageCode: 'basic',
      validTo: product.validTo,
      createdFrom: 'undo',
    });
  });

  test('finds what is not drained yet', async () => {
    await ask('lite');
    const { pendingChange } = (await world.stored(product)).product;
    expect(await undo(pendingChange?.changeId ?? newId())).toMatchObject({ ok: true });
  });

  test('is refused where something has ended its product since', async () => {
    await ask('digital');
    const upgrade = await lastChange();
    const [, successor] = await list();
    if (successor === undefined) throw new Error('no successor');
    await world.useCases.requestChange(world.seeded.request(successor, 'premium'));
    expect(await undo(upgrade)).toEqual({ ok: false, failure: 'not_the_last' });
  });

  test('is refused where the end that it would go back to has passed', async () => {
    await ask('digital');
    const upgrade = await lastChange();
    world.time.set(at('2026-05-02T00:00:00+02:00'));
    expect(await undo(upgrade)).toEqual({ ok: false, failure: 'too_late' });
  });

  test('that never took effect is told so', async () => {
    await ask('lite');
    const change = await lastChange();
    await world.useCases.cancelPendingChange(world.keyOf(product), null);
    expect(await undo(change)).toEqual({ ok: false, failure: 'never_took_effect' });
  });

  test('that is not there is unknown', async () => {
    expect(await undo(newId())).toEqual({ ok: false, failure: 'unknown' });
  });
});
