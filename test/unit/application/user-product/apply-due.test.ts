import { describe, expect, test } from '@jest/globals';
import { newCatchUpBudget } from '../../../../src/application/commit/catch-up.js';
import { BusyError } from '../../../../src/application/ports/failures.js';
import { makeApplyDue } from '../../../../src/application/user-product/apply-due.js';
import { newId } from '../../../support/stored/ids.js';
import { makeAttemptsWorld } from '../commit/attempts-world.js';

describe('Applying what is due of one user product', () => {
  test('ends each period by a commit of its own, and asks for nothing else', async () => {
    const world = await makeAttemptsWorld({ now: '2026-07-01T00:00:00+02:00' });
    const applyDue = makeApplyDue({ ...world, ids: world.stores.ids });
    const applied = await applyDue(world.write.key, world.write.context, newCatchUpBudget());
    const { product, recentChanges } = await world.row();
    expect([product.version, recentChanges]).toEqual([4, []]);
    expect(applied).toEqual(product);
    await applyDue(world.write.key, world.write.context, newCatchUpBudget());
    expect((await world.row()).product).toEqual(product);
  });

  test('does nothing where nothing is due, or nothing is there', async () => {
    const world = await makeAttemptsWorld();
    const before = await world.row();
    const applyDue = makeApplyDue({ ...world, ids: world.stores.ids });
    const { key, context } = world.write;
    expect(await applyDue(key, context, newCatchUpBudget())).toEqual(before.product);
    const unknown = { ...key, userProductId: newId<typeof key.userProductId>() };
    expect(await applyDue(unknown, context, newCatchUpBudget())).toBeNull();
    expect(await world.row()).toEqual(before);
  });

  test('stops where the budget of its request is used up', async () => {
    const world = await makeAttemptsWorld({ now: '2026-07-01T00:00:00+02:00' });
    const applyDue = makeApplyDue({ ...world, ids: world.stores.ids });
    const budget = { ...newCatchUpBudget(), periods: 2 };
    const applied = applyDue(world.write.key, world.write.context, budget);
    await expect(applied).rejects.toThrow(BusyError);
    expect([(await world.row()).product.version, budget.periods]).toEqual([3, 0]);
  });
});
