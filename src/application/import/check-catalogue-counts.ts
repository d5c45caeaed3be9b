import { mostPackages, mostPeriods, mostProductGroups } from '../catalogue/limits-of-catalogue.js';
import type { ImportState } from './import-state.js';
import type { ImportedGroups } from './imported-groups.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

type Checked = {
  readonly file: Pick<OrganisationImport, 'path'>;
  readonly state: Pick<ImportState, 'packages' | 'groups'>;
  readonly packages: Pick<ImportedPackages, 'fromFile'>;
  readonly groups: Pick<ImportedGroups, 'fromFile'>;
};

/**
 * Packages, product groups and payment periods that would be more than may be (docs/spec/operations.md §4): one fault for
 * each list, at the first that is too many. What stands is kept, however much it is.
 */
export function checkCatalogueCounts({ file, state, packages, groups }: Checked): ImportFault[] {
  const standing = new Map(state.packages.map((it) => [it.id, it]));
  const isNewPackage = packages.fromFile.map((it) => !standing.has(it.id));
  const isNewGroup = groups.fromFile.map((it) => it.standing === null);
  return [
    ...tooMany(isNewPackage, mostPackages - state.packages.length).map((index) => ({
      path: `${file.path}packages[${String(index)}]`,
      problem: 'would be more than 10,000 packages of an organisation',
    })),
    ...packages.fromFile.flatMap(({ id, periods }, index) => {
      const most = Math.max(mostPeriods, standing.get(id)?.periods.length ?? 0);
      const path = `${file.path}packages[${String(index)}].periods`;
      return periods.length > most ? [{ path, problem: 'must be 500 at most' }] : [];
    }),
    ...tooMany(isNewGroup, mostProductGroups - state.groups.length).map((index) => ({
      path: `${file.path}product_groups[${String(index)}]`,
      problem: 'would be more than 1,000 product groups of an organisation',
    })),
  ];
}

/** The place of the first new one that has no room, or none. */
function tooMany(isNew: readonly boolean[], room: number): readonly number[] {
  let left = room;
  const first = isNew.findIndex((it) => {
    if (it) left -= 1;
    return it && left < 0;
  });
  return first === -1 ? [] : [first];
}
