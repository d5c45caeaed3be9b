import { describe, expect, test } from '@jest/globals';
import { makeCountTierUse } from '../../../../src/application/product-groups/count-tier-use.js';
import { startGroups } from './group-world.js';

describe('How many are on a tier', () => {
  test('is counted tier by tier', async () => {
    const world = await startGroups();
    const [low, high] = (await world.made()).tiers.map(({ id }) => id);
    if (low === undefined || high === undefined) throw new Error('a group of two');
    await world.subscribe(low);
    await world.subscribe(low);
    const { counts, isAll } = await makeCountTierUse(world.stores)(world.organisationId, [
      low,
      high,
    ]);
    expect([...counts, isAll]).toEqual([[low, 2], true]);
  });

  test('is told as more than 200 where it is', async () => {
    const world = await startGroups();
    const [low] = (await world.made()).tiers.map(({ id }) => id);
    if (low === undefined) throw new Error('a group of two');
    for (let times = 0; times <= 200; times += 1) await world.subscribe(low);
    const { isAll } = await makeCountTierUse(world.stores)(world.organisationId, [low]);
    expect(isAll).toBe(false);
  });

  test('is nothing where there is no tier', async () => {
    const world = await startGroups();
    const counted = await makeCountTierUse(world.stores)(world.organisationId, []);
    expect([counted.counts.size, counted.isAll]).toEqual([0, true]);
  });
});
