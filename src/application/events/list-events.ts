import type { EventType } from '../../domain/events/domain-event.js';
import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { EventLog, LoggedEvent } from '../ports/event-log.js';

type Query = {
  readonly organisationId: OrganisationId;
  /** A position; 0: from the start. */
  readonly after: number;
  readonly limit: number;
  readonly userProductId: UserProductId | null;
  readonly type: EventType | null;
};

type ReadEvents = {
  readonly events: readonly LoggedEvent[];
  /** Up to which position everything was looked at; null where nothing follows `after` yet. */
  readonly next: number | null;
};

/** In log order; null for an organisation that is unknown. */
export type ListEvents = (
  query: Query,
) => Promise<(ReadEvents & { readonly timeZone: TimeZone }) | null>;

export type ListEventsDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly events: Pick<EventLog, 'read' | 'lastPosition'>;
};

/** How many positions are looked at for events of one type: in one read, and in so many reads at most. */
const stepLength = 1_000;
const stepLimit = 5;

/**
 * A page of the organisation's log. Nothing is drained first: the log is what is written, and it has no gap that is
 * filled later (docs/architecture.md §7), so a reader that goes on from `next` misses nothing.
 */
export function makeListEvents(deps: ListEventsDeps): ListEvents {
  return async (query) => {
    const context = await deps.readContext(query.organisationId);
    if (context === null) return null;
    const scans = query.type !== null && query.userProductId === null;
    const page = scans ? await scan(deps, query, query.type) : await readPage(deps, query);
    return { ...page, timeZone: context.organisation.timeZone };
  };
}

/** By an index: where fewer are found than asked for, there are no more. */
async function readPage(
  { events: log }: ListEventsDeps,
  { organisationId, after, limit, userProductId, type }: Query,
): Promise<ReadEvents> {
  const events = await log.read(organisationId, {
    after,
    limit,
    ...(userProductId === null ? {} : { userProductId }),
    ...(type === null ? {} : { type }),
  });
  return { events, next: events.at(-1)?.position ?? null };
}

/**
 * Of one type, which no index leads to: a bounded part of the log is looked at, so that a rare one cannot hold up the
 * database. A page may be empty and still have a `next`. The end is read first: all that is before it can be seen.
 */
async function scan(
  { events: log }: ListEventsDeps,
  { organisationId, after, limit }: Query,
  type: EventType,
): Promise<ReadEvents> {
  const last = await log.lastPosition(organisationId);
  const [first] = await log.read(organisationId, { after, limit: 1 });
  if (first === undefined || first.position > last) return { events: [], next: null };
  const events: LoggedEvent[] = [];
  let seen = first.position - 1;
  for (let steps = 0; steps < stepLimit && seen < last && events.length < limit; steps += 1) {
    const upTo = Math.min(seen + stepLength, last);
    const page = { after: seen, upTo, type, limit: limit - events.length };
    events.push(...(await log.read(organisationId, page)));
    seen = events.length === limit ? (events.at(-1)?.position ?? upTo) : upTo;
  }
  return { events, next: seen };
}
