import type { EventType } from '../../domain/events/domain-event.js';
import {
  type EventId,
  type OrganisationId,
  toId,
  type WebhookEndpointId,
} from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import { describeEvent } from '../events/describe-event.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { WebhookAttempt } from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { WebhookAnswer, WebhookSender } from '../ports/webhook-sender.js';
import { exampleEvent } from './example-event.js';
import { validSecrets } from './webhook-secrets.js';

/** What came of it; an endpoint that is disabled gets its example too. */
export type SendExample = (command: {
  readonly organisationId: OrganisationId;
  readonly id: WebhookEndpointId;
  readonly type: EventType;
}) => Promise<
  | { readonly ok: true; readonly attempt: WebhookAttempt }
  | { readonly ok: false; readonly failure: 'unknown_endpoint' }
>;

export type SendExampleDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find'>;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly sender: WebhookSender;
  readonly ids: IdSource;
  /** Real time. */
  readonly clock: Clock;
  /** How long whoever asks waits for the receiver. */
  readonly exampleTimeoutMs: number;
};

const unknownEndpoint = { ok: false, failure: 'unknown_endpoint' } as const;

/**
 * Sends one made-up event to one endpoint, signed as all are. It says `"example": true` beside its type, has an id that no
 * other has, and stands in no log: nothing is tried again, and nothing follows from the answer.
 */
export function makeSendExample(deps: SendExampleDeps): SendExample {
  const { webhookEndpoints, organisations, sender, ids, clock } = deps;
  return async ({ organisationId, id, type }) => {
    const endpoint = await webhookEndpoints.find(organisationId, id);
    const organisation = await organisations.find(organisationId);
    if (endpoint === null || organisation === null) return unknownEndpoint;
    const { timeZone: zone, currency } = organisation;
    const at = clock.now();
    const eventId = toId<EventId>(ids.next());
    const event = exampleEvent({ type, id: eventId, organisationId, now: at, zone, currency });
    const timestamp = formatInstant(at, zone);
    const data = describeEvent(event, zone);
    const body = JSON.stringify({ type, timestamp, example: true, data });
    const secrets = validSecrets(endpoint.secrets, at);
    const message = { url: endpoint.url, secrets, eventId, at, body };
    const answer = await sender.send(message, AbortSignal.timeout(deps.exampleTimeoutMs));
    const durationMs = Math.max(0, clock.now() - at);
    return { ok: true, attempt: { at, durationMs, ...outcomeOf(answer) } };
  };
}

/** Given up, because it took longer than anybody waits here: it has timed out. */
function outcomeOf(answer: WebhookAnswer): Pick<WebhookAttempt, 'status' | 'failure' | 'answer'> {
  if (answer.kind === 'answered') {
    return { status: answer.status, failure: null, answer: answer.text };
  }
  const failure = answer.kind === 'failed' ? answer.failure : 'timed_out';
  return { status: null, failure, answer: null };
}
