import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import type { AccountStore } from '../ports/account-store.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { ClientStore } from '../ports/client-store.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Places } from '../ports/places.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { SecretHashes } from '../ports/secret-hashes.js';
import type { OutboxStore } from '../ports/user-product-store.js';
import { importedSuccessor, type ImportedSuccessorDeps } from './imported-successor.js';
import type { ImportPlan, PlannedClient } from './plan-import.js';
import { writeDocuments } from './write-documents.js';
import { writeEndpoint, type WriteEndpointDeps } from './write-endpoint.js';
import { writeGroup } from './write-group.js';

export type WriteImportDeps = ImportedSuccessorDeps &
  WriteEndpointDeps & {
    readonly organisations: Pick<OrganisationStore, 'save'>;
    readonly catalogues: CatalogueStore;
    readonly productGroups: Pick<ProductGroupStore, 'list' | 'insert' | 'replace'>;
    readonly documents: Pick<BillingDocumentStore, 'append'>;
    readonly accounts: Pick<AccountStore, 'insertMany'>;
    readonly clients: ClientStore;
    readonly productPlaces: Pick<Places<AccountId>, 'forget'>;
    readonly outboxes: Pick<OutboxStore, 'insertSuccessors'>;
    readonly secretHashes: SecretHashes;
    readonly drainOutbox: DrainOutbox;
  };

const pageSize = 500;

/**
 * Writes what is planned, in an order in which nothing is ever there without what it refers to; cut short, the same
 * import does the rest. Each user product comes with its event in its outbox, and is drained before this answers.
 */
export async function writeImport(deps: WriteImportDeps, plan: ImportPlan): Promise<void> {
  const { id } = plan.file.organisation;
  if (plan.organisation !== 'unchanged') await deps.organisations.save(plan.file.organisation);
  const packages = plan.packages.filter((it) => it.effect !== 'unchanged').map((it) => it.package);
  if (packages.length > 0) await deps.catalogues.savePackages(id, packages, deps.clock.now());
  for (const it of plan.productGroups) await writeGroup(deps, id, it);
  for (const page of pagesOf(plan.accounts)) {
    await deps.accounts.insertMany(id, page, deps.clock.now());
  }
  for (const client of plan.clients) await writeClient(deps, id, client);
  await writeDocuments(deps.documents, id, plan.documents);
  const context = { organisationId: id, catalogue: plan.catalogue, now: plan.now };
  for (const page of pagesOf(plan.userProducts)) {
    const successors = page.map((it) => importedSuccessor(deps, it, context));
    await deps.outboxes.insertSuccessors(successors);
    await deps.productPlaces.forget(id, [...new Set(page.map((it) => it.row.accountId))]);
  }
  if (plan.userProducts.length > 0) await deps.drainOutbox(id);
  // Last: a new endpoint is told what happens from now on, and not what came along.
  for (const it of plan.webhookEndpoints) await writeEndpoint(deps, it);
}

/** The hash of a secret that was withheld: no secret matches it. */
const noSecretHash = 'withheld';

async function writeClient(
  deps: WriteImportDeps,
  organisationId: OrganisationId,
  { client, effect, hasNewSecret }: PlannedClient,
): Promise<void> {
  if (effect === 'unchanged') return;
  const { id, secret, scopes, provisionService, disabled } = client;
  const newHash =
    hasNewSecret && secret !== null ? { secretHash: await deps.secretHashes.hash(secret) } : {};
  const change = {
    scopes,
    provisionService,
    ...newHash,
    ...(disabled === null ? {} : { disabled }),
  };
  // Another import may have been faster: then the client is there, and is brought to what the file says.
  const isInserted =
    effect === 'created' &&
    (await deps.clients.insert({
      id,
      organisationId,
      disabled: false,
      secretHash: noSecretHash,
      ...change,
    }));
  if (isInserted || (await deps.clients.update(organisationId, id, change))) return;
  throw new Error(`client ${id} was taken by another organisation meanwhile`);
}

function* pagesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += pageSize) yield items.slice(at, at + pageSize);
}
