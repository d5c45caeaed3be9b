import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { Package } from '../../domain/catalogue/package.js';
import type { ImportState } from './import-state.js';
import type { ImportedGroups, PlannedGroup } from './imported-groups.js';
import type { ImportedPackages } from './imported-packages.js';
import { lostTiers } from './lost-tiers.js';
import type { ImportFault, OrganisationImport, TierImport } from './organisation-import.js';

type Checked = {
  readonly file: Pick<OrganisationImport, 'path' | 'productGroups'>;
  readonly state: Pick<ImportState, 'elsewhere' | 'tiersInUse'>;
  readonly packages: Pick<ImportedPackages, 'byCode'>;
  readonly groups: ImportedGroups;
};

/** What is wrong with the file's product groups beside their packages and beside what stands (docs/spec/operations.md §4). */
export function checkGroups(checked: Checked): ImportFault[] {
  const { file, state, packages, groups } = checked;
  return file.productGroups.flatMap((given, index) => {
    const path = `${file.path}product_groups[${String(index)}]`;
    const planned = groups.fromFile[index];
    return [
      ...(state.elsewhere.has(given.id)
        ? [{ path: `${path}.id`, problem: 'belongs to another organisation' }]
        : []),
      ...given.tiers.flatMap((it, k) => [
        ...checkTier(it, packages, `${path}.tiers[${String(k)}]`),
        ...checkTaken(it, groups, `${path}.tiers[${String(k)}]`),
      ]),
      ...(planned === undefined ? [] : checkInUse(planned, state, path)),
    ];
  });
}

function checkTier(
  { packageCode, periodIds }: TierImport,
  { byCode }: Checked['packages'],
  path: string,
): ImportFault[] {
  const pack = byCode.get(packageCode);
  const at = `${path}.package_code`;
  if (pack === undefined) return [{ path: at, problem: 'no package has this code' }];
  if (!isChangeableKind(pack.kind)) {
    return [{ path: at, problem: 'must be of kind package or campaign' }];
  }
  return periodIds.flatMap((id, i) =>
    isRecurringOf(pack, id)
      ? []
      : [
          {
            path: `${path}.period_ids[${String(i)}]`,
            problem: 'is no recurring period of that package',
          },
        ],
  );
}

function isRecurringOf({ periods }: Package, id: string): boolean {
  return periods.some((it) => it.id === id && it.type === 'recurring');
}

/** Tier ids are the organisation's: a reference names a tier and no group. */
function checkTaken(
  { id }: TierImport,
  { untouched }: ImportedGroups,
  path: string,
): ImportFault[] {
  const isTaken = untouched.some((it) => it.tiers.some((tier) => tier.id === id));
  return isTaken ? [{ path: `${path}.id`, problem: 'belongs to another product group' }] : [];
}

function checkInUse(
  { group, standing }: PlannedGroup,
  { tiersInUse }: Checked['state'],
  path: string,
): ImportFault[] {
  const gone = standing === null ? [] : lostTiers(standing, group);
  return gone
    .filter((id) => tiersInUse.has(id))
    .map((id) => ({
      path: `${path}.tiers`,
      problem: `must keep tier ${id} and its package: it is in use`,
    }));
}
