import type { AccountId } from '../domain/ids.js';
import type {
  Clock,
  IdSource,
  Pause,
  Random,
  Stopwatch,
} from '../application/ports/surroundings.js';
import type { Log } from '../application/ports/log.js';
import type { Metrics } from '../application/ports/metrics.js';
import type { AccountStore } from '../application/ports/account-store.js';
import type { BillingDocumentStore } from '../application/ports/billing-document-store.js';
import type { CartStore } from '../application/ports/cart-store.js';
import type { CatalogueStore, RevisedPackageStore } from '../application/ports/catalogue-store.js';
import type { CatalogueUse } from '../application/ports/catalogue-use.js';
import type { ChainStore } from '../application/ports/chain-store.js';
import type { ChangeQuotes } from '../application/ports/change-quotes.js';
import type { ChangeStore } from '../application/ports/change-store.js';
import type { DatabaseHealth } from '../application/ports/database-health.js';
import type { EventLog } from '../application/ports/event-log.js';
import type { IdempotencyStore } from '../application/ports/idempotency-store.js';
import type { OrganisationStore } from '../application/ports/organisation-store.js';
import type { PageAccessStore } from '../application/ports/page-access-store.js';
import type { PageSecrets } from '../application/ports/page-secrets.js';
import type { ProductGroupStore } from '../application/ports/product-group-store.js';
import type { SubscriptionSearch } from '../application/ports/subscription-search.js';
import type { Places } from '../application/ports/places.js';
import type { SubscriptionEvents } from '../application/ports/subscription-events.js';
import type {
  OutboxStore,
  StoredUserProduct,
  UserProductStore,
} from '../application/ports/user-product-store.js';

/** The stores that changing a subscription needs. */
export type ChangeStores = {
  readonly userProducts: UserProductStore;
  readonly outboxes: OutboxStore;
  readonly changes: ChangeStore;
  readonly documents: BillingDocumentStore;
  readonly events: EventLog;
  readonly subscriptionEvents: SubscriptionEvents;
  readonly catalogues: CatalogueStore;
  readonly revisedPackages: RevisedPackageStore;
  readonly catalogueUse: CatalogueUse;
  readonly carts: CartStore;
  readonly chains: ChainStore;
  readonly subscriptionSearch: SubscriptionSearch;
  readonly productGroups: ProductGroupStore;
  readonly organisations: OrganisationStore;
  readonly accounts: AccountStore;
  readonly productPlaces: Places<AccountId>;
  readonly idempotency: IdempotencyStore;
  readonly pageAccess: PageAccessStore;
  readonly database: DatabaseHealth;
};

/** What surrounds a process: time, chance, a log. Tests hand in their own. */
export type Surroundings = {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly random: Random;
  readonly stopwatch: Stopwatch;
  readonly ids: IdSource;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly exportingIntegrations: ReadonlySet<string>;
  readonly onCommitted: (rows: readonly StoredUserProduct[]) => void;
  readonly quotes: ChangeQuotes;
  readonly pageSecrets: PageSecrets;
  readonly requestTimeoutMs: number;
};
