import type {
  DeliveryOutcome,
  QueuedEvent,
  TriedDelivery,
  WaitingDelivery,
  WebhookDelivery,
  WebhookDeliveryStore,
} from '../../../src/application/ports/webhook-delivery-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../../src/domain/ids.js';
import type { Instant } from '../../../src/domain/time/instant.js';
import { type DeliveryRow, insertRow, type Memory, removeRows, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

const keptAttempts = 10;

type Place = { readonly organisationId: OrganisationId; readonly endpointId: WebhookEndpointId };
type Batch = { readonly events: readonly QueuedEvent[]; readonly now: Instant };

/** Which event goes to which endpoint, and what came of it. */
export function makeWebhookDeliveryStore(memory: Memory): WebhookDeliveryStore {
  const { webhookDeliveries: rows } = memory;
  const own = ({ organisationId, endpointId }: Place): DeliveryRow[] =>
    rowsOf(rows, organisationId)
      .filter((it) => it.endpointId === endpointId)
      .toSorted((a, b) => a.position - b.position);
  const waiting = (place: Place): WaitingDelivery[] => own(place).flatMap(waitingOf);
  /** Answers which of them were there already. */
  const insert = ({ organisationId, endpointId }: Place, { events, now }: Batch) =>
    events.filter((event) => {
      const row = newDelivery(endpointId, event, now);
      return !insertRow(rows, keyOf(endpointId, event), { organisationId, row });
    });
  const edit = (
    { organisationId, endpointId }: Place,
    { position }: { readonly position: number },
    edits: (row: DeliveryRow) => Partial<DeliveryRow>,
  ): void => {
    const row = own({ organisationId, endpointId }).find((it) => it.position === position);
    if (row === undefined) return;
    rows.set(keyOf(endpointId, row), { organisationId, row: { ...row, ...edits(row) } });
  };

  return inOneStep<WebhookDeliveryStore>({
    queue: (organisationId, endpointId, batch) => {
      insert({ organisationId, endpointId }, batch);
    },

    queueAgain: (organisationId, endpointId, batch) => {
      for (const event of insert({ organisationId, endpointId }, batch)) {
        const again = { state: 'pending', tries: 0, nextAttemptAt: batch.now } as const;
        edit({ organisationId, endpointId }, event, ({ replays }) => ({
          ...again,
          replays: replays + 1,
        }));
      }
    },

    hasDue: (organisationId, endpointId, now) =>
      waiting({ organisationId, endpointId }).some((it) => it.nextAttemptAt <= now),

    findDue: (organisationId, endpointId, { now, except, limit }) =>
      waiting({ organisationId, endpointId })
        .filter((it) => it.nextAttemptAt <= now && !except.includes(it.subscriptionId))
        .toSorted((a, b) => a.nextAttemptAt - b.nextAttemptAt)
        .slice(0, limit),

    findWaiting: (organisationId, endpointId, { subscriptionIds, upTo }) =>
      waiting({ organisationId, endpointId }).filter(
        (it) => it.position <= upTo && subscriptionIds.includes(it.subscriptionId),
      ),

    postpone: (organisationId, endpointId, deliveries) => {
      for (const it of deliveries) {
        edit({ organisationId, endpointId }, it, (row) => postponed(row, it));
      }
    },

    record: (organisationId, endpointId, outcomes) => {
      for (const it of outcomes) {
        edit({ organisationId, endpointId }, it, (row) => recorded(row, it));
      }
    },

    list: (organisationId, endpointId, { state, after, limit }) =>
      own({ organisationId, endpointId })
        .filter((it) => it.position > after && (state === null || it.state === state))
        .slice(0, limit)
        .map(deliveryOf),

    listBack: (organisationId, endpointId, { state, before, limit }) =>
      own({ organisationId, endpointId })
        .filter((it) => it.position < before && (state === null || it.state === state))
        .toReversed()
        .slice(0, limit)
        .map(deliveryOf),

    listTried: (organisationId, endpointId, { from, to, behind, limit }) =>
      own({ organisationId, endpointId })
        .flatMap((row) => triedOf(row).map((it) => ({ ...it, row })))
        .filter((it) => it.triedAt >= from && it.triedAt < to)
        .filter((it) => behind === null || latestFirst(behind, it) < 0)
        .toSorted(latestFirst)
        .slice(0, limit)
        .map(({ row }) => deliveryOf(row)),

    triedSince: (organisationId, { endpointIds, since, limit }) =>
      rowsOf(rows, organisationId)
        .filter((it) => endpointIds.includes(it.endpointId))
        .flatMap(triedOf)
        .filter((it) => it.triedAt >= since)
        .toSorted(latestFirst)
        .slice(0, limit),

    oldestWaiting: (organisationId, { endpointIds, limit }) =>
      rowsOf(rows, organisationId)
        .filter((it) => endpointIds.includes(it.endpointId) && it.nextAttemptAt !== null)
        .toSorted((a, b) => a.position - b.position)
        .slice(0, limit)
        .map(({ endpointId, position }) => ({ endpointId, position })),

    countDead: (organisationId, { endpointIds, limit }) =>
      rowsOf(rows, organisationId)
        .filter((it) => it.state === 'dead' && endpointIds.includes(it.endpointId))
        .slice(0, limit).length,

    removeFinishedBelow: (organisationId, endpointId, position) => {
      removeRows(rows, organisationId, (it) => {
        const isOver = it.state === 'delivered' || it.state === 'dead';
        return it.endpointId === endpointId && isOver && it.position < position;
      });
    },

    removeAll: (organisationId, endpointId) => {
      removeRows(rows, organisationId, (it) => it.endpointId === endpointId);
    },
  });
}

function keyOf(endpointId: WebhookEndpointId, { position }: { readonly position: number }): string {
  return `${endpointId} ${String(position)}`;
}

function newDelivery(
  endpointId: WebhookEndpointId,
  event: QueuedEvent,
  nextAttemptAt: Instant,
): DeliveryRow {
  const untried = { state: 'pending', tries: 0, replays: 0, attempts: [] } as const;
  const { position, eventId, eventType, subscriptionId } = event;
  return { endpointId, position, eventId, eventType, subscriptionId, ...untried, nextAttemptAt };
}

function deliveryOf({ endpointId, ...delivery }: DeliveryRow): WebhookDelivery {
  return delivery;
}

function waitingOf({ endpointId, attempts, ...row }: DeliveryRow): WaitingDelivery[] {
  const { nextAttemptAt } = row;
  return nextAttemptAt === null ? [] : [{ ...row, nextAttemptAt }];
}

type Tried = Pick<TriedDelivery, 'triedAt' | 'position'>;

function latestFirst(a: Tried, b: Tried): number {
  return b.triedAt - a.triedAt || b.position - a.position;
}

function triedOf({ endpointId, position, state, attempts }: DeliveryRow): TriedDelivery[] {
  const triedAt = attempts.at(-1)?.at;
  return triedAt === undefined ? [] : [{ endpointId, position, state, triedAt }];
}

type Counted = { readonly tries: number; readonly replays: number };

function isSame(row: Counted, { tries, replays }: Counted): boolean {
  return row.tries === tries && row.replays === replays;
}

/** Never brought forward. */
function postponed(row: DeliveryRow, wanted: WaitingDelivery): Partial<DeliveryRow> {
  const isEarlier = (row.nextAttemptAt ?? -Infinity) < wanted.nextAttemptAt;
  return isSame(row, wanted) && isEarlier ? { nextAttemptAt: wanted.nextAttemptAt } : {};
}

function recorded(row: DeliveryRow, outcome: DeliveryOutcome): Partial<DeliveryRow> {
  if (!isSame(row, outcome)) return {};
  return {
    state: outcome.state,
    tries: row.tries + 1,
    nextAttemptAt: outcome.state === 'failed' ? outcome.nextAttemptAt : null,
    attempts: [...row.attempts, outcome.attempt].slice(-keptAttempts),
  };
}
