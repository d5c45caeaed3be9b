import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PackageFilter } from '../../src/application/catalogue/list-packages.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { PackageId } from '../../src/domain/ids.js';
import { at, makePackage, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const during = at('2026-04-16T00:00:00+02:00');
const spring = {
  validFrom: at('2026-04-01T00:00:00+02:00'),
  validTo: at('2026-05-01T00:00:00+02:00'),
};
const news = { name: 'news', type: 'topic' };
const sport = { name: 'sport', type: 'topic' };
const catalogue = () => [
  makePackage('basic', { rank: 10, price: 10_000, tags: [news] }),
  makePackage('digital', { rank: 20, price: 20_000, tags: [news, sport], titleCode: 'other' }),
  makePackage('old', { rank: 1, price: 5_000, archived: true }),
  makePackage('spring', { kind: 'campaign', basePackageCode: 'digital', price: 100, ...spring }),
];
const everything: PackageFilter = {
  kind: null,
  titleCode: null,
  tags: [],
  includeInactive: false,
};

describe('The catalogue, read over a real database', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(stores, { packages: catalogue(), live: false });
    const { id: organisationId } = seeded.organisation;
    let reads = 0;
    const listPackages = (id: typeof organisationId) => {
      reads += 1;
      return stores.catalogues.listPackages(id);
    };
    const counting = { ...stores, catalogues: { ...stores.catalogues, listPackages } };
    const useCases = startProcess(counting, makeTestTime(during));
    const list = async (filter: Partial<PackageFilter> = {}) => {
      const query = { organisationId, named: null, filter: { ...everything, ...filter } };
      const listed = await useCases.listPackages(query);
      return listed?.packages.map((it) => `${it.package.code} ${String(it.isOnSale)}`);
    };
    return { seeded, organisationId, useCases, list, reads: () => reads };
  };

  test('is what is on sale at the organisation’s own now, by code', async () => {
    const { list, organisationId, useCases } = await begin();
    expect(await list()).toEqual(['basic true', 'digital true', 'spring true']);
    await useCases.setTestClock({ organisationId, at: spring.validTo });
    expect(await list()).toEqual(['basic true', 'digital true']);
  });

  test('is all there is where the rest is asked for too', async () => {
    const { list } = await begin();
    expect(await list({ includeInactive: true })).toEqual([
      'basic true',
      'digital true',
      'old false',
      'spring true',
    ]);
  });

  test.each([
    { filter: { kind: 'campaign' }, codes: ['spring true'] },
    { filter: { titleCode: 'other' }, codes: ['digital true'] },
    { filter: { tags: ['news'] }, codes: ['basic true', 'digital true'] },
    { filter: { tags: ['sport', 'news'] }, codes: ['digital true'] },
    { filter: { tags: ['news', 'weather'] }, codes: [] },
    { filter: { kind: 'bundle', includeInactive: true }, codes: [] },
  ] as const)('is narrowed by $filter', async ({ filter, codes }) => {
    expect(await (await begin()).list(filter)).toEqual(codes);
  });

  test('ranks a campaign as the package it is a campaign for', async () => {
    const { seeded, organisationId, useCases } = await begin();
    const named = { code: 'spring' };
    const listed = await useCases.listPackages({ organisationId, named, filter: everything });
    expect(listed?.packages).toEqual([
      { package: seeded.package('spring'), rank: 20, isOnSale: true },
    ]);
  });

  test('gives the package that is named, on sale or not', async () => {
    const { seeded, organisationId, useCases } = await begin();
    const old = seeded.package('old');
    for (const named of [{ id: old.id }, { code: 'old' }]) {
      const listed = await useCases.listPackages({ organisationId, named, filter: everything });
      expect(listed?.packages).toEqual([{ package: old, rank: 1, isOnSale: false }]);
      const found = await useCases.findPackage({ organisationId, named });
      expect(found?.package).toEqual(old);
    }
  });

  test('knows a package that was added a moment ago, and reads once more for one it does not know', async () => {
    const { organisationId, useCases, list, reads } = await begin();
    await list();
    const late = makePackage('late', { price: 1_000 });
    await stores.catalogues.savePackages(organisationId, [late]);
    expect(reads()).toBe(1);
    expect(
      (await useCases.findPackage({ organisationId, named: { id: late.id } }))?.package,
    ).toEqual(late);
    expect(reads()).toBe(2);
    expect(await useCases.findPackage({ organisationId, named: { code: 'none' } })).toBeNull();
    expect(reads()).toBe(3);
  });

  test('has nothing of another organisation', async () => {
    const { organisationId, useCases } = await begin();
    const other = await begin();
    const named = { id: other.seeded.package('basic').id };
    expect(await useCases.findPackage({ organisationId, named })).toBeNull();
    const query = { organisationId, named, filter: everything };
    expect(await useCases.listPackages(query)).toBeNull();
    const nobody = { ...query, named: { id: newId<PackageId>() } };
    expect(await useCases.listPackages(nobody)).toBeNull();
  });
});
