import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeDeleteGroup } from '../../../../src/application/product-groups/delete-group.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { type GroupWorld, startGroups } from './group-world.js';

let world: GroupWorld;
let group: ProductGroup;
beforeEach(async () => {
  world = await startGroups();
  group = await world.made();
});
const remove = (ifMatch: readonly number[] | null = null) =>
  makeDeleteGroup(world.deps)({
    organisationId: world.organisationId,
    id: group.id,
    ifMatch,
  });

describe('A product group that is deleted', () => {
  test('is gone, for this process at once', async () => {
    await world.cached();
    expect(await remove()).toEqual({ ok: true });
    expect(await world.stored()).toEqual([]);
    expect((await world.cached())?.groupsById.size).toBe(0);
    expect(await remove()).toEqual({ ok: false, failure: 'not_found' });
  });

  test('stays at another version than is expected', async () => {
    expect(await remove([2])).toEqual({ ok: false, failure: 'version_mismatch' });
    expect(await remove([1])).toEqual({ ok: true });
  });

  test('stays while one of its tiers is in use', async () => {
    const used = group.tiers[1]?.id;
    await world.subscribe(used);
    expect(await remove()).toEqual({ ok: false, failure: 'tier_in_use', tierIds: [used] });
    expect(await world.stored()).toEqual([group]);
  });

  test('is deleted at the version that another has just made of it', async () => {
    const { productGroups } = world.stores;
    let raced = false;
    const racing = {
      ...productGroups,
      remove: async (...given: Parameters<typeof productGroups.remove>) => {
        if (!raced) await productGroups.replace(given[0], { ...group, version: 2 });
        raced = true;
        return productGroups.remove(...given);
      },
    };
    const deleteGroup = makeDeleteGroup({ ...world.deps, productGroups: racing });
    const { organisationId } = world;
    const deleted = deleteGroup({ organisationId, id: group.id, ifMatch: null });
    expect(await deleted).toEqual({ ok: true });
    expect(await world.stored()).toEqual([]);
  });
});
