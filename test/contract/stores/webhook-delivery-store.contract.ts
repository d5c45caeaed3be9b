import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  DeliveryOutcome,
  QueuedEvent,
  WebhookAttempt,
  WebhookDeliveryState,
} from '../../../src/application/ports/webhook-delivery-store.js';
import type { OrganisationId, SubscriptionId, WebhookEndpointId } from '../../../src/domain/ids.js';
import type { Instant } from '../../../src/domain/time/instant.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-11-01T12:00:00Z');
const one = at('2026-11-01T13:00:00Z');
const two = at('2026-11-01T14:00:00Z');

const attemptAt = (when: Instant, edits: Partial<WebhookAttempt> = {}): WebhookAttempt => ({
  at: when,
  status: 500,
  failure: null,
  durationMs: 12,
  answer: 'no',
  ...edits,
});

/** What sending webhooks may rely on of any `WebhookDeliveryStore`, and of the log as it reads it. */
export function webhookDeliveryStoreContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  let organisationId: OrganisationId;
  let endpointId: WebhookEndpointId;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());
  beforeEach(() => {
    organisationId = newId();
    endpointId = newId();
  });

  describe('A store of webhook deliveries', () => {
    const subscription = newId<SubscriptionId>();
    const queued = (position: number, subscriptionId = subscription): QueuedEvent => ({
      position,
      eventId: newId(),
      eventType: 'user_product_renewed',
      subscriptionId,
    });
    const queue = (events: readonly QueuedEvent[], now = noon) =>
      stores.webhookDeliveries.queue(organisationId, endpointId, { events, now });
    const queueAgain = (events: readonly QueuedEvent[], now: Instant) =>
      stores.webhookDeliveries.queueAgain(organisationId, endpointId, { events, now });
    const record = (...outcomes: readonly DeliveryOutcome[]) =>
      stores.webhookDeliveries.record(organisationId, endpointId, outcomes);
    const due = (now: Instant, except: readonly SubscriptionId[] = [], limit = 100) =>
      stores.webhookDeliveries.findDue(organisationId, endpointId, { now, except, limit });
    const list = (state: WebhookDeliveryState | null = null, after = 0, limit = 100) =>
      stores.webhookDeliveries.list(organisationId, endpointId, { state, after, limit });
    const failure = (position: number, edits: Partial<DeliveryOutcome> = {}) =>
      ({
        position,
        tries: 0,
        replays: 0,
        attempt: attemptAt(noon),
        state: 'failed',
        nextAttemptAt: one,
        ...edits,
      }) as DeliveryOutcome;
    const positions = (all: readonly { position: number }[]) => all.map((it) => it.position);

    test('has an event once, however often it is queued', async () => {
      const events = [queued(1), queued(2)];
      await queue(events);
      await record(failure(1));
      await queue([...events, queued(3)], two);
      expect(await list()).toEqual([
        {
          ...events[0],
          state: 'failed',
          tries: 1,
          replays: 0,
          nextAttemptAt: one,
          attempts: [attemptAt(noon)],
        },
        { ...events[1], state: 'pending', tries: 0, replays: 0, nextAttemptAt: noon, attempts: [] },
        expect.objectContaining({ position: 3, nextAttemptAt: two }),
      ]);
      await queue([]);
    });

    test('finds what is due, the longest due first, but of the subscriptions that are left out', async () => {
      const other = newId<SubscriptionId>();
      await queue([queued(2), queued(3, other)], one);
      await queue([queued(4), queued(5)], noon);
      expect(positions(await due(noon))).toEqual([4, 5]);
      expect(positions(await due(two))).toEqual([4, 5, 2, 3]);
      expect(positions(await due(two, [], 3))).toEqual([4, 5, 2]);
      expect(positions(await due(two, [subscription]))).toEqual([3]);
      const it = stores.webhookDeliveries;
      expect(await it.hasDue(organisationId, endpointId, noon)).toBe(true);
      expect(await it.hasDue(organisationId, endpointId, at('2026-11-01T11:59:59Z'))).toBe(false);
      expect(await it.hasDue(newId(), endpointId, two)).toBe(false);
    });

    test('finds what waits of subscriptions up to a position, in the order of the log, due or not', async () => {
      await queue([queued(4), queued(2, newId()), queued(1), queued(3), queued(5)], two);
      await record(failure(3, { state: 'dead' }));
      const wanted = { subscriptionIds: [subscription], upTo: 4 };
      const found = await stores.webhookDeliveries.findWaiting(organisationId, endpointId, wanted);
      expect(positions(found)).toEqual([1, 4]);
    });

    test('postpones, but brings nothing forward', async () => {
      await queue([queued(1), queued(2)], one);
      const waiting = await due(one);
      const it = stores.webhookDeliveries;
      const [first, second] = waiting.map((it) => ({ ...it, nextAttemptAt: two }));
      const early = { ...second, nextAttemptAt: noon } as typeof first;
      await it.postpone(
        organisationId,
        endpointId,
        [first, early].flatMap((it) => (it === undefined ? [] : [it])),
      );
      expect((await list()).map((it) => it.nextAttemptAt)).toEqual([two, one]);
      await it.postpone(organisationId, endpointId, []);
    });

    test('keeps the last ten attempts', async () => {
      await queue([queued(1)]);
      for (let tries = 0; tries < 12; tries += 1) {
        const attempt = attemptAt(noon, { durationMs: tries });
        await record(failure(1, { tries, attempt }));
      }
      const [delivery] = await list();
      expect(delivery?.tries).toBe(12);
      expect(delivery?.attempts.map((it) => it.durationMs)).toEqual([
        2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
      ]);
    });

    test('has a finished one wait for nothing', async () => {
      await queue([queued(1), queued(2)]);
      const thanks = attemptAt(noon, { status: 200, answer: '' });
      const silence = attemptAt(noon, { status: null, failure: 'timed_out', answer: null });
      await record(
        failure(1, { state: 'delivered', attempt: thanks }),
        failure(2, { state: 'dead', attempt: silence }),
      );
      expect(await due(two)).toEqual([]);
      expect(await list()).toMatchObject([
        { state: 'delivered', nextAttemptAt: null, attempts: [thanks] },
        { state: 'dead', nextAttemptAt: null, attempts: [silence] },
      ]);
    });

    test('drops what somebody else has recorded, or what was queued again meanwhile', async () => {
      const events = [queued(1)];
      await queue(events);
      await record(failure(1, { state: 'delivered' }));
      await record(failure(1));
      expect(await list()).toMatchObject([{ state: 'delivered', tries: 1 }]);
      await queueAgain(events, one);
      await record(failure(1, { state: 'dead' }));
      expect(await list()).toMatchObject([
        { state: 'pending', tries: 0, replays: 1, nextAttemptAt: one, attempts: [attemptAt(noon)] },
      ]);
    });

    test('queues again what is there, and for the first time what is not', async () => {
      const events = [queued(1), queued(2)];
      await queue(events.slice(0, 1));
      await record(failure(1, { state: 'dead' }));
      await queueAgain(events, one);
      expect(positions(await due(one))).toEqual([1, 2]);
      const wanted = { subscriptionIds: [subscription], upTo: 2 };
      const found = await stores.webhookDeliveries.findWaiting(organisationId, endpointId, wanted);
      expect(positions(found)).toEqual([1, 2]);
    });

    test('lists page by page, of every state or of one', async () => {
      await queue([9, 10, 11, 100].map((position) => queued(position)));
      await record(failure(10, { state: 'dead' }), failure(100, { state: 'dead' }));
      expect(positions(await list(null, 9, 2))).toEqual([10, 11]);
      expect(positions(await list('dead'))).toEqual([10, 100]);
      expect(positions(await list('dead', 10))).toEqual([100]);
      expect(positions(await list('pending', 0, 1))).toEqual([9]);
    });

    test('keeps endpoints and organisations apart', async () => {
      await queue([queued(1)]);
      const { webhookDeliveries: it } = stores;
      const page = { state: null, after: 0, limit: 10 };
      expect(await it.list(organisationId, newId(), page)).toEqual([]);
      expect(await it.list(newId(), endpointId, page)).toEqual([]);
      await it.record(newId(), endpointId, [failure(1)]);
      await it.removeAll(newId(), endpointId);
      await it.removeAll(organisationId, newId());
      expect(await list()).toMatchObject([{ state: 'pending', tries: 0 }]);
      await it.removeAll(organisationId, endpointId);
      expect(await list()).toEqual([]);
    });
  });

  describe('The log as webhooks read it', () => {
    test('gives single events by their places and by their ids', async () => {
      const row = buildRow();
      const events = [1, 2, 3].map((sequence) => buildEvent(row, { sequence }));
      await stores.events.append(row.organisationId, { after: 0, events });
      const it = stores.webhookEvents;
      expect(await it.findAt(row.organisationId, [3, 1, 9])).toEqual([
        { position: 1, event: events[0] },
        { position: 3, event: events[2] },
      ]);
      expect(await it.findAt(row.organisationId, [])).toEqual([]);
      expect(await it.findAt(newId(), [1])).toEqual([]);
      expect(await it.positionOf(row.organisationId, events[1]?.id ?? newId())).toBe(2);
      expect(await it.positionOf(newId(), events[1]?.id ?? newId())).toBeNull();
    });
  });
}
