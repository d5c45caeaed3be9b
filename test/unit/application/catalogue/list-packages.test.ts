import { describe, expect, test } from '@jest/globals';
import type { PackageFilter } from '../../../../src/application/catalogue/list-packages.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

const everything: PackageFilter = { kind: null, titleCode: null, tags: [], includeInactive: false };
const tag = (name: string) => ({ name, type: 'label' });

async function begin() {
  const world = await startInMemory();
  const { useCases, organisationId, stores, seeded } = world;
  await stores.catalogues.savePackages(organisationId, [
    makePackage('offer', {
      price: 1,
      kind: 'campaign',
      basePackageCode: 'digital',
      tags: [tag('a')],
    }),
    makePackage('old', {
      price: 1,
      archived: true,
      titleCode: 'other',
      tags: [tag('a'), tag('b')],
    }),
  ]);
  const list = async (
    filter: Partial<PackageFilter> = {},
    named: { code: string } | null = null,
  ) => {
    const query = { organisationId, named, filter: { ...everything, ...filter } };
    return useCases.listPackages(query);
  };
  return {
    list,
    seeded,
    useCases,
    codes: async (...given: Parameters<typeof list>) =>
      (await list(...given))?.packages.map((it) => it.package.code) ?? null,
  };
}

describe('The packages of an organisation', () => {
  test('are those on sale, by code', async () => {
    const { codes } = await begin();
    expect(await codes()).toEqual(['basic', 'digital', 'lite', 'offer', 'premium', 'weekend']);
  });

  test.each([
    [{ includeInactive: true, tags: ['a'] }, ['offer', 'old']],
    [{ includeInactive: true, tags: ['a', 'b'] }, ['old']],
    [{ tags: ['a', 'b'] }, []],
    [{ kind: 'campaign' as const }, ['offer']],
    [{ titleCode: 'other', includeInactive: true }, ['old']],
  ])('may be asked for by %j', async (filter, found) => {
    const { codes } = await begin();
    expect(await codes(filter)).toEqual(found);
  });

  test('may be one by its name, on sale or not, and still what is asked for', async () => {
    const { list, codes } = await begin();
    expect(await list({}, { code: 'old' })).toMatchObject({
      packages: [{ package: { code: 'old' }, isOnSale: false }],
      timeZone: 'Europe/Stockholm',
    });
    expect(await codes({ kind: 'campaign' }, { code: 'old' })).toEqual([]);
    expect(await codes({}, { code: 'nothing' })).toBeNull();
  });

  test('count a campaign by the rank of its base package', async () => {
    const { list } = await begin();
    const listed = await list({}, { code: 'offer' });
    expect(listed?.packages[0]?.rank).toBe(20);
  });

  test('are none of an organisation that is not there', async () => {
    const { useCases } = await begin();
    const query = { organisationId: newId<never>(), named: null, filter: everything };
    expect(await useCases.listPackages(query)).toBeNull();
  });
});
