import { toId, type ChangeId } from '../../domain/ids.js';
import type { DatabaseHealth } from '../ports/database-health.js';
import { checkDuplicates } from './check-duplicates.js';
import { readImportState, type ImportStateDeps } from './import-state.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';
import { planImport, type ImportPlan, type PlanDeps } from './plan-import.js';
import { writeImport, type WriteImportDeps } from './write-import.js';

export type ImportCommand = {
  readonly organisations: readonly OrganisationImport[];
  /** Plans and checks all the same, and writes nothing. */
  readonly isDryRun: boolean;
};

type ImportResult =
  | { readonly ok: true; readonly plans: readonly ImportPlan[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

export type ImportOrganisations = (command: ImportCommand) => Promise<ImportResult>;

export type ImportDeps = ImportStateDeps &
  WriteImportDeps & { readonly database: Pick<DatabaseHealth, 'ensureIndexes'> };

/**
 * Imports a file (spec/operations.md §4): 1 look for what stands twice, 2 read what exists, 3 plan, 4 refuse all of it
 * where anything is wrong, 5 write. A user product or an account that exists is left alone; packages, clients and the
 * organisation become what the file says. Doing it again changes nothing.
 */
export function makeImportOrganisations(deps: ImportDeps): ImportOrganisations {
  const planning: PlanDeps = {
    nextChangeId: () => toId<ChangeId>(deps.ids.next()),
    hasSecret: (standing, secret) => deps.secretHashes.matches(secret, standing.secretHash),
  };
  return async ({ organisations, isDryRun }) => {
    const faults = checkDuplicates(organisations);
    const plans: ImportPlan[] = [];
    for (const file of organisations) {
      const planned = await planImport(planning, file, await readImportState(deps, file));
      if (planned.ok) plans.push(planned.plan);
      else faults.push(...planned.faults);
    }
    if (faults.length > 0) return { ok: false, faults };
    if (!isDryRun) await writeAll(deps, plans);
    return { ok: true, plans };
  };
}

/** The first import meets an empty database: what makes a second one at the same time harmless has to be there first. */
async function writeAll(deps: ImportDeps, plans: readonly ImportPlan[]): Promise<void> {
  await deps.database.ensureIndexes();
  for (const plan of plans) await writeImport(deps, plan);
}
