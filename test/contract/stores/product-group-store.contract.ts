import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProductGroup } from '../../../src/domain/catalogue/product-group.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildProductGroup, buildTier } from '../../support/domain/build-product-group.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `ProductGroupStore`. */
export function productGroupStoreContract(open: OpenStores): void {
  describe('A store of product groups', () => {
    let groups: Stores['productGroups'];
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      groups = opened.stores.productGroups;
      ({ close } = opened);
    });
    afterAll(() => close());

    const insert = async (edits: Partial<ProductGroup> = {}) => {
      const organisationId = newId<OrganisationId>();
      const group = buildProductGroup({ id: newId(), ...edits });
      expect(await groups.insert(organisationId, group)).toBe('inserted');
      return { organisationId, group };
    };

    test('gives back what was inserted, to its organisation alone', async () => {
      const full = buildTier({
        number: 3,
        id: newId(),
        periodIds: [newId(), newId()],
        label: 'Best',
        upgradeable: false,
        downgradeable: false,
        changeTiming: 'immediately',
        creditType: 'pro_rata',
      });
      const { organisationId, group } = await insert({
        enabled: false,
        forceSameBillingInterval: true,
        tiers: [buildTier({ number: 1 }), full],
        version: 7,
        updatedAt: at('2026-11-02T00:00:00Z'),
      });
      const bare = buildProductGroup({ id: newId(), tiers: [] });
      await groups.insert(organisationId, bare);
      expect(await groups.list(organisationId)).toEqual(
        [group, bare].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(await groups.list(newId())).toEqual([]);
    });

    test('leaves one alone that is there already', async () => {
      const { organisationId, group } = await insert();
      expect(await groups.insert(organisationId, { ...group, name: 'Other' })).toBe('present');
      expect(await groups.list(organisationId)).toEqual([group]);
    });

    test('never takes over one of another organisation', async () => {
      const { organisationId, group } = await insert();
      const [stranger, next] = [newId<OrganisationId>(), { ...group, name: 'Mine', version: 2 }];
      await expect(groups.insert(stranger, group)).rejects.toThrow(/duplicate key/i);
      expect(await groups.replace(stranger, next)).toBe(false);
      expect(await groups.remove(stranger, { id: group.id, version: 1 })).toBe(false);
      expect(await groups.list(organisationId)).toEqual([group]);
    });

    test('replaces the version before the one that is given, and no other', async () => {
      const { organisationId, group } = await insert();
      const next = { ...group, name: 'Other', tiers: [], version: 2 };
      expect(await groups.replace(organisationId, next)).toBe(true);
      expect(await groups.replace(organisationId, { ...next, name: 'Late' })).toBe(false);
      expect(await groups.list(organisationId)).toEqual([next]);
    });

    test('is replaced by one of many who read the same version', async () => {
      const { organisationId, group } = await insert();
      const written = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) =>
          groups.replace(organisationId, { ...group, name, version: 2 }),
        ),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
    });

    test('removes the version that is named, and no other', async () => {
      const { organisationId, group } = await insert({ version: 3 });
      expect(await groups.remove(organisationId, { id: group.id, version: 2 })).toBe(false);
      expect(await groups.remove(organisationId, { id: group.id, version: 3 })).toBe(true);
      expect(await groups.remove(organisationId, { id: group.id, version: 3 })).toBe(false);
      expect(await groups.list(organisationId)).toEqual([]);
    });
  });
}
