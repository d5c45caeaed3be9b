import type { EventType } from '../../domain/events/domain-event.js';
import type {
  EventId,
  OrganisationId,
  SubscriptionId,
  WebhookEndpointId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WebhookFailure } from './webhook-sender.js';

/** `pending`: not tried yet · `failed`: tried, will be again · `dead`: given up; the next of its subscription goes out. */
export type WebhookDeliveryState = 'pending' | 'failed' | 'delivered' | 'dead';

/** One try. It has a status or a failure. */
export type WebhookAttempt = {
  readonly at: Instant;
  readonly status: number | null;
  /** `event_removed`: too old, it is in the log no more, and nothing was sent. */
  readonly failure: WebhookFailure | 'event_removed' | null;
  readonly durationMs: number;
  /** The first 1 kB of what the receiver said; null where it said nothing. */
  readonly answer: string | null;
};

/** Which event is to be delivered: its place in the log, and what sending in order needs. The event stays in the log. */
export type QueuedEvent = {
  readonly position: number;
  readonly eventId: EventId;
  readonly eventType: EventType;
  readonly subscriptionId: SubscriptionId;
};

/** One event at one endpoint. There is never more than one of these. */
export type WebhookDelivery = QueuedEvent & {
  readonly state: WebhookDeliveryState;
  /** Since it was queued last. */
  readonly tries: number;
  /** How often it was queued again. */
  readonly replays: number;
  /** Null when finished. */
  readonly nextAttemptAt: Instant | null;
  /** The last ten, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
};

/** One that is not finished. */
export type WaitingDelivery = Omit<WebhookDelivery, 'attempts' | 'nextAttemptAt'> & {
  readonly nextAttemptAt: Instant;
};

/** What came of a try. `tries` and `replays` are those before it. */
export type DeliveryOutcome = Pick<WebhookDelivery, 'position' | 'tries' | 'replays'> & {
  readonly attempt: WebhookAttempt;
} & (
    | { readonly state: 'delivered' | 'dead' }
    | { readonly state: 'failed'; readonly nextAttemptAt: Instant }
  );

/** When a delivery was tried last, and what came of it. */
export type TriedDelivery = Pick<WebhookDelivery, 'position' | 'state'> & {
  readonly endpointId: WebhookEndpointId;
  readonly triedAt: Instant;
};

/** A stretch of deliveries, from the newest back. */
type BackPage = { readonly before: number; readonly limit: number };

export type WebhookDeliveryStore = {
  /** Those that are there already are left as they are. */
  queue(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    batch: { readonly events: readonly QueuedEvent[]; readonly now: Instant },
  ): Promise<void>;
  /** Those that are there already become pending again, due now, their tries counted from nought. */
  queueAgain(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    batch: { readonly events: readonly QueuedEvent[]; readonly now: Instant },
  ): Promise<void>;
  hasDue(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    now: Instant,
  ): Promise<boolean>;
  /** What is due at `now`, the longest due first, but of the subscriptions in `except`. */
  findDue(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    page: {
      readonly now: Instant;
      readonly except: readonly SubscriptionId[];
      readonly limit: number;
    },
  ): Promise<readonly WaitingDelivery[]>;
  /** What is not finished of these subscriptions up to that position, due or not, in log order. */
  findWaiting(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    wanted: { readonly subscriptionIds: readonly SubscriptionId[]; readonly upTo: number },
  ): Promise<readonly WaitingDelivery[]>;
  /** Not to be looked at before: something of the same subscription goes first. */
  postpone(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    deliveries: readonly WaitingDelivery[],
  ): Promise<void>;
  /** An outcome whose `tries` and `replays` hold no more is dropped: it was queued again, or tried by somebody else. */
  record(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    outcomes: readonly DeliveryOutcome[],
  ): Promise<void>;
  /** In log order, after a position. */
  list(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    page: {
      readonly state: WebhookDeliveryState | null;
      readonly after: number;
      readonly limit: number;
    },
  ): Promise<readonly WebhookDelivery[]>;
  /** Against the order of the log, before a position. */
  listBack(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    page: BackPage & { readonly state: WebhookDeliveryState | null },
  ): Promise<readonly WebhookDelivery[]>;
  /** Those whose last try was within these instants, `to` not included: the latest first, behind one where it is given. */
  listTried(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    page: {
      readonly from: Instant;
      readonly to: Instant;
      readonly behind: Pick<TriedDelivery, 'triedAt' | 'position'> | null;
      readonly limit: number;
    },
  ): Promise<readonly WebhookDelivery[]>;
  /** When those of some endpoints were tried last since that instant, the latest first. */
  triedSince(
    organisationId: OrganisationId,
    query: {
      readonly endpointIds: readonly WebhookEndpointId[];
      readonly since: Instant;
      readonly limit: number;
    },
  ): Promise<readonly TriedDelivery[]>;
  /** What is not finished of some endpoints, the oldest place in the log first. */
  oldestWaiting(
    organisationId: OrganisationId,
    query: { readonly endpointIds: readonly WebhookEndpointId[]; readonly limit: number },
  ): Promise<readonly { readonly endpointId: WebhookEndpointId; readonly position: number }[]>;
  /** How many of some endpoints were given up; counting stops at the limit. */
  countDead(
    organisationId: OrganisationId,
    query: { readonly endpointIds: readonly WebhookEndpointId[]; readonly limit: number },
  ): Promise<number>;
  /** Those that are over, of places in the log before that one. */
  removeFinishedBelow(
    organisationId: OrganisationId,
    endpointId: WebhookEndpointId,
    position: number,
  ): Promise<void>;
  removeAll(organisationId: OrganisationId, endpointId: WebhookEndpointId): Promise<void>;
};
