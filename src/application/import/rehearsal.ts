import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type { PageSettings } from '../../domain/portal/portal-settings.js';
import type { AccountId, DocumentId, SubscriptionId, UserProductId } from '../../domain/ids.js';
import type { NumberedDocument } from '../ports/billing-document-store.js';
import type { Organisation } from '../ports/organisation-store.js';
import type { ImportState } from './import-state.js';
import type { DocumentsState } from './check-documents.js';
import { importedGroups } from './imported-groups.js';
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
  readonly pages: PageSettings;
  readonly packages: readonly Package[];
  readonly groups: readonly ProductGroup[];
  readonly accountIds: Set<AccountId>;
  readonly documents: Map<DocumentId, NumberedDocument>;
  /** New user products of each account. */
  readonly added: Map<AccountId, number>;
  /** Of each subscription that would be new, its user product. */
  readonly subscriptions: Map<SubscriptionId, UserProductId>;
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
      const isSame = rehearsed?.organisation.id === file.organisation.id;
      rehearsed = withPage(isSame ? rehearsed : null, file, state);
    },
  };
}

function withPage(
  before: Rehearsed | null,
  file: OrganisationImport,
  state: ImportState,
): Rehearsed {
  const { accountIds, documents, added, subscriptions } = before ?? nothingYet();
  for (const it of file.documents) documents.set(it.id, it);
  for (const { id } of file.accounts) if (!state.accountIds.has(id)) accountIds.add(id);
  for (const { id, accountId, subscriptionId } of file.userProducts) {
    if (state.userProductIds.has(id)) continue;
    added.set(accountId, (added.get(accountId) ?? 0) + 1);
    subscriptions.set(subscriptionId, id);
  }
  const packages = importedPackages(file, state);
  const testClockAt = state.organisation?.testClockAt ?? null;
  const { pages, ...organisation } = file.organisation;
  return {
    organisation: { ...organisation, testClockAt },
    pages: { ...state.pages, ...pages },
    packages: [...packages.byCode.values()],
    groups: importedGroups(file, packages, state).all,
    accountIds,
    documents,
    added,
    subscriptions,
  };
}

function nothingYet(): Pick<Rehearsed, 'accountIds' | 'documents' | 'added' | 'subscriptions'> {
  return {
    accountIds: new Set(),
    documents: new Map(),
    added: new Map(),
    subscriptions: new Map(),
  };
}

function stateAfter(
  { organisation, pages, packages, groups, accountIds, documents, added, subscriptions }: Rehearsed,
  existing: ImportState,
  file: OrganisationImport,
): ImportState {
  const named = file.userProducts.map((it) => it.accountId).filter((it) => accountIds.has(it));
  return {
    ...existing,
    organisation,
    pages,
    packages,
    groups,
    subscriptions: new Map([...existing.subscriptions, ...subscriptions]),
    documents: documentsAfter(documents, existing.documents),
    accountIds: new Set([...existing.accountIds, ...named]),
    userProductCounts: new Map(
      file.userProducts.map(({ accountId: id }) => [
        id,
        (existing.userProductCounts.get(id) ?? 0) + (added.get(id) ?? 0),
      ]),
    ),
  };
}

/** A series of the file goes on where the pages before have left it. */
function documentsAfter(
  rehearsed: ReadonlyMap<DocumentId, NumberedDocument>,
  { known, last }: DocumentsState,
): DocumentsState {
  const after = { ...last };
  for (const { type, sequence } of rehearsed.values()) {
    after[type] = Math.max(after[type], sequence);
  }
  return { known: new Map([...known, ...rehearsed]), last: after };
}
