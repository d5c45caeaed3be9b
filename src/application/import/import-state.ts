import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type {
  AccountId,
  ClientId,
  DocumentId,
  SubscriptionId,
  TierId,
  UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { defaultPageSettings, type PageSettings } from '../../domain/portal/portal-settings.js';
import type { WebhookEndpoint, WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { ImportLookups, OwnedCollection } from '../ports/import-lookups.js';
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
  /** Of an organisation that is not there, as by default. */
  readonly pages: PageSettings;
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
  /** A user product of each subscription that the file has one of, where it is there. */
  readonly subscriptions: ReadonlyMap<SubscriptionId, UserProductId>;
  /** The file names another time zone than the one that living user products of the organisation have. */
  readonly isZoneInUse: boolean;
  /** Ids of the file that another organisation has. */
  readonly elsewhere: ReadonlySet<string>;
};

export type ImportStateDeps = {
  readonly organisations: Pick<OrganisationStore, 'find' | 'readPages'>;
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
  const userProductIds = file.userProducts.map((it) => it.id);
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
    pages: (await deps.organisations.readPages(id)) ?? defaultPageSettings,
    now,
    ...(await readCatalogue(deps, file, now)),
    documents: await readDocuments(deps, file),
    webhookEndpoints: await deps.webhookEndpoints.list(id),
    clients: await readClients(deps, file),
    accountIds: await gather(accountIds, (ids) => deps.lookups.existingAccounts(id, ids)),
    userProductIds: await gather(userProductIds, (ids) => deps.walk.existing(id, ids)),
    userProductCounts: await countUserProducts(deps, file),
    subscriptions: await readSubscriptions(deps, file),
    isZoneInUse: await isZoneInUse(deps, file, organisation),
    elsewhere: await idsElsewhere(deps, file, accountIds),
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
  { organisation: { id }, documents, userProducts }: OrganisationImport,
): Promise<DocumentsState> {
  const references = [
    ...documents.map((it) => it.references),
    ...userProducts.map((it) => it.billing.paid?.document ?? null),
  ];
  const referenced = references.flatMap((it) =>
    it !== null && 'invoice' in it ? [it.invoice] : [],
  );
  const ids = [...new Set([...documents.map((it) => it.id), ...referenced])];
  if (ids.length === 0) return { known: new Map(), last: { invoice: 0, credit_note: 0 } };
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
  return new Map(await gather(ids, (page) => lookups.countUserProducts(organisation.id, page)));
}

async function readSubscriptions(
  { lookups }: ImportStateDeps,
  { organisation, userProducts }: OrganisationImport,
): Promise<ImportState['subscriptions']> {
  const ids = [...new Set(userProducts.map((it) => it.subscriptionId))];
  return new Map(await gather(ids, (page) => lookups.userProductsOf(organisation.id, page)));
}

async function isZoneInUse(
  { lookups }: ImportStateDeps,
  file: OrganisationImport,
  standing: Organisation | null,
): Promise<boolean> {
  if (standing === null || standing.timeZone === file.organisation.timeZone) return false;
  return lookups.hasLivingUserProducts(standing.id);
}

/** A subscription is another organisation's where its first user product is. */
async function idsElsewhere(
  { lookups }: ImportStateDeps,
  file: OrganisationImport,
  accountIds: readonly AccountId[],
): Promise<ReadonlySet<string>> {
  const named: Readonly<Record<OwnedCollection, readonly string[]>> = {
    packages: file.packages.map((it) => it.package.id),
    product_groups: file.productGroups.map((it) => it.id),
    accounts: accountIds,
    webhook_endpoints: file.webhookEndpoints.map((it) => it.id),
    billing_documents: file.documents.map((it) => it.id),
    user_products: [
      ...new Set(file.userProducts.flatMap(({ id, subscriptionId }) => [id, subscriptionId])),
    ],
  };
  const found = new Set<string>();
  for (const [collection, ids] of Object.entries(named) as [OwnedCollection, string[]][]) {
    const taken = await gather(ids, (page) =>
      lookups.takenElsewhere(file.organisation.id, collection, page),
    );
    for (const it of taken) found.add(it);
  }
  return found;
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
  ask: (page: readonly Id[]) => Promise<Iterable<Found>>,
): Promise<ReadonlySet<Found>> {
  const found = new Set<Found>();
  for (let at = 0; at < ids.length; at += pageSize) {
    for (const it of await ask(ids.slice(at, at + pageSize))) found.add(it);
  }
  return found;
}
