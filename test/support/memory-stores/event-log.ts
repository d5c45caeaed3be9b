import type {
  EventLog,
  EventRetention,
  LoggedEvent,
  WebhookEventSource,
} from '../../../src/application/ports/event-log.js';
import type { SubscriptionEvents } from '../../../src/application/ports/subscription-events.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { insertRow, type LogRow, type Memory, removeRows, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Each organisation's log: no position twice and no event twice. */
export function makeEventLog({ events }: Memory): EventLog {
  return inOneStep<EventLog>({
    lastPosition: (organisationId) => logOf({ events }, organisationId).at(-1)?.position ?? 0,

    append: (organisationId, { after, events: given }) => {
      const known = new Set(rowsOf(events, organisationId).map(({ event }) => event.id));
      const writtenAt = toInstant(Math.floor(Date.now() / 1_000) * 1_000);
      let written = 0;
      for (const event of given) {
        const position = after + 1 + written;
        const row: LogRow = { position, event, writtenAt };
        const key = `${organisationId} ${String(position)}`;
        if (known.has(event.id) || !insertRow(events, key, { organisationId, row })) break;
        known.add(event.id);
        written += 1;
      }
      const rest = given.slice(written).map(({ id }) => id);
      return { written, known: new Set(rest.filter((id) => known.has(id))) };
    },

    read: (organisationId, { after, limit, upTo = Infinity, userProductId, type }) =>
      logOf({ events }, organisationId)
        .filter(({ position }) => position > after && position <= upTo)
        .filter(({ event }) => userProductId === undefined || event.userProductId === userProductId)
        .filter(({ event }) => type === undefined || event.type === type)
        .slice(0, limit)
        .map(loggedEventOf),

    readBack: (organisationId, { after, before, limit, userProductId, type }) =>
      logOf({ events }, organisationId)
        .filter(({ position }) => position > after && position < before)
        .filter(({ event }) => userProductId === undefined || event.userProductId === userProductId)
        .filter(({ event }) => type === undefined || event.type === type)
        .toReversed()
        .slice(0, limit)
        .map(loggedEventOf),

    count: (organisationId, { after, upTo, types }) =>
      logOf({ events }, organisationId)
        .filter(({ position }) => position > after && position <= upTo)
        .filter(({ event }) => types === null || types.includes(event.type)).length,
  });
}

/** The log from its end backwards, of some user products. */
export function makeSubscriptionEvents({ events }: Memory): SubscriptionEvents {
  return inOneStep<SubscriptionEvents>({
    newest: (organisationId, { userProductIds, limit, before = Infinity, types }) =>
      logOf({ events }, organisationId)
        .filter(({ position }) => position < before)
        .filter(({ event }) => userProductIds.includes(event.userProductId))
        .filter(({ event }) => types === undefined || types.includes(event.type))
        .toReversed()
        .slice(0, limit)
        .map(loggedEventOf),
  });
}

/** The beginning of each log. */
export function makeEventRetention({ events, organisations }: Memory): EventRetention {
  return inOneStep<EventRetention>({
    logStartsAt: (organisationId) => organisations.get(organisationId)?.logStartsAt ?? 1,

    startLogAt: (organisationId, position) => {
      const row = organisations.get(organisationId);
      if (row === undefined) return;
      const logStartsAt = Math.max(row.logStartsAt, position);
      organisations.set(organisationId, { ...row, logStartsAt });
    },

    oldest: (organisationId, limit) =>
      logOf({ events }, organisationId)
        .slice(0, limit)
        .map(({ position, writtenAt }) => ({ position, writtenAt })),

    removeBelow: (organisationId, position) =>
      removeRows(events, organisationId, (it) => it.position < position),
  });
}

/** The log as webhooks read it. */
export function makeWebhookEventSource({ events }: Memory): WebhookEventSource {
  return inOneStep<WebhookEventSource>({
    findAt: (organisationId, positions) =>
      logOf({ events }, organisationId)
        .filter((it) => positions.includes(it.position))
        .map(loggedEventOf),

    positionOf: (organisationId, eventId) =>
      logOf({ events }, organisationId).find(({ event }) => event.id === eventId)?.position ?? null,
  });
}

function logOf({ events }: Pick<Memory, 'events'>, organisationId: OrganisationId): LogRow[] {
  return rowsOf(events, organisationId).toSorted((a, b) => a.position - b.position);
}

function loggedEventOf({ writtenAt, ...logged }: LogRow): LoggedEvent {
  return logged;
}
