import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { EventLog } from '../ports/event-log.js';
import { makeInTurn } from './in-turn.js';

export type AppendEvents = (
  organisationId: OrganisationId,
  events: readonly DomainEvent[],
) => Promise<void>;

const batchSize = 1_000;

/**
 * Appends events to the organisation's log at last + 1, last + 2, … (docs/architecture.md §7). The insert stops at the
 * first duplicate: an event that is known counts as written, a position that is taken does not; then the last position
 * is read again and the rest follows. So the log has no gaps and no event stands in it twice or out of its order,
 * however many append at once.
 *
 * Each round writes something, finds something written or lost to another appender, who then wrote: it ends. Within this
 * process one organisation's appends wait for each other, so that they do not send what must be refused.
 */
export function makeAppendEvents(deps: { readonly events: EventLog }): AppendEvents {
  const inTurn = makeInTurn<OrganisationId>();

  return (organisationId, events) =>
    events.length === 0
      ? Promise.resolve()
      : inTurn(organisationId, () => append(deps.events, organisationId, events));
}

async function append(
  log: EventLog,
  organisationId: OrganisationId,
  events: readonly DomainEvent[],
): Promise<void> {
  let left = events;
  while (left.length > 0) {
    const after = await log.lastPosition(organisationId);
    const batch = { after, events: left.slice(0, batchSize) };
    const { written, known } = await log.append(organisationId, batch);
    left = left.slice(written).filter((event) => !known.has(event.id));
  }
}
