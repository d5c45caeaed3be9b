import type { Package } from '../../domain/catalogue/package.js';
import { periodOf } from '../../domain/catalogue/catalogue.js';
import { soldPeriodOf, type SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, PeriodReference } from './organisation-import.js';

export type ResolvedPeriod =
  | { readonly ok: true; readonly package: Package; readonly soldPeriod: SoldPeriod }
  | { readonly ok: false; readonly fault: ImportFault };

/**
 * The package and the period that a row names. With a snapshot the period itself may be gone from the catalogue: what
 * was sold elsewhere stays sold.
 */
export function resolvePeriod(
  packages: ImportedPackages,
  reference: PeriodReference,
  path: string,
): ResolvedPeriod {
  const pack = packages.byCode.get(reference.packageCode);
  if (pack === undefined) return fail(`${path}.package_code`, 'no package has this code');
  const { periodId, periodSnapshot } = reference;
  if (periodSnapshot !== null) {
    return { ok: true, package: pack, soldPeriod: { periodId, ...periodSnapshot } };
  }
  const period = periodOf(pack, periodId);
  if (period === null) return fail(`${path}.period_id`, 'is no period of that package');
  return { ok: true, package: pack, soldPeriod: soldPeriodOf(period) };
}

function fail(path: string, problem: string): ResolvedPeriod {
  return { ok: false, fault: { path, problem } };
}
