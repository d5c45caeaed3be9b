import { describe, expect, test } from '@jest/globals';
import type { WaitingDelivery } from '../../../../src/application/ports/webhook-delivery-store.js';
import type {
  WebhookAnswer,
  WebhookMessage,
} from '../../../../src/application/ports/webhook-sender.js';
import {
  attemptDelivery,
  resultForRemovedEvent,
} from '../../../../src/application/webhooks/attempt-delivery.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const startedAt = at('2026-11-01T12:00:00Z');
const event = buildEvent(buildRow());
const delivery: WaitingDelivery = {
  ...{ position: 4, eventId: event.id, eventType: event.type },
  ...{ subscriptionId: event.subscriptionId, state: 'failed', tries: 2, replays: 1 },
  nextAttemptAt: startedAt,
};
const secrets = [
  { secret: 'whsec_b', expiresAt: null, chosenId: null },
  { secret: 'whsec_old', expiresAt: startedAt, chosenId: null },
];

/** One try that the receiver answers so, 7 ms after it was sent. */
async function attempt(answer: WebhookAnswer) {
  const sent: WebhookMessage[] = [];
  const times = [startedAt, toInstant(startedAt + 7)];
  const deps = {
    sender: {
      send: (message: WebhookMessage) => {
        sent.push(message);
        return Promise.resolve(answer);
      },
    },
    clock: { now: () => times.shift() ?? startedAt },
    random: () => 0,
  };
  const endpoint = { url: 'https://receiver.test/', secrets };
  const { signal } = new AbortController();
  const asked = { endpoint, delivery, event, zone: stockholm, signal };
  return { sent, attempted: await attemptDelivery(deps, asked) };
}
const answered = (status: number, retryAfter: string | null = null): WebhookAnswer => ({
  kind: 'answered',
  status,
  retryAfter,
  text: 'said',
});

describe('A try to deliver', () => {
  test('sends the described event, signed with what is valid', async () => {
    const { sent } = await attempt(answered(204));
    const [message] = sent;
    expect(message).toMatchObject({
      ...{ url: 'https://receiver.test/', secrets: ['whsec_b'], eventId: event.id, at: startedAt },
    });
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      type: 'user_product_renewed',
      timestamp: '2026-05-01T02:00:00+02:00',
      data: { id: event.id },
    });
  });

  test('that succeeds is told with what was answered, and how long it took', async () => {
    const { attempted } = await attempt(answered(204));
    expect(attempted).toEqual({
      outcome: {
        ...{ position: 4, tries: 2, replays: 1, state: 'delivered' },
        attempt: { at: startedAt, status: 204, failure: null, durationMs: 7, answer: 'said' },
      },
      isGone: false,
      isSilent: false,
      pausedUntil: null,
    });
  });

  test('that fails is to be tried again later', async () => {
    const { attempted } = await attempt(answered(500));
    expect(attempted?.outcome).toMatchObject({ state: 'failed', attempt: { status: 500 } });
    const { attempted: silent } = await attempt({ kind: 'failed', failure: 'timed_out' });
    expect(silent).toMatchObject({
      isSilent: true,
      outcome: { state: 'failed', attempt: { status: null, failure: 'timed_out', answer: null } },
    });
  });

  test('may learn that the receiver is gone, or wants its rest', async () => {
    expect((await attempt(answered(410))).attempted?.isGone).toBe(true);
    const { attempted } = await attempt(answered(429, '60'));
    expect(attempted?.pausedUntil).toBe(startedAt + 7 + 60_000);
  });

  test('that we broke off comes to nothing', async () => {
    expect((await attempt({ kind: 'given_up' })).attempted).toBeNull();
  });

  test('of an event that the log has no more ends at once', () => {
    expect(resultForRemovedEvent({ clock: { now: () => startedAt } }, delivery)).toMatchObject({
      outcome: { state: 'dead', attempt: { at: startedAt, failure: 'event_removed' } },
      isGone: false,
    });
  });
});
