import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { tierAfter } from '../../domain/catalogue/tier-after.js';
import type { ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import { requesterOf } from '../../domain/user-product/requester.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, PendingChangeImport, UserProductImport } from './organisation-import.js';
import { resolveDate, type OrganisationCalendar } from './resolve-dates.js';
import { resolvePeriod } from './resolve-period.js';

export type PendingContext = {
  readonly packages: ImportedPackages;
  readonly catalogue: Pick<Catalogue, 'tiersById'>;
  readonly calendar: OrganisationCalendar;
  readonly nextChangeId: () => ChangeId;
};

export type PendingOutcome =
  | { readonly ok: true; readonly pendingChange: PendingChange | null }
  | { readonly ok: false; readonly fault: ImportFault };

/**
 * A change that waits elsewhere goes on waiting here: its target is frozen as it stands now, or as the file says. With a
 * tier it is of the rules of that tier's group (docs/spec/product-groups-api.md §9), without one of Payway's, which find
 * the tier themselves.
 */
export function resolvePendingChange(
  { packages, catalogue, calendar, nextChangeId }: PendingContext,
  row: UserProductImport,
  { path: rowPath, dueAt }: { readonly path: string; readonly dueAt: Instant | null },
): PendingOutcome {
  const given = row.pendingChange;
  if (given === null) return { ok: true, pendingChange: null };
  const path = `${rowPath}.pending_change`;
  if (row.state !== 'activated' || dueAt === null) {
    const problem = 'can only wait on an activated user product that has a valid_to';
    return { ok: false, fault: { path, problem } };
  }
  const target = resolvePeriod(packages, given, path);
  if (!target.ok) return target;
  const { kind, quantity, requestedAt, requestedBy } = given;
  const named = { packageId: target.package.id, periodId: target.soldPeriod.periodId };
  return {
    ok: true,
    pendingChange: {
      changeId: nextChangeId(),
      kind,
      behaviour: behaviourOf(given),
      rule: 'imported',
      target: {
        packageId: target.package.id,
        packageCode: target.package.code,
        period: target.soldPeriod,
        quantity,
        tierId: given.tierId ?? tierAfter(row.tierId, named, catalogue),
      },
      requestedAt: requestedAt === null ? calendar.now : resolveDate(requestedAt, calendar),
      requestedBy: requesterOf(requestedBy ?? 'import'),
      dueAt,
    },
  };
}

function behaviourOf({ kind, tierId }: PendingChangeImport): PendingChange['behaviour'] {
  if (tierId !== null) return 'group';
  return kind === 'change' ? 'explicit' : 'default';
}
