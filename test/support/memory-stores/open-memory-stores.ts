import type { Stores } from '../../../src/storage/open-stores.js';
import { newId } from '../stored/ids.js';
import { makeAccountErasure } from './account-erasure.js';
import { makeAccountStore, makeAccountWalk } from './account-store.js';
import { makeAuditStore } from './audit-store.js';
import { makeBacklogStore } from './backlog-store.js';
import { makeBillingDocumentStore } from './billing-document-store.js';
import { makeCartStore } from './cart-store.js';
import { makeCatalogueUse } from './catalogue-use.js';
import { makeChainStore } from './chain-store.js';
import { makeCatalogueStore, makeRevisedPackageStore } from './catalogue-store.js';
import { makeChangeStore, makeChangeWalk } from './change-store.js';
import { makeClientStore } from './client-store.js';
import { makeDatabaseHealth } from './database-health.js';
import {
  makeEventLog,
  makeEventRetention,
  makeSubscriptionEvents,
  makeWebhookEventSource,
} from './event-log.js';
import { makeIdempotencyStore } from './idempotency-store.js';
import { makeImportLookups } from './import-lookups.js';
import { emptyMemory } from './memory.js';
import { makeOperatorStore } from './operator-store.js';
import { makeOrganisationRemoval, makeOrganisationStore } from './organisation-store.js';
import { makeOutboxStore } from './outbox-store.js';
import { makePageAccessStore } from './page-access-store.js';
import { makeProductPlaces, makeWebhookPlaces } from './places.js';
import { makeProductGroupStore } from './product-group-store.js';
import { makeSubscriptionSearch } from './subscription-search.js';
import { makeUserProductStore, makeUserProductWalk } from './user-product-store.js';
import { makeWebhookDeliveryStore } from './webhook-delivery-store.js';
import { makeWebhookEndpointStore } from './webhook-endpoint-store.js';

/**
 * Every store of an installation that holds nothing yet, in this process: no database, no socket. They keep the same
 * contracts as those in MongoDB (`test/contract/stores`).
 */
export function openMemoryStores(): Stores {
  const memory = emptyMemory();
  return {
    userProducts: makeUserProductStore(memory),
    outboxes: makeOutboxStore(memory),
    backlog: makeBacklogStore(memory),
    walk: makeUserProductWalk(memory),
    changes: makeChangeStore(memory),
    changeWalk: makeChangeWalk(memory),
    documents: makeBillingDocumentStore(memory),
    events: makeEventLog(memory),
    subscriptionEvents: makeSubscriptionEvents(memory),
    catalogues: makeCatalogueStore(memory),
    revisedPackages: makeRevisedPackageStore(memory),
    catalogueUse: makeCatalogueUse(memory),
    chains: makeChainStore(memory),
    subscriptionSearch: makeSubscriptionSearch(memory),
    productGroups: makeProductGroupStore(memory),
    carts: makeCartStore(memory),
    organisations: makeOrganisationStore(memory),
    accounts: makeAccountStore(memory),
    productPlaces: makeProductPlaces(memory),
    webhookPlaces: makeWebhookPlaces(memory),
    accountWalk: makeAccountWalk(memory),
    erasure: makeAccountErasure(memory),
    retention: makeEventRetention(memory),
    clients: makeClientStore(memory),
    idempotency: makeIdempotencyStore(memory),
    imports: makeImportLookups(memory),
    pageAccess: makePageAccessStore(memory),
    webhookEndpoints: makeWebhookEndpointStore(memory),
    webhookDeliveries: makeWebhookDeliveryStore(memory),
    webhookEvents: makeWebhookEventSource(memory),
    operators: makeOperatorStore(memory),
    audit: makeAuditStore(memory),
    removal: makeOrganisationRemoval(memory),
    database: makeDatabaseHealth(),
    ids: { next: () => newId() },
  };
}
