import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CatalogueStore } from '../../../src/application/ports/catalogue-store.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { at } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../support/domain/build-package.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `CatalogueStore`. */
export function catalogueStoreContract(open: OpenStores): void {
  describe('A catalogue', () => {
    let store: CatalogueStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const it = await open();
      store = it.stores.catalogues;
      ({ close } = it);
    });
    afterAll(() => close());

    const packageOf = (code: string, edits: Partial<Package> = {}) =>
      buildPackage({ number: 1, id: newId(), code, ...edits });

    test('gives back exactly what was saved, whatever of it is set', async () => {
      const organisationId = newId<OrganisationId>();
      const full = packageOf('a', {
        kind: 'campaign',
        titleCode: 'title',
        rank: 999,
        basePackageCode: 'b',
        integrationCode: 'i',
        customerCanCancel: false,
        vatCode: '25',
        validFrom: at('2026-01-01T00:00:00Z'),
        validTo: at('2027-01-01T00:00:00Z'),
        archived: true,
        description: { en: 'One', de: 'Eins' },
        tags: [
          { name: 'one', type: 'group' },
          { name: 'two', type: 'label' },
        ],
        periods: [
          buildPeriod({ number: 2, type: 'limited', interval: { unit: 'week', length: 6 } }),
          buildPeriod({ number: 3, enabled: false, price: money(9_007_199_254_740_991) }),
        ],
      });
      const bare = packageOf('b', { tags: [], periods: [] });
      expect(await store.savePackages(organisationId, [bare, full])).toBe(2);
      expect(await store.listPackages(organisationId)).toEqual([full, bare]);
    });

    test('keeps what a package is in each language, and forgets what is told no more', async () => {
      const organisationId = newId<OrganisationId>();
      const told = packageOf('a', { description: { en: 'One', sv: 'Ett' } });
      for (const description of [told.description, { sv: 'Ett' }, {}]) {
        const next = { ...told, description };
        expect(await store.savePackages(organisationId, [next])).toBe(1);
        expect(await store.listPackages(organisationId)).toEqual([next]);
      }
    });

    test('counts what was not like that before, and leaves the others alone', async () => {
      const organisationId = newId<OrganisationId>();
      const [kept, edited, other] = [packageOf('a'), packageOf('b'), packageOf('c')];
      await store.savePackages(organisationId, [kept, edited, other]);
      const next = { ...edited, name: 'Another name', tags: [{ name: 'new', type: 'label' }] };
      expect(await store.savePackages(organisationId, [kept, next])).toBe(1);
      expect(await store.savePackages(organisationId, [kept, next])).toBe(0);
      expect(await store.listPackages(organisationId)).toEqual([kept, next, other]);
    });

    test('has a code once in an organisation, and again in another', async () => {
      const organisationId = newId<OrganisationId>();
      await store.savePackages(organisationId, [packageOf('a')]);
      await expect(store.savePackages(organisationId, [packageOf('a')])).rejects.toThrow(
        /duplicate key/i,
      );
      expect(await store.savePackages(newId(), [packageOf('a')])).toBe(1);
    });

    test('never takes over a package of another organisation', async () => {
      const [owner, stranger] = [newId<OrganisationId>(), newId<OrganisationId>()];
      const pack = packageOf('a');
      await store.savePackages(owner, [pack]);
      await expect(store.savePackages(stranger, [{ ...pack, name: 'Mine' }])).rejects.toThrow(
        /duplicate key/i,
      );
      expect(await store.listPackages(owner)).toEqual([pack]);
      expect(await store.listPackages(stranger)).toEqual([]);
    });

    test('saves nothing when there is nothing', async () => {
      expect(await store.savePackages(newId(), [])).toBe(0);
    });
  });
}
