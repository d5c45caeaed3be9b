import type { Database } from './connect.js';
import { makeAccountErasure } from './stores/account-erasure.js';
import { makeAccountStore } from './stores/account-store.js';
import { makeAuditStore } from './stores/audit-store.js';
import { makeBacklogStore } from './stores/backlog-store.js';
import { makeAccountWalk } from './stores/account-walk.js';
import { makeBillingDocumentStore } from './stores/billing-document-store.js';
import { makeCartStore } from './stores/cart-store.js';
import { makeCatalogueUse } from './stores/catalogue-use.js';
import { makeChainStore } from './stores/chain-store.js';
import { makeCatalogueStore } from './stores/catalogue-store.js';
import { makeChangeStore } from './stores/change-store.js';
import { makeChangeWalk } from './stores/change-walk.js';
import { makeClientStore } from './stores/client-store.js';
import { makeDatabaseHealth } from './stores/database-health.js';
import { makeEventLog } from './stores/event-log.js';
import { makeIdempotencyStore } from './stores/idempotency-store.js';
import { makeEventRetention } from './stores/event-retention.js';
import { makeIdSource } from './stores/id-source.js';
import { makeImportLookups } from './stores/import-lookups.js';
import { makeOperatorStore } from './stores/operator-store.js';
import { makeOrganisationRemoval } from './stores/organisation-removal.js';
import { makeOrganisationStore } from './stores/organisation-store.js';
import { makeOutboxStore } from './stores/outbox-store.js';
import { makePageAccessStore } from './stores/page-access-store.js';
import { makeProductPlaces, makeWebhookPlaces } from './stores/places.js';
import { makeProductGroupStore } from './stores/product-group-store.js';
import { makeRevisedPackageStore } from './stores/revised-package-store.js';
import { makeSubscriptionEvents } from './stores/subscription-events.js';
import { makeSubscriptionSearch } from './stores/subscription-search.js';
import { makeUserProductStore } from './stores/user-product-store.js';
import { makeUserProductWalk } from './stores/user-product-walk.js';
import { makeWebhookDeliveryStore } from './stores/webhook-delivery-store.js';
import { makeWebhookEndpointStore } from './stores/webhook-endpoint-store.js';
import { makeWebhookEventSource } from './stores/webhook-event-source.js';

export type Stores = ReturnType<typeof openStores>;

/** All stores on one connection. */
export function openStores(database: Database) {
  return {
    userProducts: makeUserProductStore(database),
    outboxes: makeOutboxStore(database),
    backlog: makeBacklogStore(database),
    walk: makeUserProductWalk(database),
    changes: makeChangeStore(database),
    changeWalk: makeChangeWalk(database),
    documents: makeBillingDocumentStore(database),
    events: makeEventLog(database),
    subscriptionEvents: makeSubscriptionEvents(database),
    catalogues: makeCatalogueStore(database),
    revisedPackages: makeRevisedPackageStore(database),
    catalogueUse: makeCatalogueUse(database),
    chains: makeChainStore(database),
    subscriptionSearch: makeSubscriptionSearch(database),
    productGroups: makeProductGroupStore(database),
    carts: makeCartStore(database),
    organisations: makeOrganisationStore(database),
    accounts: makeAccountStore(database),
    productPlaces: makeProductPlaces(database),
    webhookPlaces: makeWebhookPlaces(database),
    accountWalk: makeAccountWalk(database),
    erasure: makeAccountErasure(database),
    retention: makeEventRetention(database),
    clients: makeClientStore(database),
    idempotency: makeIdempotencyStore(database),
    imports: makeImportLookups(database),
    pageAccess: makePageAccessStore(database),
    webhookEndpoints: makeWebhookEndpointStore(database),
    webhookDeliveries: makeWebhookDeliveryStore(database),
    webhookEvents: makeWebhookEventSource(database),
    operators: makeOperatorStore(database),
    audit: makeAuditStore(database),
    removal: makeOrganisationRemoval(database),
    database: makeDatabaseHealth(database),
    ids: makeIdSource(),
  };
}
