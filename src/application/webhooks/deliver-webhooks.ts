import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { EventLog } from '../ports/event-log.js';
import type { IdSource, Pause } from '../ports/surroundings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { LaneDeps } from './lane-context.js';
import { type Lane, startLane } from './webhook-lane.js';

/** The worker's run. */
export type DeliverWebhooks = {
  /**
   * One look at all endpoints: starts a lane for each that has something to do and none yet, and does not wait for it.
   * Answers how many it started.
   */
  readonly look: () => Promise<number>;
  /** Resolves when no lane runs. */
  readonly settled: () => Promise<void>;
  /** Begins nothing more, and breaks off what has not ended after a second: it will be sent again. */
  readonly stop: () => Promise<void>;
};

export type DeliverWebhooksDeps = Omit<LaneDeps, 'events'> & {
  readonly events: Pick<EventLog, 'read' | 'lastPosition'>;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly ids: IdSource;
  readonly pause: Pause;
};

const graceMs = 1_000;

/** Delivers what the log has for every endpoint. Any number of processes may. */
export function makeDeliverWebhooks(deps: DeliverWebhooksDeps): DeliverWebhooks {
  const owner = deps.ids.next();
  const lanes = new Map<WebhookEndpointId, Lane & { readonly breakOff: () => void }>();
  let isStopping = false;

  const start = async (endpoint: WebhookEndpoint): Promise<boolean> => {
    const { id, organisationId } = endpoint;
    const organisation = await deps.organisations.find(organisationId);
    if (organisation === null) return false;
    const aborting = new AbortController();
    const { signal } = aborting;
    const zone = organisation.timeZone;
    const options = { organisationId, id, owner, zone, signal, isStopping: () => isStopping };
    const lane = startLane(deps, options);
    const done = toldWhenFailed(deps, endpoint, lane).then(() => {
      lanes.delete(id);
    });
    const breakOff = (): void => {
      aborting.abort();
    };
    lanes.set(id, { ...lane, done, breakOff });
    return true;
  };

  const settled = async (): Promise<void> => {
    while (lanes.size > 0) await Promise.all([...lanes.values()].map((it) => it.done));
  };

  return {
    look: async () => {
      const hasWork = makeHasWork(deps);
      let started = 0;
      for (const endpoint of await deps.webhookEndpoints.list('all')) {
        if (isStopping) break;
        const lane = lanes.get(endpoint.id);
        lane?.nudge();
        if (lane !== undefined || !isOpen(endpoint, owner, deps.clock.now())) continue;
        if ((await hasWork(endpoint)) && (await start(endpoint))) started += 1;
      }
      return started;
    },
    settled,
    stop: async () => {
      isStopping = true;
      await Promise.race([settled(), deps.pause(graceMs)]);
      for (const { breakOff } of lanes.values()) breakOff();
      await settled();
    },
  };
}

function toldWhenFailed(
  { log }: Pick<DeliverWebhooksDeps, 'log'>,
  { id: endpointId, organisationId }: WebhookEndpoint,
  { done }: Lane,
): Promise<void> {
  return done.catch((error: unknown) => {
    const facts = { organisationId, endpointId, error };
    log.warn('sending to a webhook endpoint failed and will be tried again', facts);
  });
}

/** Enabled, not paused, and nobody else sends to it. */
function isOpen(endpoint: WebhookEndpoint, owner: string, now: Instant): boolean {
  const { enabled, pausedUntil, lane } = endpoint;
  const isPaused = pausedUntil !== null && pausedUntil > now;
  const isTaken = lane !== null && lane.owner !== owner && lane.until > now;
  return enabled && !isPaused && !isTaken;
}

/** Asks for the end of an organisation's log once in a look, however many endpoints it has. */
function makeHasWork({ events, webhookDeliveries, clock }: DeliverWebhooksDeps) {
  const ends = new Map<OrganisationId, Promise<number>>();
  return async ({ organisationId, id, position }: WebhookEndpoint): Promise<boolean> => {
    const end = ends.get(organisationId) ?? events.lastPosition(organisationId);
    ends.set(organisationId, end);
    if (position < (await end)) return true;
    return webhookDeliveries.hasDue(organisationId, id, clock.now());
  };
}
