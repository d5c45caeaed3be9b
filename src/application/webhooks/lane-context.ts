import type { SubscriptionId } from '../../domain/ids.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { EventLog, WebhookEventSource } from '../ports/event-log.js';
import type { Log } from '../ports/log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpoint, WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { AttemptDeps } from './attempt-delivery.js';
import type { WebhookEndpointKey } from './manage-endpoints.js';
import type { RecordOutcome } from './record-outcomes.js';

export type LaneDeps = AttemptDeps & {
  readonly webhookEndpoints: WebhookEndpointStore;
  readonly webhookDeliveries: WebhookDeliveryStore;
  readonly webhookEvents: Pick<WebhookEventSource, 'findAt'>;
  readonly events: Pick<EventLog, 'read'>;
  readonly log: Log;
  /** Tells what came of each try, for metrics. */
  readonly onAttempt: (result: 'delivered' | 'failed' | 'dead', milliseconds: number) => void;
};

export type LaneOptions = WebhookEndpointKey & {
  /** This process, as no other calls itself. */
  readonly owner: string;
  readonly zone: TimeZone;
  /** Begin nothing more. */
  readonly isStopping: () => boolean;
  /** Break off what is under way. */
  readonly signal: AbortSignal;
};

/** Small, and larger each time that all goes well: a receiver that hangs costs the database next to nothing. */
export const firstPage = 20;

/** What a lane knows while it runs. */
type LaneState = {
  /** As it was read when the right to send was taken or held on to. */
  endpoint: WebhookEndpoint;
  heldAt: Instant;
  isOver: boolean;
  /** How much of the log, and of what is due, is taken at a time. */
  pageSize: number;
  /** The last try got no answer at all. */
  isSilent: boolean;
  pausedUntil: Instant | null;
  failure: { readonly error: unknown } | null;
};

export type LaneContext = {
  readonly deps: LaneDeps;
  readonly options: LaneOptions;
  readonly state: LaneState;
  readonly record: RecordOutcome;
  /** The subscriptions that something is being sent of. These promises never reject. */
  readonly busy: Map<SubscriptionId, Promise<void>>;
};

/** Ends the lane, and remembers the first thing that went wrong with it. */
export function failLane({ state }: LaneContext, error: unknown): void {
  state.isOver = true;
  state.failure ??= { error };
}
