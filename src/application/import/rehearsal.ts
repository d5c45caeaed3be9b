import type { Package } from '../../domain/catalogue/package.js';
import type { AccountId } from '../../domain/ids.js';
import type { Organisation } from '../ports/organisation-store.js';
import type { ImportState } from './import-state.js';
import { importedPackages } from './imported-packages.js';
import type { OrganisationImport } from './organisation-import.js';

/** What a dry run would have written of an organisation so far, as far as a later page may refer to it. */
export type Rehearsal = {
  /** What would stand by now, if the pages before this one had been written. */
  withEarlierPages(existing: ImportState, file: OrganisationImport): ImportState;
  /** Remembers a page. Its accounts are known afterwards even if it is at fault, so that no fault is told for another. */
  add(file: OrganisationImport, state: ImportState): void;
};

type Rehearsed = {
  readonly organisation: Organisation;
  readonly packages: readonly Package[];
  readonly accountIds: Set<AccountId>;
};

/** A dry run that begins; it holds one organisation at a time. */
export function makeRehearsal(): Rehearsal {
  let rehearsed: Rehearsed | null = null;
  return {
    withEarlierPages: (existing, file) =>
      rehearsed?.organisation.id === file.organisation.id
        ? stateAfter(rehearsed, existing, file)
        : existing,
    add: (file, state) => {
      const { organisation } = file;
      const isSame = rehearsed?.organisation.id === organisation.id;
      const accountIds = isSame && rehearsed !== null ? rehearsed.accountIds : new Set<AccountId>();
      for (const { id } of file.accounts) if (!state.accountIds.has(id)) accountIds.add(id);
      rehearsed = {
        organisation: { ...organisation, testClockAt: state.organisation?.testClockAt ?? null },
        packages: [...importedPackages(file, state).byCode.values()],
        accountIds,
      };
    },
  };
}

function stateAfter(
  { organisation, packages, accountIds }: Rehearsed,
  existing: ImportState,
  file: OrganisationImport,
): ImportState {
  const named = file.userProducts.map((it) => it.accountId).filter((it) => accountIds.has(it));
  return {
    ...existing,
    organisation,
    packages,
    accountIds: new Set([...existing.accountIds, ...named]),
  };
}
