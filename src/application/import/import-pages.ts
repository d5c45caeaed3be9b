import type { Package } from '../../domain/catalogue/package.js';
import { toId, type AccountId, type ChangeId } from '../../domain/ids.js';
import type { Organisation } from '../ports/organisation-store.js';
import { checkDuplicates } from './check-duplicates.js';
import type { ImportDeps } from './import-organisations.js';
import { readImportState, type ImportState } from './import-state.js';
import { importedPackages } from './imported-packages.js';
import type { OrganisationImport } from './organisation-import.js';
import { planImport, type PlanDeps, type PlanOutcome } from './plan-import.js';
import { writeImport } from './write-import.js';

/** Imports one page, or says all that is wrong with it and writes nothing of it. */
export type ImportPage = (page: OrganisationImport) => Promise<PlanOutcome>;

/** Begins an import whose pages come one after the other, those of an organisation without another's between them. */
export type ImportPages = (options: { readonly isDryRun: boolean }) => ImportPage;

/**
 * Imports a file too long to be held (spec/operations.md §4): each page is checked beside what stands, the pages before
 * it included, and written before the next is read. What an import of the same file would find there again is kept, so
 * that one that was cut short, or refused half-way and repaired, is run again from the beginning.
 */
export function makeImportPages(deps: ImportDeps): ImportPages {
  const planning: PlanDeps = {
    nextChangeId: () => toId<ChangeId>(deps.ids.next()),
    hasSecret: (standing, secret) => deps.secretHashes.matches(secret, standing.secretHash),
  };
  return ({ isDryRun }) => {
    let isPrepared = isDryRun;
    let rehearsed: Rehearsed | null = null;
    return async (page) => {
      const standing = await readImportState(deps, page);
      const state = rehearsed === null ? standing : asRehearsed(standing, page, rehearsed);
      const faults = checkDuplicates([page]);
      const planned = await planImport(planning, page, state);
      if (isDryRun) rehearsed = rehearse(rehearsed, page, state);
      if (!planned.ok) return { ok: false, faults: [...faults, ...planned.faults] };
      if (faults.length > 0) return { ok: false, faults };
      if (!isPrepared) await deps.database.ensureIndexes();
      isPrepared = true;
      if (!isDryRun) await writeImport(deps, planned.plan);
      return planned;
    };
  };
}

/** What a dry run would have written of an organisation so far, as far as a later page may refer to it. */
type Rehearsed = {
  readonly organisation: Organisation;
  readonly packages: readonly Package[];
  readonly accountIds: Set<AccountId>;
};

function asRehearsed(
  standing: ImportState,
  page: OrganisationImport,
  { organisation, packages, accountIds }: Rehearsed,
): ImportState {
  if (organisation.id !== page.organisation.id) return standing;
  const named = page.userProducts.map((it) => it.accountId).filter((it) => accountIds.has(it));
  return {
    ...standing,
    organisation,
    packages,
    accountIds: new Set([...standing.accountIds, ...named]),
  };
}

function rehearse(
  before: Rehearsed | null,
  page: OrganisationImport,
  state: ImportState,
): Rehearsed {
  const { organisation } = page;
  const isSame = before?.organisation.id === organisation.id;
  const accountIds = isSame ? before.accountIds : new Set<AccountId>();
  for (const { id } of page.accounts) if (!state.accountIds.has(id)) accountIds.add(id);
  return {
    organisation: { ...organisation, testClockAt: state.organisation?.testClockAt ?? null },
    packages: [...importedPackages(page, state).byCode.values()],
    accountIds,
  };
}
