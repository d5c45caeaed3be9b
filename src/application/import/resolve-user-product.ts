import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import type { Paid } from '../../domain/user-product/paid.js';
import type { ChangeId } from '../../domain/ids.js';
import type { ImportState } from './import-state.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, OrganisationImport, UserProductImport } from './organisation-import.js';
import { checkDates, resolveDates, type RowDates } from './resolve-dates.js';
import { resolvePaid } from './resolve-paid.js';
import { resolvePendingChange } from './resolve-pending-change.js';
import { resolvePeriod, type ResolvedPeriod } from './resolve-period.js';

type FoundPeriod = Extract<ResolvedPeriod, { ok: true }>;

/** A row of a file with everything that it names found: ready to become a user product. */
export type ResolvedUserProduct = RowDates & {
  readonly row: UserProductImport;
  readonly package: FoundPeriod['package'];
  readonly soldPeriod: FoundPeriod['soldPeriod'];
  readonly pendingChange: PendingChange | null;
  readonly paid: Paid | null;
};

export type ResolveContext = {
  readonly file: OrganisationImport;
  readonly state: ImportState;
  readonly packages: ImportedPackages;
  /** As it will be when the file is written. */
  readonly catalogue: Pick<Catalogue, 'tiersById'>;
  readonly accountIds: ReadonlySet<string>;
  readonly nextChangeId: () => ChangeId;
};

type Outcome =
  | { readonly ok: true; readonly product: ResolvedUserProduct }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/** Finds the row's account, package, period and dates, or says all that is wrong with it. */
export function resolveUserProduct(context: ResolveContext, index: number): Outcome {
  const { file, state, packages } = context;
  const row = file.userProducts[index];
  if (row === undefined) throw new RangeError('a row of the file that is not there');
  const path = `${file.path}user_products[${String(index)}]`;
  const calendar = { now: state.now, timeZone: file.organisation.timeZone };
  const period = resolvePeriod(packages, row, path);
  const dates = resolveDates(row, calendar);
  const { validTo } = dates;
  const pending = resolvePendingChange({ ...context, calendar }, row, { path, dueAt: validTo });
  const soldAt = period.ok ? period.soldPeriod : null;
  const paid = resolvePaid(row, { ...calendar, validTo, soldPeriod: soldAt, path });
  const faults = [
    ...checkIds(context, row, path),
    ...(period.ok ? [] : [period.fault]),
    ...checkDates(row, dates, path),
    ...(pending.ok ? [] : [pending.fault]),
    ...(paid.ok ? [] : [paid.fault]),
  ];
  if (!period.ok || !pending.ok || !paid.ok || faults.length > 0) return { ok: false, faults };
  const { package: pack, soldPeriod } = period;
  const { pendingChange } = pending;
  return {
    ok: true,
    product: { ...dates, row, package: pack, soldPeriod, pendingChange, paid: paid.paid },
  };
}

function checkIds(
  { state, accountIds }: ResolveContext,
  row: UserProductImport,
  path: string,
): ImportFault[] {
  const faults: ImportFault[] = [];
  if (state.elsewhere.has(row.id)) {
    faults.push({ path: `${path}.id`, problem: 'belongs to another organisation' });
  }
  if (!accountIds.has(row.accountId)) {
    faults.push({
      path: `${path}.account_id`,
      problem: 'is no account of this file or organisation',
    });
  }
  return faults;
}
