import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type { AccountId, ClientId, DocumentId, TierId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WebhookEndpoint, WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { ImportLookups } from '../ports/import-lookups.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { UserProductWalk } from '../ports/user-product-store.js';
import type { DocumentsState } from './check-documents.js';
import { importedGroups } from './imported-groups.js';
import { importedPackages } from './imported-packages.js';
import { lostTiers } from './lost-tiers.js';
import type { OrganisationImport } from './organisation-import.js';

/** What the installation holds of what a file names, read before anything is decided. */
export type ImportState = {
  readonly organisation: Organisation | null;
  readonly now: Instant;
  readonly packages: readonly Package[];
  readonly groups: readonly ProductGroup[];
  /** Of tiers that the file drops, or puts on another package. */
  readonly tiersInUse: ReadonlySet<TierId>;
  readonly documents: DocumentsState;
  readonly webhookEndpoints: readonly WebhookEndpoint[];
  /** By id, whichever organisation they belong to. */
  readonly clients: ReadonlyMap<ClientId, ApiClient>;
  readonly accountIds: ReadonlySet<AccountId>;
  readonly userProductIds: ReadonlySet<UserProductId>;
  /** Of accounts that the file has user products for. */
  readonly userProductCounts: ReadonlyMap<AccountId, number>;
  /** The file names another time zone than the one that living user products of the organisation have. */
  readonly isZoneInUse: boolean;
  /** Ids of the file that another organisation has. */
  readonly elsewhere: ReadonlySet<string>;
};

export type ImportStateDeps = {
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly catalogues: CatalogueStore;
  readonly productGroups: ProductGroupStore;
  readonly catalogueUse: Pick<CatalogueUse, 'tiersInUse'>;
  readonly documents: Pick<BillingDocumentStore, 'findMany' | 'lastSequence'>;
  readonly clients: ClientStore;
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'list'>;
  readonly walk: Pick<UserProductWalk, 'existing'>;
  readonly lookups: ImportLookups;
  readonly organisationNow: OrganisationNow;
};

const pageSize = 1_000;

/** Reads it, in pages of ids where a file may name many. */
export async function readImportState(
  deps: ImportStateDeps,
  file: OrganisationImport,
): Promise<ImportState> {
  const { id } = file.organisation;
  const packageIds = file.packages.map((it) => it.package.id);
  const groupIds = file.productGroups.map((it) => it.id);
  const userProductIds = file.userProducts.map((it) => it.id);
  const endpointIds = file.webhookEndpoints.map((it) => it.id);
  const documentIds = file.documents.map((it) => it.id);
  const accountIds = [
    ...new Set([
      ...file.accounts.map((it) => it.id),
      ...file.userProducts.map((it) => it.accountId),
    ]),
  ];
  const organisation = await deps.organisations.find(id);
  const now = await deps.organisationNow(
    organisation ?? { ...file.organisation, testClockAt: null },
  );
  return {
    organisation,
    now,
    ...(await readCatalogue(deps, file, now)),
    documents: await readDocuments(deps, file),
    webhookEndpoints: await deps.webhookEndpoints.list(id),
    clients: await readClients(deps, file),
    accountIds: await gather(accountIds, (ids) => deps.lookups.existingAccounts(id, ids)),
    userProductIds: await gather(userProductIds, (ids) => deps.walk.existing(id, ids)),
    userProductCounts: await countUserProducts(deps, file),
    isZoneInUse: await isZoneInUse(deps, file, organisation),
    elsewhere: new Set<string>([
      ...(await gather(packageIds, (ids) => deps.lookups.takenElsewhere(id, 'packages', ids))),
      ...(await gather(groupIds, (ids) => deps.lookups.takenElsewhere(id, 'product_groups', ids))),
      ...(await gather(accountIds, (ids) => deps.lookups.takenElsewhere(id, 'accounts', ids))),
      ...(await gather(endpointIds, (ids) =>
        deps.lookups.takenElsewhere(id, 'webhook_endpoints', ids),
      )),
      ...(await gather(documentIds, (ids) =>
        deps.lookups.takenElsewhere(id, 'billing_documents', ids),
      )),
      ...(await gather(userProductIds, (ids) =>
        deps.lookups.takenElsewhere(id, 'user_products', ids),
      )),
    ]),
  };
}

async function readCatalogue(
  { catalogues, productGroups, catalogueUse }: ImportStateDeps,
  file: OrganisationImport,
  now: Instant,
): Promise<Pick<ImportState, 'packages' | 'groups' | 'tiersInUse'>> {
  const { id } = file.organisation;
  const packages = await catalogues.listPackages(id);
  const groups = await productGroups.list(id);
  const { fromFile } = importedGroups(file, importedPackages(file, { packages }), { groups, now });
  const lost = fromFile.flatMap(({ group, standing }) =>
    standing === null ? [] : lostTiers(standing, group),
  );
  const tiersInUse = lost.length === 0 ? [] : await catalogueUse.tiersInUse(id, lost);
  return { packages, groups, tiersInUse: new Set(tiersInUse) };
}

async function readDocuments(
  { documents: store }: ImportStateDeps,
  { organisation: { id }, documents }: OrganisationImport,
): Promise<DocumentsState> {
  if (documents.length === 0) return { known: new Map(), last: { invoice: 0, credit_note: 0 } };
  const referenced = documents.flatMap(({ references: it }) =>
    it !== null && 'invoice' in it ? [it.invoice] : [],
  );
  const ids = [...new Set([...documents.map((it) => it.id), ...referenced])];
  const known = new Map<DocumentId, NumberedDocument>();
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = await store.findMany(id, ids.slice(at, at + pageSize));
    for (const it of page) known.set(it.id, it);
  }
  const invoice = await store.lastSequence(id, 'invoice');
  return { known, last: { invoice, credit_note: await store.lastSequence(id, 'credit_note') } };
}

async function countUserProducts(
  { lookups }: ImportStateDeps,
  { organisation, userProducts }: OrganisationImport,
): Promise<ReadonlyMap<AccountId, number>> {
  const ids = [...new Set(userProducts.map((it) => it.accountId))];
  const counts = new Map<AccountId, number>();
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = await lookups.countUserProducts(organisation.id, ids.slice(at, at + pageSize));
    for (const [id, count] of page) counts.set(id, count);
  }
  return counts;
}

async function isZoneInUse(
  { lookups }: ImportStateDeps,
  file: OrganisationImport,
  standing: Organisation | null,
): Promise<boolean> {
  if (standing === null || standing.timeZone === file.organisation.timeZone) return false;
  return lookups.hasLivingUserProducts(standing.id);
}

async function readClients(
  deps: ImportStateDeps,
  file: OrganisationImport,
): Promise<ReadonlyMap<ClientId, ApiClient>> {
  const found = new Map<ClientId, ApiClient>();
  for (const { id } of file.clients) {
    const client = await deps.clients.find(id);
    if (client !== null) found.set(id, client);
  }
  return found;
}

async function gather<Id extends string, Found>(
  ids: readonly Id[],
  ask: (page: readonly Id[]) => Promise<ReadonlySet<Found>>,
): Promise<ReadonlySet<Found>> {
  const found = new Set<Found>();
  for (let at = 0; at < ids.length; at += pageSize) {
    for (const it of await ask(ids.slice(at, at + pageSize))) found.add(it);
  }
  return found;
}
