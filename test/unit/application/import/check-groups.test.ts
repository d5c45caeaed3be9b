import { describe, expect, test } from '@jest/globals';
import { checkGroups } from '../../../../src/application/import/check-groups.js';
import { importedGroups } from '../../../../src/application/import/imported-groups.js';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import type { ImportState } from '../../../../src/application/import/import-state.js';
import type { GroupImport } from '../../../../src/application/import/organisation-import.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { groupImport, tierImport } from './group-rows.js';
import { basic, importFile, importState, inWords } from './import-rows.js';

const bundle = buildPackage({ number: 200, code: 'bundle', kind: 'bundle' });
const limited = buildPackage({
  number: 300,
  code: 'limited',
  periods: [buildPeriod({ number: 301, type: 'limited' })],
});
const pro = buildPackage({ number: 400, code: 'pro' });
const tier = tierOf(basic, { number: 801 });
const standing = groupOf({ number: 800, tiers: [tier] });

function faults(given: Partial<GroupImport>, edits: Partial<ImportState> = {}) {
  const packages = [basic, bundle, limited, pro];
  const file = importFile({
    path: 'organisations[1].',
    packages: packages.map((it) => ({ package: it, hasGivenId: true })),
    productGroups: [groupImport(given)],
  });
  const state = importState(edits);
  const laid = importedPackages(file, state);
  const groups = importedGroups(file, laid, state);
  return inWords(checkGroups({ file, state, packages: laid, groups }));
}
const place = 'organisations[1].product_groups[0]';

describe('A product group of a file', () => {
  test('is right where its tiers are of packages and their recurring periods', () => {
    expect(faults({ tiers: [tierImport()] })).toEqual([]);
    expect(faults({ tiers: [tierImport()] }, { groups: [standing] })).toEqual([]);
  });

  test.each([
    [{ packageCode: 'none' }, 'package_code: no package has this code'],
    [{ packageCode: 'bundle' }, 'package_code: must be of kind package or campaign'],
    [
      { packageCode: 'limited', periodIds: limited.periods.map((it) => it.id) },
      'period_ids[0]: is no recurring period of that package',
    ],
    [{ packageCode: 'pro' }, 'period_ids[0]: is no recurring period of that package'],
  ])('is refused for a tier %j', (edits, fault) => {
    expect(faults({ tiers: [tierImport(edits)] })).toEqual([`${place}.tiers[0].${fault}`]);
  });

  test('is refused where its ids are those of others', () => {
    const other = groupOf({ number: 810, tiers: [tier] });
    const elsewhere = new Set([idOf(800)]);
    expect(faults({ tiers: [tierImport()] }, { groups: [other], elsewhere })).toEqual([
      `${place}.id: belongs to another organisation`,
      `${place}.tiers[0].id: belongs to another product group`,
    ]);
  });

  test('keeps a tier that is in use, and that on its package', () => {
    const used = { groups: [standing], tiersInUse: new Set([tier.id]) };
    const words = `${place}.tiers: must keep tier ${tier.id} and its package: it is in use`;
    const moved = tierImport({ packageCode: 'pro', periodIds: pro.periods.map((it) => it.id) });
    expect(faults({ tiers: [] }, used)).toEqual([words]);
    expect(faults({ tiers: [moved] }, used)).toEqual([words]);
    expect(faults({ tiers: [tierImport({ position: 9 })] }, used)).toEqual([]);
    expect(faults({ tiers: [] }, { groups: [standing] })).toEqual([]);
  });
});
