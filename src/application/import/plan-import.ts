import { makeCatalogue, type Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Package } from '../../domain/catalogue/package.js';
import type { AccountId, ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Account } from '../ports/account-store.js';
import type { NumberedDocument } from '../ports/billing-document-store.js';
import type { ApiClient } from '../ports/client-store.js';
import type { WebhookUrlGuard } from '../ports/webhook-sender.js';
import { checkOwners } from './check-owners.js';
import { checkProductCounts } from './check-product-counts.js';
import { checkDocuments } from './check-documents.js';
import { checkGroups } from './check-groups.js';
import { checkPackages } from './check-packages.js';
import { checkCatalogueCounts } from './check-catalogue-counts.js';
import { checkSubscriptions } from './check-subscriptions.js';
import { checkRows, type NewRow, type WaitingPolicy } from './check-rows.js';
import type { ImportState } from './import-state.js';
import { importedGroups, type ImportedGroups, type PlannedGroup } from './imported-groups.js';
import { importedPackages, type ImportedPackages } from './imported-packages.js';
import { isSameValue } from '../../domain/is-same-value.js';
import type { ClientImport, ImportFault, OrganisationImport } from './organisation-import.js';
import { planEndpoints, type PlannedEndpoint } from './plan-endpoints.js';
import { resolveUserProduct, type ResolvedUserProduct } from './resolve-user-product.js';

type Effect = 'created' | 'changed' | 'unchanged';

/** What writing the file would do to one organisation. Rows that exist are in none of the lists: they stay as they are. */
export type ImportPlan = {
  readonly file: OrganisationImport;
  readonly now: Instant;
  /** All packages as they will be. */
  readonly catalogue: Catalogue;
  readonly organisation: Effect;
  readonly packages: readonly { readonly package: Package; readonly effect: Effect }[];
  readonly productGroups: readonly PlannedGroup[];
  readonly clients: readonly PlannedClient[];
  readonly accounts: readonly Account[];
  readonly documents: readonly NumberedDocument[];
  readonly userProducts: readonly ResolvedUserProduct[];
  readonly webhookEndpoints: readonly PlannedEndpoint[];
};

/** A secret is planned for only where it is not the one that stands: its hash differs each time it is made. */
export type PlannedClient = {
  readonly client: ClientImport;
  readonly effect: Effect;
  readonly hasNewSecret: boolean;
};

export type PlanDeps = {
  readonly nextChangeId: () => ChangeId;
  /** What may wait, by the rules of changes that are asked for. */
  readonly waitingPolicy: WaitingPolicy;
  readonly urlGuard: WebhookUrlGuard;
  readonly hasSecret: (existing: ApiClient, secret: string) => Promise<boolean>;
};

export type PlanOutcome =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

type Resolved = {
  readonly packages: ImportedPackages;
  readonly groups: ImportedGroups;
  readonly catalogue: Catalogue;
  /** Those that are new. */
  readonly rows: readonly ResolvedUserProduct[];
};

/** Decides what an import does, or lists all that is wrong with it; writes nothing. */
export async function planImport(
  deps: PlanDeps,
  file: OrganisationImport,
  state: ImportState,
): Promise<PlanOutcome> {
  const packages = importedPackages(file, state);
  const accountIds = new Set<AccountId>([...state.accountIds, ...file.accounts.map((it) => it.id)]);
  const groups = importedGroups(file, packages, state);
  const catalogue = catalogueOf(file, packages, groups);
  const { nextChangeId } = deps;
  const context = { file, state, packages, catalogue, accountIds, nextChangeId };
  const outcomes = file.userProducts.map((_, index) => resolveUserProduct(context, index));
  // One that exists stays as it is, whatever the file says of it.
  const created = outcomes.flatMap((it, index): NewRow[] =>
    it.ok && !state.userProductIds.has(it.product.row.id) ? [{ index, resolved: it.product }] : [],
  );
  const endpoints = await planEndpoints(deps.urlGuard, file, state);
  const faults = [
    ...checkOwners(file, state),
    ...checkPackages({ file, state, packages }),
    ...checkGroups({ file, state, packages, groups }),
    ...checkCatalogueCounts({ file, state, packages, groups }),
    ...checkDocuments(file, state.documents, state.elsewhere),
    ...checkProductCounts(file, state),
    ...checkSubscriptions(file, state),
    ...outcomes.flatMap((it) => (it.ok ? [] : it.faults)),
    ...checkRows({ file, catalogue, now: state.now, policy: deps.waitingPolicy }, created),
    ...endpoints.faults,
  ];
  if (faults.length > 0) return { ok: false, faults };
  const clients = await Promise.all(file.clients.map((it) => planClient(deps, it, state)));
  const rows = created.map((it) => it.resolved);
  const planned = planRows(file, state, { packages, groups, catalogue, rows });
  return { ok: true, plan: { ...planned, clients, webhookEndpoints: endpoints.planned } };
}

function catalogueOf(
  { organisation }: OrganisationImport,
  { untouched, fromFile }: ImportedPackages,
  { all: groups }: ImportedGroups,
): Catalogue {
  return makeCatalogue({ ...organisation, packages: [...untouched, ...fromFile], groups });
}

function planRows(
  file: OrganisationImport,
  state: ImportState,
  { packages, groups, catalogue, rows }: Resolved,
): Omit<ImportPlan, 'clients' | 'webhookEndpoints'> {
  return {
    file,
    now: state.now,
    catalogue,
    organisation: effectOfOrganisation(file, state),
    packages: packages.fromFile.map((it) => ({ package: it, effect: effectOfPackage(it, state) })),
    productGroups: groups.fromFile,
    accounts: file.accounts.filter((it) => !state.accountIds.has(it.id)),
    documents: file.documents.filter((it) => !state.documents.known.has(it.id)),
    userProducts: rows,
  };
}

function effectOfOrganisation(file: OrganisationImport, state: ImportState): Effect {
  const { organisation, pages } = state;
  if (organisation === null) return 'created';
  const { pages: given, ...own } = file.organisation;
  const wanted = { ...own, testClockAt: organisation.testClockAt };
  const isSame = isSameValue(organisation, wanted) && isSameValue(pages, { ...pages, ...given });
  return isSame ? 'unchanged' : 'changed';
}

function effectOfPackage(pack: Package, { packages }: ImportState): Effect {
  const existing = packages.find((it) => it.id === pack.id);
  if (existing === undefined) return 'created';
  return isSameValue(existing, pack) ? 'unchanged' : 'changed';
}

async function planClient(
  deps: PlanDeps,
  client: ClientImport,
  state: ImportState,
): Promise<PlannedClient> {
  const existing = state.clients.get(client.id);
  if (existing === undefined) return { client, effect: 'created', hasNewSecret: true };
  const hasNewSecret = client.secret !== null && !(await deps.hasSecret(existing, client.secret));
  const isSame =
    !hasNewSecret &&
    existing.disabled === (client.disabled ?? existing.disabled) &&
    existing.provisionService === client.provisionService &&
    isSameValue(existing.scopes, client.scopes);
  return { client, effect: isSame ? 'unchanged' : 'changed', hasNewSecret };
}
