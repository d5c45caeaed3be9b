import { describe, expect, test } from '@jest/globals';
import { importedGroups } from '../../../../src/application/import/imported-groups.js';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import type { GroupImport } from '../../../../src/application/import/organisation-import.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { groupImport, tierImport } from './group-rows.js';
import { basic, importedAt, importFile, importState } from './import-rows.js';

const tier = tierOf(basic, { number: 801 });
const standing = groupOf({ number: 800, name: 'SaaS', tiers: [tier], version: 3 });

function planned(given: Partial<GroupImport>, groups: readonly ProductGroup[] = []) {
  const file = importFile({ productGroups: [groupImport(given)] });
  const state = importState({ groups });
  const { fromFile, all, untouched } = importedGroups(file, importedPackages(file, state), state);
  const [first] = fromFile;
  if (first === undefined) throw new Error('the group of the file is not planned');
  return { ...first, all, untouched };
}

describe('A product group of a file', () => {
  test('is made now, its tiers by position', () => {
    const tiers = [
      tierImport({ id: idOf(802), position: 2 }),
      tierImport({ id: idOf(801), position: 1 }),
    ];
    expect(planned({ tiers })).toMatchObject({
      ...{ effect: 'created', standing: null },
      group: {
        ...{
          id: idOf(800),
          name: 'SaaS',
          version: 1,
          createdAt: importedAt,
          updatedAt: importedAt,
        },
        tiers: [{ id: idOf(801), packageId: basic.id }, { id: idOf(802) }],
      },
    });
  });

  test('keeps when it was made, where the file says so', () => {
    const createdAt = at('2026-01-02T00:00:00Z');
    expect(planned({ createdAt }).group).toMatchObject({ createdAt, updatedAt: createdAt });
  });

  test('that stands so already is not changed, whenever the file says it was made', () => {
    const tiers = [tierImport({ id: tier.id, periodIds: tier.periodIds })];
    const same = planned({ tiers, createdAt: at('2026-02-02T00:00:00Z') }, [standing]);
    expect(same).toMatchObject({ effect: 'unchanged', group: standing });
    expect(planned({ tiers, enabled: false }, [standing])).toMatchObject({
      effect: 'changed',
      group: { enabled: false, version: 4, createdAt: standing.createdAt, updatedAt: importedAt },
    });
  });

  test('keeps the tier of a package that the file gives no id', () => {
    const [wanted, given] = [{ id: idOf<never>(899) }, { hasGivenId: false }];
    const idsOf = (it: ProductGroup) => it.tiers.map(({ id }) => id);
    expect(
      idsOf(planned({ tiers: [tierImport({ ...wanted, ...given })] }, [standing]).group),
    ).toEqual([tier.id]);
    expect(idsOf(planned({ tiers: [tierImport(wanted)] }, [standing]).group)).toEqual([wanted.id]);
    expect(idsOf(planned({ tiers: [tierImport({ ...wanted, ...given })] }).group)).toEqual([
      wanted.id,
    ]);
  });

  test('leaves those alone that it does not name, and a tier of no package out', () => {
    const other = groupOf({ number: 810 });
    const { all, untouched, group } = planned({ tiers: [tierImport({ packageCode: 'none' })] }, [
      other,
    ]);
    expect(untouched).toEqual([other]);
    expect(all).toEqual([other, group]);
    expect(group.tiers).toEqual([]);
  });
});
