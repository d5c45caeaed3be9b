import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { EventLog } from '../ports/event-log.js';
import type { IdSource, Pause } from '../ports/surroundings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { DispatcherDeps } from './dispatcher-context.js';
import { type Dispatcher, startDispatcher } from './start-dispatcher.js';

/** The worker's run. */
export type DeliverWebhooks = {
  /**
   * Looks at all endpoints once: starts a dispatcher for each that has something to do and no dispatcher yet, and does
   * not wait for it. Answers how many it started.
   */
  readonly startDispatchers: () => Promise<number>;
  /** Resolves when no dispatcher runs. */
  readonly settled: () => Promise<void>;
  /** Begins nothing more, and aborts what has not ended after a second: it will be sent again. */
  readonly stop: () => Promise<void>;
};

export type DeliverWebhooksDeps = Omit<DispatcherDeps, 'events'> & {
  readonly events: Pick<EventLog, 'read' | 'lastPosition'>;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly ids: IdSource;
  readonly pause: Pause;
};

const graceMs = 1_000;

/** Delivers what the log has for every endpoint. Any number of processes may. */
export function makeDeliverWebhooks(deps: DeliverWebhooksDeps): DeliverWebhooks {
  const owner = deps.ids.next();
  const dispatchers = new Map<WebhookEndpointId, Dispatcher & { readonly abort: () => void }>();
  let isStopping = false;

  const start = async (endpoint: WebhookEndpoint): Promise<boolean> => {
    const { id, organisationId } = endpoint;
    const organisation = await deps.organisations.find(organisationId);
    if (organisation === null) return false;
    const aborting = new AbortController();
    const { signal } = aborting;
    const zone = organisation.timeZone;
    const options = { organisationId, id, owner, zone, signal, isStopping: () => isStopping };
    const dispatcher = startDispatcher(deps, options);
    const done = loggedWhenFailed(deps, endpoint, dispatcher).then(() => {
      dispatchers.delete(id);
    });
    const abort = (): void => {
      aborting.abort();
    };
    dispatchers.set(id, { ...dispatcher, done, abort });
    return true;
  };

  const settled = async (): Promise<void> => {
    while (dispatchers.size > 0) await Promise.all([...dispatchers.values()].map((it) => it.done));
  };

  return {
    startDispatchers: async () => {
      const hasWork = makeHasWork(deps);
      let started = 0;
      for (const endpoint of await deps.webhookEndpoints.list('all')) {
        if (isStopping) break;
        const dispatcher = dispatchers.get(endpoint.id);
        dispatcher?.wake();
        if (dispatcher !== undefined || !maySendTo(endpoint, owner, deps.clock.now())) continue;
        if ((await hasWork(endpoint)) && (await start(endpoint))) started += 1;
      }
      return started;
    },
    settled,
    stop: async () => {
      isStopping = true;
      await Promise.race([settled(), deps.pause(graceMs)]);
      for (const { abort } of dispatchers.values()) abort();
      await settled();
    },
  };
}

function loggedWhenFailed(
  { log }: Pick<DeliverWebhooksDeps, 'log'>,
  { id: endpointId, organisationId }: WebhookEndpoint,
  { done }: Dispatcher,
): Promise<void> {
  return done.catch((error: unknown) => {
    const facts = { organisationId, endpointId, error };
    log.warn('sending to a webhook endpoint failed and will be tried again', facts);
  });
}

/** Enabled, not paused, and no other process holds its lease. */
function maySendTo(endpoint: WebhookEndpoint, owner: string, now: Instant): boolean {
  const { enabled, pausedUntil, lease } = endpoint;
  const isPaused = pausedUntil !== null && pausedUntil > now;
  const isTaken = lease !== null && lease.owner !== owner && lease.until > now;
  return enabled && !isPaused && !isTaken;
}

/** Asks for the end of an organisation's log only once, however many endpoints the organisation has. */
function makeHasWork({ events, webhookDeliveries, clock }: DeliverWebhooksDeps) {
  const ends = new Map<OrganisationId, Promise<number>>();
  return async ({ organisationId, id, position }: WebhookEndpoint): Promise<boolean> => {
    const end = ends.get(organisationId) ?? events.lastPosition(organisationId);
    ends.set(organisationId, end);
    if (position < (await end)) return true;
    return webhookDeliveries.hasDue(organisationId, id, clock.now());
  };
}
