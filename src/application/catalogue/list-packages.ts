import { isOnSale } from '../../domain/catalogue/is-on-sale.js';
import type { Package, PackageKind, Rank } from '../../domain/catalogue/package.js';
import { rankOf } from '../../domain/catalogue/rank-of.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { FindPackage, PackageName } from './find-package.js';
import type { OrganisationContext, ReadOrganisationContext } from './organisation-context.js';

/** Null or empty: whatever it is. */
export type PackageFilter = {
  readonly kind: PackageKind | null;
  readonly titleCode: string | null;
  /** Names; a package must have them all. */
  readonly tags: readonly string[];
  /** Those that are not on sale too. */
  readonly includeInactive: boolean;
};

/** A package as it stands now; `rank` is what it counts by, a campaign's its base package's. */
export type ListedPackage = {
  readonly package: Package;
  readonly rank: Rank;
  readonly isOnSale: boolean;
};

type Query = {
  readonly organisationId: OrganisationId;
  /** That one alone, on sale or not. */
  readonly named: PackageName | null;
  readonly filter: PackageFilter;
};
type ListedPackages = {
  readonly packages: readonly ListedPackage[];
  readonly timeZone: TimeZone;
};

/** By code; null for a name that is unknown. */
export type ListPackages = (query: Query) => Promise<ListedPackages | null>;

export type ListPackagesDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly findPackage: FindPackage;
  readonly organisationNow: OrganisationNow;
};

/** What an organisation sells at its own now, or has sold (docs/spec/payway-api.md §5). */
export function makeListPackages(deps: ListPackagesDeps): ListPackages {
  return async (query) => {
    const found = await read(deps, query);
    if (found === null) return null;
    const { context, packages } = found;
    const now = await deps.organisationNow(context.organisation);
    const { filter, named } = query;
    const listed = packages
      .filter((it) => isWanted(it, filter))
      .map((it) => ({
        package: it,
        rank: rankOf(it, context.catalogue),
        isOnSale: isOnSale(it, now),
      }))
      .filter((it) => it.isOnSale || named !== null || filter.includeInactive);
    return { packages: listed, timeZone: context.catalogue.timeZone };
  };
}

type Read = { readonly context: OrganisationContext; readonly packages: readonly Package[] };

async function read(
  deps: ListPackagesDeps,
  { organisationId, named }: Query,
): Promise<Read | null> {
  if (named !== null) {
    const found = await deps.findPackage({ organisationId, named });
    return found === null ? null : { context: found.context, packages: [found.package] };
  }
  const context = await deps.readContext(organisationId);
  if (context === null) return null;
  return { context, packages: [...context.catalogue.packagesById.values()] };
}

function isWanted(pack: Package, { kind, titleCode, tags }: PackageFilter): boolean {
  return (
    (kind === null || pack.kind === kind) &&
    (titleCode === null || pack.titleCode === titleCode) &&
    tags.every((name) => pack.tags.some((tag) => tag.name === name))
  );
}
