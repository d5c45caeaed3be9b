import { describe, expect, test } from '@jest/globals';
import { makeApplyDuePage } from '../../../../src/application/period-end/apply-due-page.js';
import { at } from '../../../support/domain/at.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { makeDueWorld } from './due-world.js';

const now = at('2026-05-01T00:00:03+02:00');
const all = { now, limit: 100, bucket: 'all' } as const;

describe('A page of rows that are due', () => {
  test('is committed at once, counted by its latest, and drained at once', async () => {
    const { deps, subscribe, stored, context, counted, committed, told } = await makeDueWorld();
    const rows = [await subscribe(), await subscribe()];
    const applyDuePage = makeApplyDuePage(deps);
    expect(await applyDuePage(await context(), all)).toEqual({ found: 2, applied: 2 });
    for (const it of rows) expect((await stored(it)).product.version).toBe(2);
    expect(counted).toEqual([[2, 3_000]]);
    expect((await told()).filter((it) => it === 'user_product_renewed')).toHaveLength(2);
    expect((await stored(rows[0] ?? { id: '' as never })).outbox).toEqual([]);
    expect(committed).toEqual([]);
    expect(await applyDuePage(await context(), all)).toEqual({ found: 0, applied: 0 });
  });

  test('drains a successor with what travels in it', async () => {
    const { deps, subscribe, stored, context, told, useCases, seeded, time } = await makeDueWorld();
    time.set(at('2026-04-16T00:00:00+02:00'));
    const product = await subscribe();
    await useCases.requestChange(seeded.request(product, 'lite'));
    expect(await makeApplyDuePage(deps)(await context(), all)).toEqual({ found: 1, applied: 1 });
    const { product: ended, successor } = await stored(product);
    const next = await stored({ id: ended.endedBy?.successorId ?? ended.id });
    expect([successor, next.outbox, next.product.packageCode]).toEqual([null, [], 'lite']);
    expect(await told()).toEqual([
      'user_product_created',
      'package_downgrade',
      'package_downgrade_completed',
    ]);
  });

  test('leaves to the drain what it does not know to be its own', async () => {
    const world = await makeDueWorld();
    const [moved, own] = [await world.subscribe(), await world.subscribe()];
    const { userProducts } = world.stores;
    const racing = {
      ...userProducts,
      commitMany: async (...[id, writes]: Parameters<typeof userProducts.commitMany>) => {
        await userProducts.commit(id, buildCommit(moved));
        return userProducts.commitMany(id, writes);
      },
    };
    const applyDuePage = makeApplyDuePage({ ...world.deps, userProducts: racing });
    expect(await applyDuePage(await world.context(), all)).toEqual({ found: 2, applied: 1 });
    expect(world.committed).toEqual([true]);
    expect((await world.stored(own)).outbox).toHaveLength(2);
  });

  test('is done where its drain fails: the drain goes on with it', async () => {
    const { deps, subscribe, stored, context, warnings, committed } = await makeDueWorld();
    const product = await subscribe();
    let calls = 0;
    const drainRows = () => {
      calls += 1;
      return calls === 1 ? Promise.resolve() : Promise.reject(new Error('away'));
    };
    const applyDuePage = makeApplyDuePage({ ...deps, drainRows });
    expect(await applyDuePage(await context(), all)).toEqual({ found: 1, applied: 1 });
    expect((await stored(product)).outbox).toHaveLength(2);
    expect([warnings, committed]).toEqual([
      ['what was just committed is left to the drain'],
      [true],
    ]);
  });
});
