import type { ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import type { ImportedPackages } from './imported-packages.js';
import type { ImportFault, PendingChangeImport, UserProductImport } from './organisation-import.js';
import { resolveDate, type OrganisationCalendar } from './resolve-dates.js';
import { resolvePeriod } from './resolve-period.js';

export type PendingContext = {
  readonly packages: ImportedPackages;
  readonly calendar: OrganisationCalendar;
  readonly nextChangeId: () => ChangeId;
};

export type PendingOutcome =
  | { readonly ok: true; readonly pendingChange: PendingChange | null }
  | { readonly ok: false; readonly fault: ImportFault };

/**
 * A change that waits elsewhere goes on waiting here: its target is frozen as it stands now, or as the file says. With a
 * tier it is of the rules of that tier's group (docs/spec/product-groups-api.md §9).
 */
export function resolvePendingChange(
  { packages, calendar, nextChangeId }: PendingContext,
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
  const { kind, quantity, tierId, requestedAt, requestedBy } = given;
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
        tierId,
      },
      requestedAt: requestedAt === null ? calendar.now : resolveDate(requestedAt, calendar),
      requestedBy: requestedBy ?? 'import',
      dueAt,
    },
  };
}

function behaviourOf({ kind, tierId }: PendingChangeImport): PendingChange['behaviour'] {
  if (tierId !== null) return 'group';
  return kind === 'change' ? 'explicit' : 'default';
}
