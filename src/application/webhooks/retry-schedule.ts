import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { DeliveryOutcome } from '../ports/webhook-delivery-store.js';
import type { WebhookAnswer } from '../ports/webhook-sender.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Pauses after the first, second … failure, as Standard Webhooks proposes: 75.6 hours in all, then it is given up. */
const pauses: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
/** Up to so much of a pause is added by chance, so that what failed together does not come back together. */
const jitter = 0.2;
/** A receiver may ask for a pause, but not for good. */
const longestRequestedPauseMs = 24 * hour;

export type Retry = {
  /** Failures before this one. */
  readonly tries: number;
  readonly now: Instant;
  /** When the receiver asked us to come back, if it did. */
  readonly notBefore: Instant | null;
  /** In [0, 1). */
  readonly chance: number;
};

/**
 * What becomes of a delivery that has just failed. Never earlier than the receiver asked for. Example: the first
 * failure at 12:00:00 with a chance of 0.5 is tried again at 12:00:05.5; the tenth makes it dead.
 */
export function afterFailure({ tries, now, notBefore, chance }: Retry): NextState {
  const pause = pauses[tries];
  if (pause === undefined) return { state: 'dead' };
  const planned = toInstant(now + Math.round(pause * (1 + jitter * chance)));
  const isLater = notBefore !== null && notBefore > planned;
  return { state: 'failed', nextAttemptAt: isLater ? notBefore : planned };
}

type NextState =
  | { readonly state: 'dead' }
  | Pick<Extract<DeliveryOutcome, { state: 'failed' }>, 'state' | 'nextAttemptAt'>;

/**
 * `Retry-After` as seconds or as a date, at most a day ahead; null where there is none, none that can be read, or one
 * that is over. It is heard with a failure only: RFC 9110 knows it with 503 and 3xx, RFC 6585 with 429.
 */
export function requestedPause(answer: WebhookAnswer, now: Instant): Instant | null {
  if (answer.kind !== 'answered' || isSuccess(answer)) return null;
  const raw = answer.retryAfter?.trim() ?? '';
  const at = /^\d{1,9}$/.test(raw) ? now + Number(raw) * second : Date.parse(raw);
  if (!Number.isFinite(at) || at <= now) return null;
  return toInstant(Math.min(at, now + longestRequestedPauseMs));
}

/** Only 2xx is: a redirect is not followed, so nobody has taken the event. */
export function isSuccess(answer: WebhookAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** The receiver wants no more of it, ever. */
export function isGone(answer: WebhookAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 410;
}
