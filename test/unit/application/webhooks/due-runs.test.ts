import { expect, test } from '@jest/globals';
import type { WaitingDelivery } from '../../../../src/application/ports/webhook-delivery-store.js';
import { dueRuns } from '../../../../src/application/webhooks/due-runs.js';
import type { EventId, SubscriptionId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { idOf } from '../../../support/domain/id-of.js';

const now = toInstant(1_000);

/** The delivery at that position, of that subscription, due then. */
const waiting = (position: number, subscription: number, dueAt = 0): WaitingDelivery => ({
  position,
  eventId: idOf<EventId>(position),
  eventType: 'user_product_renewed',
  subscriptionId: idOf<SubscriptionId>(subscription),
  state: 'pending',
  tries: 0,
  replays: 0,
  nextAttemptAt: toInstant(dueAt),
});

const positions = (all: readonly WaitingDelivery[]) => all.map((it) => it.position);

test('of each subscription goes what is due, in the order of the log', () => {
  const { runs, postponed } = dueRuns([waiting(1, 7), waiting(2, 8), waiting(3, 7)], now);
  expect(runs.map((it) => positions(it.deliveries))).toEqual([[1, 3], [2]]);
  expect(postponed).toEqual([]);
});

test('what is due behind something that is not waits as long as that', () => {
  const all = [waiting(1, 7, 5_000), waiting(2, 7), waiting(3, 8), waiting(4, 7, 9_000)];
  const { runs, postponed } = dueRuns(all, now);
  expect(runs.map((it) => positions(it.deliveries))).toEqual([[3]]);
  expect(postponed).toEqual([waiting(2, 7, 5_000)]);
});

test('what goes before it does not wait', () => {
  const all = [waiting(1, 7, 1_000), waiting(2, 7, 1_001), waiting(3, 7, 1_000)];
  const { runs, postponed } = dueRuns(all, now);
  expect(runs.map((it) => positions(it.deliveries))).toEqual([[1]]);
  expect(positions(postponed)).toEqual([3]);
});
