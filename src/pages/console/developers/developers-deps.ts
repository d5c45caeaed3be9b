import type {
  AddClient,
  ListClients,
  RotateClientSecret,
  SwitchClient,
} from '../../../application/authorization/manage-clients.js';
import type { FindNextBoundary } from '../../../application/clock/find-next-boundary.js';
import type { ReadTestClock, SetTestClock } from '../../../application/clock/test-clock.js';
import type { BrowseEvents } from '../../../application/events/browse-events.js';
import type { FindEvent } from '../../../application/events/find-event.js';
import type { RunOnce } from '../../../application/idempotency/run-once.js';
import type { BrowseDeliveries } from '../../../application/webhooks/browse-deliveries.js';
import type { FindDelivery, ReplayDelivery } from '../../../application/webhooks/find-delivery.js';
import type {
  FindEndpoint,
  ListEndpoints,
  RegisterEndpoint,
  RemoveEndpoint,
  UpdateEndpoint,
} from '../../../application/webhooks/manage-endpoints.js';
import type { ReplayCounted } from '../../../application/webhooks/replay-counted.js';
import type { CountReplay } from '../../../application/webhooks/replay-events.js';
import type { SendExample } from '../../../application/webhooks/send-example.js';
import type { WatchEndpoints } from '../../../application/webhooks/watch-endpoints.js';
import type { RotateWebhookSecret } from '../../../application/webhooks/webhook-secrets.js';

/** What the pages for developers ask for: webhooks, API clients, events and the test clock. */
export type DevelopersDeps = {
  readonly runOnce: RunOnce;
  readonly listEndpoints: ListEndpoints;
  readonly findEndpoint: FindEndpoint;
  readonly registerEndpoint: RegisterEndpoint;
  readonly updateEndpoint: UpdateEndpoint;
  readonly removeEndpoint: RemoveEndpoint;
  readonly rotateWebhookSecret: RotateWebhookSecret;
  readonly sendExample: SendExample;
  readonly countReplay: CountReplay;
  readonly replayCounted: ReplayCounted;
  readonly findDelivery: FindDelivery;
  readonly replayDelivery: ReplayDelivery;
  readonly browseDeliveries: BrowseDeliveries;
  readonly watchEndpoints: WatchEndpoints;
  readonly listClients: ListClients;
  readonly addClient: AddClient;
  readonly rotateClientSecret: RotateClientSecret;
  readonly disableClient: SwitchClient;
  readonly enableClient: SwitchClient;
  readonly browseEvents: BrowseEvents;
  readonly findEvent: FindEvent;
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
  readonly findNextBoundary: FindNextBoundary;
};
