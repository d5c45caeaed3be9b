import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const { useCases, organisationId } = world;
  return {
    ...world,
    find: async (named: Parameters<typeof useCases.findPackage>[0]['named'], of = organisationId) =>
      (await useCases.findPackage({ organisationId: of, named }))?.package ?? null,
  };
}

describe('A package', () => {
  test('is found by its code or its id, on sale or not', async () => {
    const { find, seeded } = await begin();
    await seeded.editPackage('basic', (it) => ({ ...it, archived: true }));
    const basic = seeded.package('basic');
    expect(await find({ code: 'basic' })).toEqual(basic);
    expect(await find({ id: basic.id })).toEqual(basic);
  });

  test('that the cache does not know is read once more', async () => {
    const { find, stores, organisationId } = await begin();
    expect(await find({ code: 'basic' })).not.toBeNull();
    const fresh = makePackage('fresh', { price: 100 });
    await stores.catalogues.savePackages(organisationId, [fresh]);
    expect(await find({ code: 'fresh' })).toEqual(fresh);
  });

  test('is not there under another name, or in another organisation', async () => {
    const { find } = await begin();
    expect(await find({ code: 'nothing' })).toBeNull();
    expect(await find({ id: newId() })).toBeNull();
    expect(await find({ code: 'basic' }, newId())).toBeNull();
  });
});
