import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Clock } from '../ports/surroundings.js';
import type { EventLog, EventRetention } from '../ports/event-log.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';

/** Answers how many events were removed. */
export type RemoveOldEvents = (stopping: () => boolean) => Promise<number>;

export type RemoveOldEventsDeps = {
  readonly organisations: Pick<OrganisationStore, 'list'>;
  readonly events: Pick<EventLog, 'lastPosition'>;
  readonly retention: EventRetention;
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'list'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'removeFinishedBelow'>;
  readonly clock: Clock;
  readonly retentionDays: number;
};

/** What one step removes at most. */
const stepSize = 1_000;
const dayMs = 86_400_000;

/**
 * Removes from the beginning of each organisation's log what was written into it longer ago than that many days of real
 * time (docs/decisions/11-erasure-and-retention.md). An organisation's own time does not count: an import tells of
 * periods that began years ago, and a test clock runs ahead. The last event stays, since positions count on from it.
 */
export function makeRemoveOldEvents(deps: RemoveOldEventsDeps): RemoveOldEvents {
  return async (stopping) => {
    const before = (deps.clock.now() - deps.retentionDays * dayMs) as Instant;
    let removed = 0;
    for (const { id } of await deps.organisations.list()) {
      for (let isMore = true; isMore && !stopping();) {
        const step = await removeStep(deps, id, before);
        removed += step.removed;
        ({ isMore } = step);
      }
    }
    return removed;
  };
}

/** Where the log begins is said before anything goes: whoever dies between leaves nothing that looks lost. */
async function removeStep(
  deps: RemoveOldEventsDeps,
  organisationId: OrganisationId,
  before: Instant,
): Promise<{ readonly removed: number; readonly isMore: boolean }> {
  const { events, retention } = deps;
  const last = await events.lastPosition(organisationId);
  const oldest = await retention.oldest(organisationId, stepSize);
  const kept = oldest.find((it) => it.writtenAt >= before || it.position >= last);
  const past = oldest.at(-1)?.position ?? 0;
  const start = kept?.position ?? past + 1;
  const known = await retention.logStartsAt(organisationId);
  if (start > known && start > (oldest[0]?.position ?? start)) {
    await retention.startLogAt(organisationId, start);
  }
  const removed = await removeBelow(deps, organisationId, Math.max(start, known));
  return { removed, isMore: kept === undefined && oldest.length > 0 };
}

/** What was said of an event's delivery lives as long as the event. What still waits becomes a dead letter by itself. */
async function removeBelow(
  { retention, webhookEndpoints, webhookDeliveries }: RemoveOldEventsDeps,
  organisationId: OrganisationId,
  position: number,
): Promise<number> {
  const removed = await retention.removeBelow(organisationId, position);
  if (removed === 0) return 0;
  for (const { id } of await webhookEndpoints.list(organisationId)) {
    await webhookDeliveries.removeFinishedBelow(organisationId, id, position);
  }
  return removed;
}
