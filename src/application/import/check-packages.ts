import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { PaymentPeriodId } from '../../domain/ids.js';
import type { ImportState } from './import-state.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

type Checked = {
  readonly file: OrganisationImport;
  readonly state: ImportState;
  readonly packages: ImportedPackages;
};

/** What is wrong with the file's packages beside each other and beside those that stand. */
export function checkPackages(checked: Checked): ImportFault[] {
  return checked.packages.fromFile.flatMap((it, index) => checkPackage(checked, it, index));
}

function checkPackage(checked: Checked, pack: Package, index: number): ImportFault[] {
  const { file, state, packages } = checked;
  const path = `${file.path}packages[${String(index)}]`;
  const isCodeTaken = packages.untouched.some((it) => it.code === pack.code);
  const faults = [
    fault(state.elsewhere.has(pack.id), `${path}.id`, 'belongs to another organisation'),
    fault(isCodeTaken, `${path}.code`, 'is the code of another package of this organisation'),
    fault(isEmptySpan(pack), `${path}.valid_to`, 'must be later than valid_from'),
    checkBasePackage(packages, pack, `${path}.base_package`),
    ...pack.periods.flatMap((it, k) => {
      const at = `${path}.periods[${String(k)}]`;
      const isTaken = isTakenPeriod(packages, it.id);
      return [
        fault(isTaken, `${at}.id`, 'belongs to another package of this organisation'),
        fault(wasPerUnit(state, it), `${at}.charge_model`, 'must stay per_unit'),
      ];
    }),
  ];
  return faults.flatMap((it) => it ?? []);
}

function isTakenPeriod({ untouched }: ImportedPackages, id: PaymentPeriodId): boolean {
  return untouched.some((it) => it.periods.some((period) => period.id === id));
}

/** What is on it may be more than one, which a flat fee knows nothing of. */
function wasPerUnit({ packages }: ImportState, { id, billing }: PaymentPeriod): boolean {
  if (billing.chargeModel === 'per_unit') return false;
  const standing = packages.flatMap((it) => it.periods).find((it) => it.id === id);
  return standing?.billing.chargeModel === 'per_unit';
}

function checkBasePackage(
  packages: ImportedPackages,
  pack: Package,
  path: string,
): ImportFault | null {
  if (pack.kind !== 'campaign') {
    return fault(pack.basePackageCode !== null, path, 'only a campaign has one');
  }
  if (pack.basePackageCode === null) return { path, problem: 'a campaign needs one' };
  const base = packages.byCode.get(pack.basePackageCode);
  if (base === undefined) return { path, problem: 'no package has this code' };
  return fault(base.kind !== 'package', path, 'must be a package of kind package');
}

function isEmptySpan({ validFrom, validTo }: Package): boolean {
  return validFrom !== null && validTo !== null && validTo <= validFrom;
}

function fault(isOne: boolean, path: string, problem: string): ImportFault | null {
  return isOne ? { path, problem } : null;
}
