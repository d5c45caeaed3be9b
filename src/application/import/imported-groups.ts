import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import type { Instant } from '../../domain/time/instant.js';
import { isSameValue } from '../../domain/is-same-value.js';
import type { ImportedPackages } from './imported-packages.js';
import type { GroupImport, OrganisationImport, TierImport } from './organisation-import.js';

type Standing = { readonly groups: readonly ProductGroup[]; readonly now: Instant };

/** The product groups as they will be: the file's, in its order, and those that it does not name. */
export type ImportedGroups = {
  readonly fromFile: readonly PlannedGroup[];
  readonly untouched: readonly ProductGroup[];
  readonly all: readonly ProductGroup[];
};

export type PlannedGroup = {
  readonly group: ProductGroup;
  /** Null: there is none yet. */
  readonly standing: ProductGroup | null;
  readonly effect: 'created' | 'changed' | 'unchanged';
};

/**
 * Lays the file's product groups over those that stand, by id. A tier of a package that is not there is left out: it is a
 * fault of its own.
 */
export function importedGroups(
  file: Pick<OrganisationImport, 'productGroups'>,
  packages: Pick<ImportedPackages, 'byCode'>,
  { groups, now }: Standing,
): ImportedGroups {
  const standingById = new Map(groups.map((it) => [it.id, it]));
  const fromFile = file.productGroups.map((it) =>
    planGroup(it, { packages, now, standing: standingById.get(it.id) ?? null }),
  );
  const named = new Set(fromFile.map((it) => it.group.id));
  const untouched = groups.filter((it) => !named.has(it.id));
  return { fromFile, untouched, all: [...untouched, ...fromFile.map((it) => it.group)] };
}

type Context = Pick<PlannedGroup, 'standing'> &
  Pick<Standing, 'now'> & { readonly packages: Pick<ImportedPackages, 'byCode'> };

function planGroup(given: GroupImport, { packages, standing, now }: Context): PlannedGroup {
  const { id, name, enabled, forceSameBillingInterval } = given;
  const tiers = given.tiers
    .flatMap((it) => tierFor(it, packages, standing))
    .toSorted((one, other) => one.position - other.position);
  const said = { id, name, enabled, forceSameBillingInterval, tiers };
  if (standing === null) {
    const createdAt = given.createdAt ?? now;
    const group = { ...said, version: 1, createdAt, updatedAt: createdAt };
    return { group, standing, effect: 'created' };
  }
  if (isSameValue({ ...standing, ...said }, standing)) {
    return { group: standing, standing, effect: 'unchanged' };
  }
  const group = { ...standing, ...said, version: standing.version + 1, updatedAt: now };
  return { group, standing, effect: 'changed' };
}

function tierFor(
  { packageCode, hasGivenId, ...tier }: TierImport,
  { byCode }: Pick<ImportedPackages, 'byCode'>,
  standing: ProductGroup | null,
): Tier[] {
  const packageId = byCode.get(packageCode)?.id;
  if (packageId === undefined) return [];
  const known = hasGivenId ? undefined : standing?.tiers.find((it) => it.packageId === packageId);
  return [{ ...tier, id: known?.id ?? tier.id, packageId }];
}
