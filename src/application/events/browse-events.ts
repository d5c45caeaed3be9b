import type { EventType } from '../../domain/events/domain-event.js';
import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { EventLog, LoggedEvent } from '../ports/event-log.js';

type Browsed = {
  readonly organisationId: OrganisationId;
  readonly order: 'newest' | 'oldest';
  /** The position that the page begins at; null: the end of the log that comes first. */
  readonly from: number | null;
  readonly limit: number;
  readonly userProductId: UserProductId | null;
  readonly type: EventType | null;
};

/** `next`: where to go on; null where there is nothing more. A page may be short and still have one. */
export type BrowseEvents = (query: Browsed) => Promise<{
  readonly events: readonly LoggedEvent[];
  readonly next: number | null;
}>;

export type BrowseEventsDeps = { readonly events: Pick<EventLog, 'read' | 'readBack'> };

/** How many positions are looked at for events of one type: in one read, and in so many reads at most. */
const stepLength = 1_000;
const stepLimit = 5;

/** A page of the organisation's log for somebody who looks through it, from either end. */
export function makeBrowseEvents({ events: log }: BrowseEventsDeps): BrowseEvents {
  return async (query) => {
    const scans = query.type !== null && query.userProductId === null;
    return scans ? scan(log, query) : readPage(log, query);
  };
}

type Log = BrowseEventsDeps['events'];

function filterOf({ userProductId, type }: Browsed) {
  return {
    ...(userProductId === null ? {} : { userProductId }),
    ...(type === null ? {} : { type }),
  };
}

/** Positions from that one on, as many as are asked for. */
function readFrom(
  log: Log,
  query: Browsed,
  { from, limit }: { readonly from: number | null; readonly limit: number },
): Promise<readonly LoggedEvent[]> {
  const filter = filterOf(query);
  if (query.order === 'oldest') {
    return log.read(query.organisationId, { ...filter, after: (from ?? 1) - 1, limit });
  }
  const before = from === null ? Number.MAX_SAFE_INTEGER : from + 1;
  return log.readBack(query.organisationId, { ...filter, after: 0, before, limit });
}

/** One more is read than is shown: it is where the next page begins. */
async function readPage(log: Log, query: Browsed) {
  const found = await readFrom(log, query, { from: query.from, limit: query.limit + 1 });
  return { events: found.slice(0, query.limit), next: found[query.limit]?.position ?? null };
}

/** Of one type, which no index leads to: a bounded part of the log is looked at. */
async function scan(log: Log, query: Browsed) {
  const { order, limit } = query;
  const ends = await readEnds(log, query);
  if (ends === null) return { events: [], next: null };
  const sign = order === 'oldest' ? 1 : -1;
  const found: LoggedEvent[] = [];
  let at = ends.start;
  const isWithin = () => (ends.end - at) * sign >= 0;
  for (let step = 0; step < stepLimit && isWithin() && found.length <= limit; step += 1) {
    found.push(...(await readStep(log, query, { at, limit: limit + 1 - found.length })));
    at += sign * stepLength;
  }
  const next = found[limit]?.position ?? (isWithin() ? at : null);
  return { events: found.slice(0, limit), next };
}

/** The first position that there is to look at, and the last; null: there is none. */
async function readEnds(log: Log, query: Browsed) {
  const any = { ...query, type: null };
  const [start] = await readFrom(log, any, { from: query.from, limit: 1 });
  if (start === undefined) return null;
  const back = { ...any, order: query.order === 'oldest' ? 'newest' : 'oldest' } as const;
  const [end] = await readFrom(log, back, { from: null, limit: 1 });
  return { start: start.position, end: (end ?? start).position };
}

function readStep(
  log: Log,
  query: Browsed,
  { at, limit }: { readonly at: number; readonly limit: number },
): Promise<readonly LoggedEvent[]> {
  const page = { ...filterOf(query), limit };
  return query.order === 'oldest'
    ? log.read(query.organisationId, { ...page, after: at - 1, upTo: at + stepLength - 1 })
    : log.readBack(query.organisationId, { ...page, after: at - stepLength, before: at + 1 });
}
