import { beforeEach, describe, expect, test } from '@jest/globals';
import { standingGroup } from '../../../../src/application/product-groups/standing-group.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { newId } from '../../../support/stored/ids.js';
import { type GroupWorld, startGroups } from './group-world.js';

let world: GroupWorld;
let group: ProductGroup;
beforeEach(async () => {
  world = await startGroups();
  group = await world.made();
});
const standing = (id: ProductGroup['id'], ifMatch: readonly number[] | null) => {
  const { organisationId, deps } = world;
  return standingGroup(deps.readContext, { organisationId, id, ifMatch });
};

describe('The group that a write is of', () => {
  test('stands at any version where none is named, and else at one of those', async () => {
    expect(await standing(group.id, null)).toMatchObject({ ok: true, group });
    expect(await standing(group.id, [1])).toMatchObject({ ok: true, group });
    expect(await standing(group.id, [7, 1])).toMatchObject({ ok: true, group });
    expect(await standing(group.id, [2])).toEqual({ ok: false, failure: 'version_mismatch' });
    expect(await standing(group.id, [])).toEqual({ ok: false, failure: 'version_mismatch' });
  });

  test('is not there where it is unknown, whatever is named', async () => {
    expect(await standing(newId(), [1])).toEqual({ ok: false, failure: 'not_found' });
  });

  test('is read anew', async () => {
    const next = { ...group, version: 2 };
    await world.stores.productGroups.replace(world.organisationId, next);
    expect(await standing(group.id, null)).toMatchObject({ group: next });
  });
});
