import {
  type EraseAccountEndpointDeps,
  makeEraseAccountEndpoints,
} from './endpoints/erase-account.js';
import type { PaywayEndpoint } from './description.js';
import { type ApiClientsDeps, makeApiClientEndpoints } from './endpoints/api-clients.js';
import { makeCancellationEndpoints, type CancellationDeps } from './endpoints/cancellation.js';
import { makeChangeProductEndpoints, type ChangeProductDeps } from './endpoints/change-product.js';
import { makeChangesEndpoints, type ChangesDeps } from './endpoints/changes.js';
import { makeEventsEndpoints, type EventsDeps } from './endpoints/events.js';
import { makeOwnChangesEndpoints, type OwnChangesDeps } from './endpoints/own-changes.js';
import {
  makePendingPackageChangesEndpoints,
  type PendingPackageChangesDeps,
} from './endpoints/pending-package-changes.js';
import { makeProductsEndpoints, type ProductsDeps } from './endpoints/products.js';
import {
  makeSubscriptionSearchEndpoints,
  type SubscriptionSearchDeps,
} from './endpoints/subscription-search.js';
import { makeSubscriptionsEndpoints, type SubscriptionsDeps } from './endpoints/subscriptions.js';
import { makeTestClockEndpoints, type ClockEndpointsDeps } from './endpoints/test-clock.js';
import { makeUndoChangeEndpoints, type UndoChangeEndpointDeps } from './endpoints/undo-change.js';
import {
  makeUserProductWriteEndpoints,
  type UserProductWritesDeps,
} from './endpoints/user-product-writes.js';
import { makeUserProductsEndpoints, type UserProductsDeps } from './endpoints/user-products.js';
import {
  makeWebhookDeliveryEndpoints,
  type WebhookDeliveriesDeps,
} from './endpoints/webhook-deliveries.js';
import {
  makeWebhookExampleEndpoints,
  type WebhookExamplesDeps,
} from './endpoints/webhook-examples.js';
import { makeWebhookEndpoints, type WebhookEndpointsDeps } from './endpoints/webhook-endpoints.js';

export type PaywayDeps = ChangeProductDeps &
  CancellationDeps &
  OwnChangesDeps &
  UserProductWritesDeps &
  UserProductsDeps &
  ProductsDeps &
  SubscriptionsDeps &
  SubscriptionSearchDeps &
  ChangesDeps &
  PendingPackageChangesDeps &
  EventsDeps &
  WebhookEndpointsDeps &
  WebhookDeliveriesDeps &
  WebhookExamplesDeps &
  ApiClientsDeps &
  UndoChangeEndpointDeps &
  EraseAccountEndpointDeps &
  ClockEndpointsDeps;

/** Payway's endpoints, and ours in its dialect, under `/external/api` (docs/spec/payway-api.md §2, §5, §6). */
export function makePaywayEndpoints(deps: PaywayDeps): readonly PaywayEndpoint[] {
  return [
    ...makeChangeProductEndpoints(deps),
    ...makeCancellationEndpoints(deps),
    ...makeUserProductsEndpoints(deps),
    ...makeUserProductWriteEndpoints(deps),
    ...makeOwnChangesEndpoints(deps),
    ...makeProductsEndpoints(deps),
    ...makeSubscriptionsEndpoints(deps),
    ...makeSubscriptionSearchEndpoints(deps),
    ...makeChangesEndpoints(deps),
    ...makePendingPackageChangesEndpoints(deps),
    ...makeEventsEndpoints(deps),
    ...makeWebhookEndpoints(deps),
    ...makeWebhookDeliveryEndpoints(deps),
    ...makeWebhookExampleEndpoints(deps),
    ...makeUndoChangeEndpoints(deps),
    ...makeEraseAccountEndpoints(deps),
    ...makeApiClientEndpoints(deps),
    ...makeTestClockEndpoints(deps),
  ];
}
