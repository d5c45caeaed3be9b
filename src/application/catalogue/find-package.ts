import type { Package } from '../../domain/catalogue/package.js';
import type { OrganisationId, PackageId } from '../../domain/ids.js';
import type { OrganisationContext, ReadOrganisationContext } from './organisation-context.js';

/** A package by one of its two names. */
export type PackageName = { readonly id: PackageId } | { readonly code: string };

type Found = { readonly package: Package; readonly context: OrganisationContext };

/** Null for a package that is unknown, or another organisation's. */
export type FindPackage = (query: {
  readonly organisationId: OrganisationId;
  readonly named: PackageName;
}) => Promise<Found | null>;

/**
 * Finds a package, on sale or not. A name that the cache does not know is read once before it is a 404
 * (docs/architecture.md §8).
 */
export function makeFindPackage(deps: {
  readonly readContext: ReadOrganisationContext;
}): FindPackage {
  return async ({ organisationId, named }) => {
    for (const wanted of ['cached', 'fresh'] as const) {
      const context = await deps.readContext(organisationId, wanted);
      const found = context === null ? undefined : packageIn(context, named);
      if (context !== null && found !== undefined) return { package: found, context };
    }
    return null;
  };
}

function packageIn({ catalogue }: OrganisationContext, named: PackageName): Package | undefined {
  return 'id' in named
    ? catalogue.packagesById.get(named.id)
    : catalogue.packagesByCode.get(named.code);
}
