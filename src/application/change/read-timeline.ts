import type { EventType } from '../../domain/events/domain-event.js';
import type { LoggedEvent } from '../ports/event-log.js';
import type { SubscriptionEvents } from '../ports/subscription-events.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { SubscriptionLife } from './read-subscription.js';

/** An event of a subscription; `position` null: it is not in the log yet. */
export type TimelineEvent = {
  readonly position: number | null;
  readonly event: DomainEvent;
  /** Its account was erased: its two sides are null. */
  readonly erased?: true;
};

type TimelinePage = {
  readonly events: readonly TimelineEvent[];
  /** The position before which the next page begins; null: there is none. */
  readonly next: number | null;
};

type TimelineQuery = {
  readonly limit: number;
  /** A position: those before it. Null: from the last one. */
  readonly before: number | null;
  /** Null: of every type. */
  readonly types: readonly EventType[] | null;
};

/** Of the events of a subscription, the last first. */
export type ReadTimeline = (
  life: Pick<SubscriptionLife, 'products' | 'waitingEvents' | 'last'>,
  query: TimelineQuery,
) => Promise<TimelinePage>;

/** User products of one chain whose events are looked at: a chain that is longer shows those of its last ones. */
const mostProducts = 200;

/**
 * What has happened to a subscription, newest first: what still waits to be told before what is in the log. The rows are
 * read before the log, so that what leaves them in between is found there; what is found in both counts once.
 */
export function makeReadTimeline(deps: {
  readonly subscriptionEvents: SubscriptionEvents;
}): ReadTimeline {
  return async ({ products, waitingEvents, last }, { limit, before, types }) => {
    const logged = await deps.subscriptionEvents.newest(last.organisationId, {
      userProductIds: products.slice(-mostProducts).map(({ id }) => id),
      limit: limit + 1,
      ...(before === null ? {} : { before }),
      ...(types === null ? {} : { types }),
    });
    const page = logged.slice(0, limit);
    const next = logged.length > limit ? (page.at(-1)?.position ?? null) : null;
    const waiting = before === null ? missingIn(page, waitingEvents, types) : [];
    return { events: [...waiting, ...page], next };
  };
}

function missingIn(
  logged: readonly LoggedEvent[],
  waiting: readonly DomainEvent[],
  types: TimelineQuery['types'],
): readonly TimelineEvent[] {
  const known = new Set(logged.map(({ event }) => event.id));
  return waiting
    .filter(({ id, type }) => !known.has(id) && (types === null || types.includes(type)))
    .toReversed()
    .map((event) => ({ position: null, event }));
}
