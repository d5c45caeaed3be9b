import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  makeFindPackageRecord,
  makeListPackageRecords,
} from '../../../../src/application/catalogue/list-package-records.js';
import type { PackageId } from '../../../../src/domain/ids.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, made, startEditing } from './editing-world.js';

const [basic, offer, bundle] = [
  buildPackage({ number: 300, name: 'A basic one' }),
  buildPackage({ number: 100, kind: 'campaign', name: 'An offer', archived: true }),
  buildPackage({ number: 200, kind: 'bundle' }),
];
let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([basic, offer, bundle]);
});

describe('The list of packages', () => {
  const list = (by: 'name' | 'createdAt', direction: 'asc' | 'desc') =>
    makeListPackageRecords(world.deps)({
      organisationId: world.organisationId,
      order: { by, direction },
      page: 1,
      limit: 30,
    });

  test('has packages and campaigns, archived ones too, and nothing else', async () => {
    const { items, totalItems } = await list('createdAt', 'asc');
    expect(items.map((it) => it.package)).toEqual([offer, basic]);
    expect(items[0]?.revision).toEqual({ version: 1, createdAt: made, updatedAt: made });
    expect(totalItems).toBe(2);
  });

  test('goes by name where that is asked for', async () => {
    const ascending = await list('name', 'asc');
    expect(ascending.items.map((it) => it.package)).toEqual([basic, offer]);
    const descending = await list('name', 'desc');
    expect(descending.items.map((it) => it.package)).toEqual([offer, basic]);
  });
});

describe('One package', () => {
  const find = (id: PackageId) =>
    makeFindPackageRecord(world.deps)({ organisationId: world.organisationId, id });

  test('is found by its id', async () => {
    expect((await find(offer.id))?.package).toEqual(offer);
  });

  test('is not found where it is unknown or of another kind', async () => {
    expect(await find(newId())).toBeNull();
    expect(await find(bundle.id)).toBeNull();
  });
});
