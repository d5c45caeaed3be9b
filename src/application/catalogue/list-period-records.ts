import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import type { RevisedPackage } from '../../domain/catalogue/revised-package.js';
import type { OrganisationId } from '../../domain/ids.js';
import { inOrder } from '../listing/in-order.js';
import { takePage } from '../listing/take-page.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { FindPeriodRecord, ListPeriodRecords, PeriodRecord } from './period-commands.js';

type Deps = {
  readonly revisedPackages: Pick<RevisedPackageStore, 'list'>;
  readonly catalogueUse: Pick<CatalogueUse, 'periodsInUse'>;
};

/** A period with the package that it is of, which holds how often it was edited. */
export type FoundPeriod = { readonly period: PaymentPeriod; readonly of: RevisedPackage };

/**
 * The recurring payment periods of an organisation's packages and campaigns (docs/spec/product-groups-api.md §4): those
 * that are enabled, or those that are not.
 */
export function makeListPeriodRecords(deps: Deps): ListPeriodRecords {
  return async ({ organisationId, packageId, enabled, order, ...page }) => {
    const found = shownPeriods(await deps.revisedPackages.list(organisationId)).filter(
      ({ period, of }) =>
        period.enabled === enabled && (packageId === null || of.package.id === packageId),
    );
    const key = (it: FoundPeriod) => ({ id: it.period.id, key: revisionOf(it).createdAt });
    const { items, totalItems } = takePage(inOrder(found, key, order.direction), page);
    return { items: await periodRecords(deps, organisationId, items), totalItems };
  };
}

/** One of them. */
export function makeFindPeriodRecord(deps: Deps): FindPeriodRecord {
  return async ({ organisationId, id }) => {
    const found = shownPeriods(await deps.revisedPackages.list(organisationId));
    const own = found.filter(({ period }) => period.id === id);
    const [record = null] = await periodRecords(deps, organisationId, own);
    return record;
  };
}

/** Recurring ones of packages and campaigns: what else there is, this dialect does not show. */
export function shownPeriods(packages: readonly RevisedPackage[]): readonly FoundPeriod[] {
  return packages
    .filter((it) => isChangeableKind(it.package.kind))
    .flatMap((of) => of.package.periods.map((period) => ({ period, of })))
    .filter(({ period }) => period.type === 'recurring');
}

/** These periods with their revisions, and whether they are in use. */
export async function periodRecords(
  { catalogueUse }: Pick<Deps, 'catalogueUse'>,
  organisationId: OrganisationId,
  found: readonly FoundPeriod[],
): Promise<readonly PeriodRecord[]> {
  const ids = found.map(({ period }) => period.id);
  const used = new Set(await catalogueUse.periodsInUse(organisationId, ids));
  return found.map((it) => ({
    period: it.period,
    package: it.of.package,
    revision: revisionOf(it),
    inUse: used.has(it.period.id),
  }));
}

/** How often it was edited. Every period of a package has its revision. */
export function revisionOf({ period, of }: FoundPeriod) {
  return of.periodRevisions.get(period.id) ?? of.revision;
}
