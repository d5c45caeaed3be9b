import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Package } from '../../../src/domain/catalogue/package.js';
import { firstRevision, nextRevision } from '../../../src/domain/catalogue/revised-package.js';
import type { OrganisationId, PackageId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../support/domain/build-package.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `RevisedPackageStore`, beside imports. */
export function revisedPackageStoreContract(open: OpenStores): void {
  describe('Packages with their revisions', () => {
    let stores: Stores;
    let packages: Stores['revisedPackages'];
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ stores, close } = await open());
      packages = stores.revisedPackages;
    });
    afterAll(() => close());

    const [made, noon] = [at('2026-11-01T00:00:00Z'), at('2026-11-01T12:00:00.001Z')];
    const build = (edits: Partial<Package> = {}) =>
      buildPackage({
        number: 1,
        id: newId(),
        code: newId(),
        periods: [buildPeriod({ number: 2 }), buildPeriod({ number: 3 })],
        ...edits,
      });
    const insert = async (organisationId = newId<OrganisationId>()) => {
      const revised = firstRevision(build(), made);
      expect(await packages.insert(organisationId, revised)).toBe('inserted');
      return { organisationId, revised };
    };
    const edit = (revised: ReturnType<typeof firstRevision>, edits: Partial<Package>) => {
      const next = nextRevision(revised, { ...revised.package, ...edits }, noon);
      if (next === null) throw new Error('nothing is edited');
      return next;
    };

    test('are given back as they were inserted, to their organisation alone', async () => {
      const { organisationId, revised } = await insert();
      const { id } = revised.package;
      expect(await packages.find(organisationId, id)).toEqual(revised);
      expect(await packages.list(organisationId)).toEqual([revised]);
      expect(await packages.find(newId(), id)).toBeNull();
      expect(await packages.list(newId())).toEqual([]);
      expect(await stores.catalogues.listPackages(organisationId)).toEqual([revised.package]);
    });

    test('are left alone where their id is there, and told where their code is taken', async () => {
      const { organisationId, revised } = await insert();
      const { code } = revised.package;
      const again = { ...revised, package: { ...revised.package, name: 'Other' } };
      expect(await packages.insert(organisationId, again)).toBe('present');
      const sameCode = firstRevision(build({ code }), made);
      expect(await packages.insert(organisationId, sameCode)).toBe('code_taken');
      expect(await packages.insert(newId(), sameCode)).toBe('inserted');
      expect(await packages.list(organisationId)).toEqual([revised]);
    });

    test('are replaced where nothing was written since, and else not', async () => {
      const { organisationId, revised } = await insert();
      const next = edit(revised, { name: 'Other' });
      expect(await packages.replace(newId(), next)).toBe(false);
      expect(await packages.replace(organisationId, next)).toBe(true);
      expect(await packages.replace(organisationId, edit(revised, { name: 'Late' }))).toBe(false);
      const last = edit(next, { archived: true });
      expect(await packages.replace(organisationId, last)).toBe(true);
      expect(await packages.find(organisationId, revised.package.id)).toEqual(last);
    });

    test('lose no edit of two at once', async () => {
      const { organisationId, revised } = await insert();
      const written = await Promise.all(
        ['a', 'b', 'c'].map((name) => packages.replace(organisationId, edit(revised, { name }))),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
    });

    describe('that are imported', () => {
      const saved = async (organisationId: OrganisationId, pack: Package, when = made) => {
        await stores.catalogues.savePackages(organisationId, [pack], when);
        return packages.find(organisationId, pack.id);
      };

      test('are new when they are, and one version further where the file says something else', async () => {
        const organisationId = newId<OrganisationId>();
        const pack = build();
        const first = firstRevision(pack, made);
        expect(await saved(organisationId, pack)).toEqual(first);
        expect(await saved(organisationId, pack, noon)).toEqual(first);
        const [period = buildPeriod({ number: 2 }), ...others] = pack.periods;
        const periods = [{ ...period, price: money(1) }, ...others];
        const next = nextRevision(first, { ...pack, periods }, noon);
        expect(await saved(organisationId, { ...pack, periods }, noon)).toEqual(next);
      });

      test('lose nothing that is written while they are', async () => {
        const organisationId = newId<OrganisationId>();
        const pack = build();
        const first = await saved(organisationId, pack);
        if (first === null) throw new Error('it is not there');
        const edits = Array.from({ length: 8 }, (_, n) => ({ ...pack, name: String(n) }));
        const [written] = await Promise.all([
          packages.replace(organisationId, edit(first, { archived: true })),
          ...edits.map((it) => stores.catalogues.savePackages(organisationId, [it], noon)),
        ]);
        const last = await packages.find(organisationId, pack.id);
        expect(last?.edits).toBe(edits.length + (written ? 1 : 0));
        expect(last?.revision.version).toBe(1 + edits.length + (written ? 1 : 0));
      });

      test('are as old as their id where nothing was told of their age', async () => {
        const organisationId = newId<OrganisationId>();
        const id = `653f9a00${newId<PackageId>().slice(8)}` as PackageId;
        const pack = build({ id });
        await stores.catalogues.savePackages(organisationId, [pack]);
        const found = await packages.find(organisationId, id);
        expect(found).toEqual(firstRevision(pack, at('2023-10-30T11:56:48Z')));
      });
    });
  });
}
