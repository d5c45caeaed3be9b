import type { DomainEvent } from '../../domain/user-product/event-side.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { describeEvent } from '../events/describe-event.js';
import type { Clock, Random } from '../ports/surroundings.js';
import type {
  DeliveryOutcome,
  WaitingDelivery,
  WebhookAttempt,
} from '../ports/webhook-delivery-store.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { WebhookAnswer, WebhookSender } from '../ports/webhook-sender.js';
import { afterFailure, requestedPause, isGone, isSuccess } from './retry-schedule.js';
import { validSecrets } from './webhook-secrets.js';

export type AttemptDeps = {
  readonly sender: WebhookSender;
  readonly clock: Clock;
  readonly random: Random;
};

export type DeliveryAttempt = {
  readonly endpoint: Pick<WebhookEndpoint, 'url' | 'secrets'>;
  readonly delivery: WaitingDelivery;
  readonly event: DomainEvent;
  readonly zone: TimeZone;
  readonly signal: AbortSignal;
};

/** What came of an attempt, for the delivery and for the endpoint. Null: it was aborted, and nothing came of it. */
export type AttemptResult = {
  readonly outcome: DeliveryOutcome;
  /** The receiver wants nothing any more. */
  readonly isGone: boolean;
  /** It did not answer at all: whatever else is sent to it now will wait as long. */
  readonly isSilent: boolean;
  /** When it asked us to come back, with anything. */
  readonly pausedUntil: Instant | null;
};

/** Sends one event once, and says what becomes of it. A receiver that is gone leaves its delivery untried. */
export async function attemptDelivery(
  { sender, clock, random }: AttemptDeps,
  { endpoint, delivery, event, zone, signal }: DeliveryAttempt,
): Promise<AttemptResult | null> {
  const startedAt = clock.now();
  const message = {
    url: endpoint.url,
    secrets: validSecrets(endpoint.secrets, startedAt),
    eventId: event.id,
    at: startedAt,
    body: bodyOf(event, zone),
  };
  const answer = await sender.send(message, signal);
  if (answer.kind === 'given_up') return null;
  const now = clock.now();
  const attempt = attemptOf(answer, startedAt, now);
  const pausedUntil = requestedPause(answer, now);
  const { position, tries, replays } = delivery;
  const next = isSuccess(answer)
    ? ({ state: 'delivered' } as const)
    : afterFailure({ tries, now, notBefore: pausedUntil, chance: random() });
  return {
    outcome: { position, tries, replays, attempt, ...next },
    isGone: isGone(answer),
    isSilent: answer.kind === 'failed',
    pausedUntil,
  };
}

/** An event that the log keeps no more cannot be sent: what waits for it must not wait for ever. */
export function resultForRemovedEvent(
  { clock }: Pick<AttemptDeps, 'clock'>,
  { position, tries, replays }: WaitingDelivery,
): AttemptResult {
  const none = { status: null, durationMs: 0, answer: null };
  const attempt = { at: clock.now(), failure: 'event_removed', ...none } as const;
  return {
    outcome: { position, tries, replays, attempt, state: 'dead' },
    isGone: false,
    isSilent: false,
    pausedUntil: null,
  };
}

/** As Standard Webhooks proposes: the type and the effective instant stand outside, for receivers that only route. */
function bodyOf(event: DomainEvent, zone: TimeZone): string {
  return JSON.stringify({
    type: event.type,
    timestamp: formatInstant(event.occurredAt, zone),
    data: describeEvent(event, zone),
  });
}

function attemptOf(
  answer: Exclude<WebhookAnswer, { kind: 'given_up' }>,
  at: Instant,
  now: Instant,
): WebhookAttempt {
  const taken = { at, durationMs: Math.max(0, now - at) };
  return answer.kind === 'answered'
    ? { ...taken, status: answer.status, failure: null, answer: answer.text }
    : { ...taken, status: null, failure: answer.failure, answer: null };
}
