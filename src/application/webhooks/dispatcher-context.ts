import type { SubscriptionId } from '../../domain/ids.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type { EventLog, WebhookEventSource } from '../ports/event-log.js';
import type { Log } from '../ports/log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpoint, WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { AttemptDeps } from './attempt-delivery.js';
import type { WebhookEndpointKey } from './manage-endpoints.js';
import type { RecordOutcome } from './record-outcomes.js';

export type DispatcherDeps = AttemptDeps & {
  readonly webhookEndpoints: WebhookEndpointStore;
  readonly webhookDeliveries: WebhookDeliveryStore;
  readonly webhookEvents: Pick<WebhookEventSource, 'findAt'>;
  readonly events: Pick<EventLog, 'read'>;
  readonly log: Log;
  /** Tells what came of each try, for metrics. */
  readonly onAttempt: (result: 'delivered' | 'failed' | 'dead', milliseconds: number) => void;
};

export type DispatcherOptions = WebhookEndpointKey & {
  /** This process, as no other calls itself. */
  readonly owner: string;
  readonly zone: TimeZone;
  /** Begin nothing more. */
  readonly isStopping: () => boolean;
  /** Abort what is under way. */
  readonly signal: AbortSignal;
};

/** Small, and larger each time that all goes well: a receiver that hangs costs the database next to nothing. */
export const firstPage = 20;

/** What a dispatcher knows while it runs. */
type DispatcherState = {
  /** As it was read when the lease was taken or extended. */
  endpoint: WebhookEndpoint;
  leasedAt: Instant;
  isOver: boolean;
  /** How much of the log, and of what is due, is taken at a time. */
  pageSize: number;
  /** The last try got no answer at all. */
  isSilent: boolean;
  pausedUntil: Instant | null;
  failure: { readonly error: unknown } | null;
};

export type DispatcherContext = {
  readonly deps: DispatcherDeps;
  readonly options: DispatcherOptions;
  readonly state: DispatcherState;
  readonly record: RecordOutcome;
  /** The subscriptions whose events are being sent now. These promises never reject. */
  readonly busy: Map<SubscriptionId, Promise<void>>;
};

/** Ends the dispatcher, and remembers the first thing that went wrong with it. */
export function failDispatcher({ state }: DispatcherContext, error: unknown): void {
  state.isOver = true;
  state.failure ??= { error };
}
