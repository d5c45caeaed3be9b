import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  makeFindGroup,
  makeListGroups,
} from '../../../../src/application/product-groups/list-groups.js';
import { buildProductGroup } from '../../../support/domain/build-product-group.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { newId } from '../../../support/stored/ids.js';
import { type GroupWorld, startGroups } from './group-world.js';

const later = { createdAt: at('2026-11-02T00:00:00Z') };
const [old, young, twin] = [
  buildProductGroup({ id: idOf(3), name: 'B' }),
  buildProductGroup({ id: idOf(2), name: 'C', ...later }),
  buildProductGroup({ id: idOf(1), name: 'A', ...later }),
];
let world: GroupWorld;
beforeEach(async () => {
  world = await startGroups();
  for (const it of [old, young, twin]) {
    await world.stores.productGroups.insert(world.organisationId, it);
  }
});

describe('The list of product groups', () => {
  const list = async (by: 'createdAt' | 'name', direction: 'asc' | 'desc', page = 1) => {
    const order = { by, direction };
    const query = { organisationId: world.organisationId, order, page, limit: 2 };
    return makeListGroups(world.deps)(query);
  };

  test('goes from old to young, ties by id, page by page', async () => {
    const first = await list('createdAt', 'asc');
    expect(first?.groups).toEqual({ items: [old, twin], totalItems: 3 });
    expect((await list('createdAt', 'asc', 2))?.groups.items).toEqual([young]);
    expect((await list('createdAt', 'desc'))?.groups.items).toEqual([young, twin]);
  });

  test('goes by name where that is asked for', async () => {
    expect((await list('name', 'asc'))?.groups.items).toEqual([twin, old]);
  });

  test('comes with the packages that the tiers are of', async () => {
    const listed = await list('createdAt', 'asc');
    expect([...(listed?.catalogue.packagesById.keys() ?? [])]).toHaveLength(3);
  });

  test('is none of an organisation that is unknown', async () => {
    const order = { by: 'createdAt', direction: 'asc' } as const;
    const query = { organisationId: newId<typeof world.organisationId>(), order };
    expect(await makeListGroups(world.deps)({ ...query, page: 1, limit: 2 })).toBeNull();
  });
});

describe('One product group', () => {
  const find = (id: typeof old.id) =>
    makeFindGroup(world.deps)({ organisationId: world.organisationId, id });

  test('is found as it is stored now, whatever this process knew', async () => {
    await world.cached();
    await world.stores.productGroups.replace(world.organisationId, { ...old, version: 2 });
    expect((await find(old.id))?.group.version).toBe(2);
  });

  test('is not found where it is unknown', async () => {
    expect(await find(newId())).toBeNull();
  });
});
