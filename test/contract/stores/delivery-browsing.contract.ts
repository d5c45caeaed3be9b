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

/** What whoever looks through deliveries may rely on of any `WebhookDeliveryStore`. */
export function deliveryBrowsingContract(open: OpenStores): void {
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

  describe('A store of webhook deliveries that somebody looks through', () => {
    const queued = (position: number): QueuedEvent => ({
      position,
      eventId: newId(),
      eventType: 'user_product_renewed',
      subscriptionId: newId<SubscriptionId>(),
    });
    const queue = (events: readonly QueuedEvent[]) =>
      stores.webhookDeliveries.queue(organisationId, endpointId, { events, now: noon });
    const record = (...outcomes: readonly DeliveryOutcome[]) =>
      stores.webhookDeliveries.record(organisationId, endpointId, outcomes);
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

    test('lists against the order of the log, of every state or of one', async () => {
      await queue([9, 10, 11, 100].map((position) => queued(position)));
      await record(failure(10, { state: 'dead' }));
      const back = (state: WebhookDeliveryState | null, before: number, limit: number) =>
        stores.webhookDeliveries.listBack(organisationId, endpointId, { state, before, limit });
      expect(positions(await back(null, Number.MAX_SAFE_INTEGER, 3))).toEqual([100, 11, 10]);
      expect(positions(await back(null, 11, 10))).toEqual([10, 9]);
      expect(positions(await back('pending', 100, 10))).toEqual([11, 9]);
      expect(positions(await back('dead', 10, 10))).toEqual([]);
    });

    test('tells what was tried within a time, the latest first, by the last try of each', async () => {
      await queue([1, 2, 3, 4].map((position) => queued(position)));
      await record(
        failure(1, { attempt: attemptAt(one) }),
        failure(3, { attempt: attemptAt(one) }),
      );
      await record(failure(2, { state: 'delivered', attempt: attemptAt(noon) }));
      await record(failure(1, { tries: 1, state: 'dead', attempt: attemptAt(two) }));
      const { webhookDeliveries: it } = stores;
      const tried = (edits: Partial<Parameters<typeof it.listTried>[2]> = {}) =>
        it.listTried(organisationId, endpointId, {
          ...{ from: noon, to: at('2026-11-02T00:00:00Z'), behind: null, limit: 10 },
          ...edits,
        });
      expect(positions(await tried())).toEqual([1, 3, 2]);
      expect(positions(await tried({ limit: 2 }))).toEqual([1, 3]);
      expect(positions(await tried({ to: two }))).toEqual([3, 2]);
      expect(positions(await tried({ from: one }))).toEqual([1, 3]);
      expect(positions(await tried({ behind: { triedAt: one, position: 4 } }))).toEqual([3, 2]);
      expect(positions(await tried({ behind: { triedAt: one, position: 3 } }))).toEqual([2]);
      const since = {
        endpointIds: [newId<WebhookEndpointId>(), endpointId],
        since: one,
        limit: 10,
      };
      expect(await it.triedSince(organisationId, since)).toEqual([
        { endpointId, position: 1, state: 'dead', triedAt: two },
        { endpointId, position: 3, state: 'failed', triedAt: one },
      ]);
      expect(await it.triedSince(organisationId, { ...since, limit: 1 })).toHaveLength(1);
      expect(await it.triedSince(newId(), since)).toEqual([]);
      expect(await it.triedSince(organisationId, { ...since, endpointIds: [newId()] })).toEqual([]);
    });

    test('tells the oldest that is not finished of some endpoints', async () => {
      const other = newId<WebhookEndpointId>();
      await queue([1, 3, 5].map((position) => queued(position)));
      const { webhookDeliveries: it } = stores;
      await it.queue(organisationId, other, { events: [queued(2), queued(4)], now: noon });
      await record(failure(1, { state: 'delivered' }), failure(5));
      const asked = { endpointIds: [endpointId, other], limit: 3 };
      expect(await it.oldestWaiting(organisationId, asked)).toEqual([
        { endpointId: other, position: 2 },
        { endpointId, position: 3 },
        { endpointId: other, position: 4 },
      ]);
      const alone = { endpointIds: [endpointId], limit: 9 };
      expect(positions(await it.oldestWaiting(organisationId, alone))).toEqual([3, 5]);
      expect(await it.oldestWaiting(newId(), asked)).toEqual([]);
    });

    test('counts what was given up of some endpoints of an organisation, up to a limit', async () => {
      await queue([1, 2, 3].map((position) => queued(position)));
      await record(failure(1, { state: 'dead' }), failure(2, { state: 'dead' }), failure(3));
      const { webhookDeliveries: it } = stores;
      const dead = (endpointIds: readonly WebhookEndpointId[], limit = 9) =>
        it.countDead(organisationId, { endpointIds, limit });
      expect(await dead([newId(), endpointId])).toBe(2);
      expect(await dead([endpointId], 1)).toBe(1);
      expect([await dead([newId()]), await dead([])]).toEqual([0, 0]);
      expect(await it.countDead(newId(), { endpointIds: [endpointId], limit: 9 })).toBe(0);
    });
  });
}
