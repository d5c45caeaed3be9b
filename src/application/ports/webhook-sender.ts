import type { EventId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

export type WebhookMessage = {
  readonly url: string;
  /** All that are valid: the message is signed with each. */
  readonly secrets: readonly string[];
  readonly eventId: EventId;
  readonly at: Instant;
  readonly body: string;
};

/** Why there is no answer. `answer_broken`: it began and was cut off, so nobody knows what it would have said. */
export type WebhookFailure =
  'timed_out' | 'connection_failed' | 'answer_broken' | 'host_not_found' | 'address_not_allowed';

export type WebhookAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      /** Its first 1 kB, as text. */
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly failure: WebhookFailure }
  /** We broke off ourselves. It says nothing about the receiver. */
  | { readonly kind: 'given_up' };

/** Sends one signed message and waits for the answer, never longer than its time-out. Throws nothing. */
export type WebhookSender = {
  send(message: WebhookMessage, signal: AbortSignal): Promise<WebhookAnswer>;
};

/** Why nothing may be sent to a URL. `address_not_allowed`: an address of its host is not on the public internet. */
export type WebhookUrlFault =
  | 'url_too_long'
  | 'url_malformed'
  | 'url_not_https'
  | 'url_with_credentials'
  | 'host_not_found'
  | 'address_not_allowed';

/** Whether something may be sent to a URL as things are now; `url` is its normal form. */
export type WebhookUrlGuard = {
  check(
    raw: string,
  ): Promise<
    | { readonly ok: true; readonly url: string }
    | { readonly ok: false; readonly failure: WebhookUrlFault }
  >;
};
