import { createHash } from 'node:crypto';
import {
  makeImportOrganisations,
  type ImportDeps,
} from '../../../../src/application/import/import-organisations.js';
import type { ApiClient } from '../../../../src/application/ports/client-store.js';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import type { Organisation } from '../../../../src/application/ports/organisation-store.js';
import type { Successor } from '../../../../src/application/ports/user-product-store.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { toInstant, type Instant } from '../../../../src/domain/time/instant.js';
import { makeInMemoryOrganisations } from './in-memory-organisations.js';

type Owned<Row> = { readonly owner: OrganisationId; readonly row: Row };

/** Real time in these tests. */
export const realNow: Instant = toInstant(Date.parse('2026-11-15T12:00:00+01:00'));

/**
 * The parts of an installation that an import touches, as maps that a test looks into. `writes` counts every call that
 * would have changed the database. That the real stores behave so is told by their contract.
 */
export function makeInMemoryInstallation() {
  const organisations = new Map<string, Organisation>();
  const packages = new Map<string, Owned<Package>>();
  const productGroups = new Map<string, Owned<ProductGroup>>();
  const documents = new Map<string, Owned<NumberedDocument>>();
  const clients = new Map<string, ApiClient>();
  const accounts = new Map<string, Owned<{ id: string; customerNumber: string | null }>>();
  const userProducts = new Map<string, Successor>();
  const drained: (OrganisationId | 'all')[] = [];
  const writes: string[] = [];
  let lastId = 0;

  const idsOf = (
    owned: ReadonlyMap<string, Owned<unknown>>,
    isWanted: (it: OrganisationId) => boolean,
  ) => new Set([...owned].filter(([, { owner }]) => isWanted(owner)).map(([id]) => id));
  const allProducts = () =>
    new Map(
      [...userProducts].map(([id, it]) => [id, { owner: it.product.organisationId, row: it }]),
    );
  const among = <Id extends string>(ids: readonly Id[], known: ReadonlySet<string>) =>
    Promise.resolve(new Set(ids.filter((id) => known.has(id))));
  const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

  const deps: ImportDeps = {
    organisations: makeInMemoryOrganisations(organisations, (what) => writes.push(what)),
    catalogues: {
      listPackages: (owner) =>
        Promise.resolve(
          [...packages.values()].filter((it) => it.owner === owner).map((it) => it.row),
        ),
      savePackages: (owner, rows) => {
        for (const row of rows) {
          writes.push(`package ${row.code}`);
          packages.set(row.id, { owner, row });
        }
        return Promise.resolve(rows.length);
      },
    },
    productGroups: {
      list: (owner) =>
        Promise.resolve(
          [...productGroups.values()].filter((it) => it.owner === owner).map((it) => it.row),
        ),
      insert: (owner, row) => {
        if (productGroups.has(row.id)) return Promise.resolve('present');
        writes.push(`product group ${row.name}`);
        productGroups.set(row.id, { owner, row });
        return Promise.resolve('inserted');
      },
      replace: (owner, row) => {
        const standing = productGroups.get(row.id);
        if (standing?.row.version !== row.version - 1) return Promise.resolve(false);
        writes.push(`product group ${row.name}`);
        productGroups.set(row.id, { owner, row });
        return Promise.resolve(true);
      },
      remove: () => Promise.resolve(false),
    },
    documents: {
      lastSequence: (owner, type) =>
        Promise.resolve(
          Math.max(
            0,
            ...[...documents.values()]
              .filter((it) => it.owner === owner && it.row.type === type)
              .map((it) => it.row.sequence),
          ),
        ),
      findMany: (owner, ids) =>
        Promise.resolve(
          [...documents.values()]
            .filter((it) => it.owner === owner && ids.includes(it.row.id))
            .map((it) => it.row),
        ),
      append: (owner, { after, documents: rows }) => {
        rows.forEach((row, index) => {
          writes.push(`document ${row.id}`);
          documents.set(row.id, { owner, row: { ...row, sequence: after + 1 + index } });
        });
        return Promise.resolve({ written: rows.length, known: new Map() });
      },
    },
    webhookEndpoints: {
      list: () => Promise.resolve([]),
      find: () => Promise.resolve(null),
      replaceSecrets: () => Promise.resolve(false),
    },
    registerEndpoint: () => Promise.resolve({ ok: false, failure: 'too_many_endpoints' }),
    updateEndpoint: () => Promise.resolve({ ok: false, failure: 'unknown_endpoint' }),
    urlGuard: { check: () => Promise.resolve({ ok: false, failure: 'url_malformed' }) },
    catalogueUse: {
      tiersInUse: (owner, ids) =>
        Promise.resolve(
          ids.filter((id) =>
            [...userProducts.values()].some(
              ({ product: { organisationId, tierId, pendingChange } }) =>
                organisationId === owner && [tierId, pendingChange?.target.tierId].includes(id),
            ),
          ),
        ),
    },
    clients: {
      find: (id) => Promise.resolve(clients.get(id) ?? null),
      list: () => Promise.resolve([...clients.values()]),
      insert: (client) => {
        if (clients.has(client.id)) return Promise.resolve(false);
        writes.push(`client ${client.id}`);
        clients.set(client.id, client);
        return Promise.resolve(true);
      },
      update: (owner, id, change) => {
        const standing = clients.get(id);
        if (standing?.organisationId !== owner) return Promise.resolve(false);
        writes.push(`client ${id}`);
        clients.set(id, { ...standing, ...change });
        return Promise.resolve(true);
      },
    },
    accounts: {
      insertMany: (owner, rows) => {
        const known = rows.map((it) => it.id).filter((id) => accounts.has(id));
        for (const row of rows.filter((it) => !accounts.has(it.id))) {
          writes.push(`account ${row.id}`);
          accounts.set(row.id, { owner, row });
        }
        return Promise.resolve(known);
      },
    },
    productPlaces: { forget: () => Promise.resolve() },
    outboxes: {
      insertSuccessors: (rows) => {
        for (const row of rows.filter((it) => !userProducts.has(it.product.id))) {
          writes.push(`user product ${row.product.id}`);
          userProducts.set(row.product.id, row);
        }
        return Promise.resolve();
      },
    },
    walk: {
      existing: (owner, ids) =>
        among(
          ids,
          idsOf(allProducts(), (it) => it === owner),
        ),
    },
    lookups: {
      existingAccounts: (owner, ids) =>
        among(
          ids,
          idsOf(accounts, (it) => it === owner),
        ),
      countUserProducts: (owner, ids) =>
        Promise.resolve(
          new Map(
            ids.map((id) => [
              id,
              [...userProducts.values()].filter(
                ({ product }) => product.organisationId === owner && product.accountId === id,
              ).length,
            ]),
          ),
        ),
      userProductsOf: (owner, ids) =>
        Promise.resolve(
          new Map(
            [...userProducts.values()].flatMap(({ product: it }) =>
              it.organisationId === owner && ids.includes(it.subscriptionId)
                ? [[it.subscriptionId, it.id] as const]
                : [],
            ),
          ),
        ),
      hasLivingUserProducts: (owner) =>
        Promise.resolve(
          [...userProducts.values()].some(
            ({ product }) => product.organisationId === owner && product.state !== 'deactivated',
          ),
        ),
      takenElsewhere: (owner, collection, ids) => {
        const owned = {
          packages,
          product_groups: productGroups,
          accounts,
          billing_documents: documents,
          user_products: allProducts(),
          webhook_endpoints: new Map<string, Owned<unknown>>(),
        }[collection];
        return among(
          ids,
          idsOf(owned, (it) => it !== owner),
        );
      },
    },
    waitingPolicy: makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() }),
    organisationNow: (it) => Promise.resolve(it.testClockAt ?? realNow),
    clock: { now: () => realNow },
    ids: {
      next: () => {
        lastId += 1;
        return lastId.toString(16).padStart(24, 'e');
      },
    },
    secretHashes: {
      hash: (secret) => Promise.resolve(hashOf(secret)),
      matches: (secret, hash) => Promise.resolve(hash === hashOf(secret)),
    },
    database: { ensureIndexes: () => Promise.resolve() },
    drainOutbox: (id) => {
      drained.push(id);
      return Promise.resolve(0);
    },
  };
  return {
    importOrganisations: makeImportOrganisations(deps),
    organisations,
    packages,
    productGroups,
    documents,
    clients,
    accounts,
    userProducts,
    drained,
    writes,
  };
}
