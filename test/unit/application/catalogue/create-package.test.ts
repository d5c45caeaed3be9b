import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeCreatePackage } from '../../../../src/application/catalogue/create-package.js';
import type { CreatePackageCommand } from '../../../../src/application/catalogue/package-commands.js';
import type { PackageId } from '../../../../src/domain/ids.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, noon, startEditing } from './editing-world.js';

const taken = buildPackage({ number: 100, code: 'taken' });
let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([taken]);
});

const create = (given: Partial<CreatePackageCommand> = {}) =>
  makeCreatePackage(world.deps)({
    organisationId: world.organisationId,
    chosenId: null,
    name: 'Starter',
    code: 'starter',
    archived: false,
    ...given,
  });

describe('A package that is made by API', () => {
  test('has a name and a code, is unranked and cancellable, and has no payment period', async () => {
    const created = await create();
    expect(created).toMatchObject({
      ok: true,
      package: {
        kind: 'package',
        name: 'Starter',
        code: 'starter',
        rank: 'unranked',
        titleCode: null,
        integrationCode: null,
        customerCanCancel: true,
        archived: false,
        tags: [],
        periods: [],
      },
      revision: { version: 1, createdAt: noon, updatedAt: noon },
    });
  });

  test('is called by its id where no code is given', async () => {
    const chosenId = newId<PackageId>();
    const created = await create({ chosenId, code: null });
    expect(created).toMatchObject({ ok: true, package: { id: chosenId, code: `p-${chosenId}` } });
  });

  test('is sold by this process at once', async () => {
    expect((await world.cached())?.packagesByCode.has('starter')).toBe(false);
    await create();
    expect((await world.cached())?.packagesByCode.has('starter')).toBe(true);
  });

  test('is one of ten thousand, and answered where it was made under its id before', async () => {
    const many = Array.from({ length: 9_999 }, (_, index) => ({
      ...buildPackage({ number: 1, code: `pack-${String(index)}` }),
      id: newId<PackageId>(),
    }));
    world = await startEditing(many);
    const chosenId = newId<PackageId>();
    const created = await create({ chosenId });
    expect(created).toMatchObject({ ok: true });
    expect(await create({ code: 'other' })).toEqual({ ok: false, failure: 'full', most: 10_000 });
    expect(await create({ chosenId })).toEqual(created);
  });

  test('is not made where its code is taken', async () => {
    expect(await create({ code: 'taken' })).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [{ path: ['code'], code: 'duplicate' }],
    });
  });

  test('is made once under an id that is chosen, and answered as it stands by then', async () => {
    const chosenId = newId<PackageId>();
    const first = await create({ chosenId });
    expect(await create({ chosenId, name: 'Other' })).toEqual(first);
    expect(await world.stores.revisedPackages.list(world.organisationId)).toHaveLength(2);
  });

  test('is nowhere where its id is somebody else’s', async () => {
    const other = await startEditing([]);
    const chosenId = taken.id;
    const elsewhere = makeCreatePackage(world.deps)({
      organisationId: other.organisationId,
      chosenId,
      name: 'Mine',
      code: null,
      archived: false,
    });
    await expect(elsewhere).rejects.toThrow('an id that was chosen for a package is taken');
  });
});
