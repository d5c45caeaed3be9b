import type { EventId } from '../../domain/ids.js';
import type { Clock } from '../ports/surroundings.js';
import type { EventLog, WebhookEventSource } from '../ports/event-log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpoint, WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import {
  unknownEndpoint,
  type UnknownEndpoint,
  type WebhookEndpointKey,
} from './manage-endpoints.js';
import { queuedEvents } from './queued-events.js';

/** Both ends are events, and neither is in the range; null: from the log's beginning, to the endpoint's place in it. */
export type ReplayEvents = (
  range: WebhookEndpointKey & {
    readonly after: EventId | null;
    readonly before: EventId | null;
    /** Nothing beyond this position either. */
    readonly upTo?: number;
  },
) => Promise<
  | { readonly ok: true; readonly queued: number }
  | UnknownEndpoint
  | { readonly ok: false; readonly failure: 'unknown_event' | 'replay_too_large' }
>;

/** How many events a replay of that range would queue, and the last position that it would look at. */
export type CountReplay = (
  range: Parameters<ReplayEvents>[0],
) => Promise<
  | { readonly ok: true; readonly count: number; readonly upTo: number }
  | Extract<Awaited<ReturnType<ReplayEvents>>, { readonly ok: false }>
>;

type RangeDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find'>;
  readonly webhookEvents: Pick<WebhookEventSource, 'positionOf'>;
};

export type CountReplayDeps = RangeDeps & { readonly events: Pick<EventLog, 'count'> };

export type ReplayEventsDeps = RangeDeps & {
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'queueAgain'>;
  readonly events: Pick<EventLog, 'read'>;
  readonly clock: Clock;
};

/** Of the log, whatever types are wanted of it: one call is done in seconds, and its size is known beforehand. */
const longestRange = 10_000;
const pageSize = 500;

/**
 * Queues the events of a range once more, whatever came of them, also those from before the endpoint was there. They
 * keep their ids, and go out before what comes later in their subscriptions. What lies beyond the endpoint's place in
 * the log is not queued here: it will be, by itself.
 */
export function makeReplayEvents(deps: ReplayEventsDeps): ReplayEvents {
  return async (asked) => {
    const range = await findRange(deps, asked);
    if (!range.ok) return range;
    return { ok: true, queued: await queueRange(deps, range.endpoint, range) };
  };
}

/** Counts by the index of the log, and queues nothing. */
export function makeCountReplay(deps: CountReplayDeps): CountReplay {
  return async (asked) => {
    const range = await findRange(deps, asked);
    if (!range.ok) return range;
    const { endpoint, first, last } = range;
    const within = { after: first, upTo: last, types: endpoint.types };
    const count = last <= first ? 0 : await deps.events.count(asked.organisationId, within);
    return { ok: true, count, upTo: last };
  };
}

/** After `first`, up to and with `last`. */
async function findRange(
  deps: RangeDeps,
  { organisationId, id, after, before, upTo = Infinity }: Parameters<ReplayEvents>[0],
) {
  const endpoint = await deps.webhookEndpoints.find(organisationId, id);
  if (endpoint === null) return unknownEndpoint;
  const log = deps.webhookEvents;
  const first = after === null ? 0 : await log.positionOf(organisationId, after);
  const end = before === null ? null : await log.positionOf(organisationId, before);
  if (first === null || (before !== null && end === null)) {
    return { ok: false, failure: 'unknown_event' } as const;
  }
  const last = Math.min(endpoint.position, (end ?? Infinity) - 1, upTo);
  if (last - first > longestRange) return { ok: false, failure: 'replay_too_large' } as const;
  return { ok: true, endpoint, first, last } as const;
}

/** After `first`, up to and with `last`. */
async function queueRange(
  deps: ReplayEventsDeps,
  endpoint: WebhookEndpoint,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<number> {
  const { organisationId, id } = endpoint;
  let queued = 0;
  let after = first;
  while (after < last) {
    const limit = Math.min(pageSize, last - after);
    const page = await deps.events.read(organisationId, { after, limit });
    const end = page.at(-1)?.position;
    if (end === undefined) break;
    const events = queuedEvents(page, endpoint.types);
    const batch = { events, now: deps.clock.now() };
    await deps.webhookDeliveries.queueAgain(organisationId, id, batch);
    queued += events.length;
    after = end;
  }
  return queued;
}
