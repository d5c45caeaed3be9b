import { toId, type ChangeId } from '../../domain/ids.js';
import type { DatabaseHealth } from '../ports/database-health.js';
import { checkOffer, mayPackagesFollow } from './check-offer.js';
import { checkDuplicates } from './check-duplicates.js';
import type { ImportPage, ImportSource } from './import-source.js';
import { readImportState, type ImportState, type ImportStateDeps } from './import-state.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';
import { planImport, type ImportPlan, type PlanDeps } from './plan-import.js';
import { makeRehearsal, type Rehearsal } from './rehearsal.js';
import { writeImport, type WriteImportDeps } from './write-import.js';

export type ImportCommand = {
  readonly source: ImportSource;
  /** Plans and checks all the same, and writes nothing. */
  readonly isDryRun: boolean;
};

/** What became of a page. With a fault nothing of it is written. */
type ImportedPage = {
  readonly page: ImportPage;
  readonly plans: readonly ImportPlan[];
  readonly faults: readonly ImportFault[];
};

/** Answers page by page, each when it is written. The first page with a fault is the last, except in a dry run. */
export type ImportOrganisations = (command: ImportCommand) => AsyncIterable<ImportedPage>;

export type ImportDeps = ImportStateDeps &
  WriteImportDeps &
  Pick<PlanDeps, 'waitingPolicy' | 'urlGuard'> & {
    readonly database: Pick<DatabaseHealth, 'ensureIndexes'>;
  };

/**
 * Imports a file (docs/spec/operations.md §4). Of each page: 1 look for what stands twice, 2 read what exists, 3 plan,
 * 4 refuse the whole page if anything is wrong, 5 write it before the next page is read. A user product or an account that
 * exists is left alone; packages, clients and the organisation become what the file says. So an import that was cut short
 * or refused half-way is run again from the beginning, and one that was done changes nothing.
 */
export function makeImportOrganisations(deps: ImportDeps): ImportOrganisations {
  const planning: PlanDeps = {
    waitingPolicy: deps.waitingPolicy,
    urlGuard: deps.urlGuard,
    nextChangeId: () => toId<ChangeId>(deps.ids.next()),
    hasSecret: (existing, secret) => deps.secretHashes.matches(secret, existing.secretHash),
  };
  return async function* ({ source, isDryRun }) {
    const rehearsal = isDryRun ? makeRehearsal() : null;
    const write = makeWritePage(deps);
    for await (const page of source.pages) {
      const isRefused = page.faults.length > 0 && !isDryRun;
      const { plans, faults } = isRefused
        ? { plans: [], faults: page.faults }
        : await checkPage({ deps, planning, rehearsal }, page);
      if (faults.length === 0 && !isDryRun) await write(plans);
      yield { page, plans, faults };
      if (faults.length > 0 && !isDryRun) return;
    }
  };
}

type Checking = {
  readonly deps: ImportStateDeps;
  readonly planning: PlanDeps;
  /** Null where pages are written: then what stands includes the pages before. */
  readonly rehearsal: Rehearsal | null;
};

/** Lines at fault do not keep the other lines of their page from being checked. */
async function checkPage(
  { deps, planning, rehearsal }: Checking,
  { organisations, faults: faultsOfText, atItsPlace, lines }: ImportPage,
): Promise<Omit<ImportedPage, 'page'>> {
  const faults = checkDuplicates(organisations);
  const plans: ImportPlan[] = [];
  const checked: { readonly file: OrganisationImport; readonly state: ImportState }[] = [];
  for (const file of organisations) {
    const existing = await readImportState(deps, file);
    const state = rehearsal?.withEarlierPages(existing, file) ?? existing;
    const planned = await planImport(planning, file, state);
    if (planned.ok) plans.push(planned.plan);
    else faults.push(...planned.faults);
    if (lines === null || !mayPackagesFollow(file)) faults.push(...checkOffer(file, state));
    checked.push({ file, state });
  }
  for (const { file, state } of checked) rehearsal?.add(file, state);
  return {
    plans: faults.length > 0 ? [] : plans,
    faults: [...faultsOfText, ...faults.map(atItsPlace)],
  };
}

/** The first import meets an empty database: what makes a second one at the same time harmless has to be there first. */
function makeWritePage(deps: ImportDeps): (plans: readonly ImportPlan[]) => Promise<void> {
  let hasIndexes = false;
  return async (plans) => {
    if (!hasIndexes) await deps.database.ensureIndexes();
    hasIndexes = true;
    for (const plan of plans) await writeImport(deps, plan);
  };
}
