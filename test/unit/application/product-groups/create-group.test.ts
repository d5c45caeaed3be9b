import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeCreateGroup } from '../../../../src/application/product-groups/create-group.js';
import type { OrganisationId, ProductGroupId } from '../../../../src/domain/ids.js';
import { buildProductGroup } from '../../../support/domain/build-product-group.js';
import { newId } from '../../../support/stored/ids.js';
import { noon } from '../catalogue/editing-world.js';
import { buildTierRow, type GroupWorld, startGroups } from './group-world.js';

let world: GroupWorld;
beforeEach(async () => {
  world = await startGroups();
});

describe('A product group that is made', () => {
  test('has tiers with ids of their own, by position, and is of version 1', async () => {
    const chosenId = newId<ProductGroupId>();
    const tiers = [buildTierRow(2), buildTierRow(1, { label: 'Least' })];
    const created = await world.create({ chosenId, tiers, forceSameBillingInterval: true });
    expect(created).toMatchObject({
      ok: true,
      group: {
        id: chosenId,
        name: 'SaaS Packages',
        enabled: true,
        forceSameBillingInterval: true,
        tiers: [
          { position: 1, label: 'Least' },
          { position: 2, label: null },
        ],
        version: 1,
        createdAt: noon,
        updatedAt: noon,
      },
    });
    const [group] = await world.stored();
    expect(created).toMatchObject({ group });
    expect(new Set(group?.tiers.map((it) => it.id)).size).toBe(2);
  });

  test('is known to this process at once', async () => {
    await world.cached();
    const { id } = await world.made();
    expect((await world.cached())?.groupsById.has(id)).toBe(true);
  });

  test('is made once under an id that is chosen, and answered as it stands by then', async () => {
    const chosenId = newId<ProductGroupId>();
    const first = await world.made({ chosenId });
    const wrong = [buildTierRow(9)];
    expect(await world.made({ chosenId, name: 'Other', tiers: wrong })).toEqual(first);
    expect(await world.stored()).toEqual([first]);
  });

  test('is one of a thousand, and answered where it was made under its id before', async () => {
    const { organisationId, stores } = world;
    for (let count = 0; count < 999; count += 1) {
      await stores.productGroups.insert(organisationId, buildProductGroup({ id: newId() }));
    }
    const chosenId = newId<ProductGroupId>();
    const first = await world.made({ chosenId });
    expect(await world.create()).toEqual({ ok: false, failure: 'full', most: 1_000 });
    expect(await world.made({ chosenId })).toEqual(first);
  });

  test('is none where a row is wrong', async () => {
    const tiers = [buildTierRow(1), buildTierRow(9)];
    expect(await world.create({ tiers })).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [
        { path: ['tiers', 1, 'packageId'], code: 'not_found' },
        { path: ['tiers', 1, 'periodIds', 0], code: 'not_found' },
      ],
    });
    expect(await world.stored()).toEqual([]);
  });

  test('is none of an organisation that is unknown', async () => {
    const nobody = newId<OrganisationId>();
    const command = { organisationId: nobody, chosenId: null, name: 'A', enabled: true, tiers: [] };
    const created = makeCreateGroup(world.deps)({ ...command, forceSameBillingInterval: false });
    expect(await created).toEqual({ ok: false, failure: 'not_found' });
  });
});

test('A group that is made keeps to its limits, whoever writes it', async () => {
  const before = await world.stored();
  const rows = Array.from({ length: 101 }, (_, at) => buildTierRow(at + 1));
  expect(await world.create({ tiers: rows })).toMatchObject({
    failure: 'invalid',
    faults: [{ path: ['tiers'], code: 'range' }],
  });
  expect(await world.create({ name: 'x'.repeat(256) })).toMatchObject({
    failure: 'invalid',
    faults: [{ path: ['name'], code: 'invalid' }],
  });
  expect(await world.stored()).toEqual(before);
});
