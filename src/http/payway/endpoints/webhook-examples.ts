import { eventTypes } from '../../../application/webhooks/event-types.js';
import type { SendExample } from '../../../application/webhooks/send-example.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { wordField } from '../fields.js';
import { unknownWebhookEndpoint } from '../problems/not-found.js';
import { itemOf } from '../schemas.js';
import { toWebhookAttempt, webhookAttemptShape } from '../webhook-shapes.js';
import { endpointIdOf } from './webhook-endpoints.js';

export type WebhookExamplesDeps = { readonly sendExample: SendExample };

const example = {
  name: 'sendWebhookExample',
  summary: 'Send an example event',
  description:
    'Sends one made-up event of a type to this endpoint alone, signed as all are and with `"example": true` beside its ' +
    'type, and tells what the receiver said. It is in no log and is not tried again. An endpoint that is disabled, or ' +
    'does not want that type, gets it too.',
  tag: 'Webhooks',
  method: 'post',
  path: '/external/api/v1/webhook_endpoints/{id}/example',
  scope: '/external/webhook/w',
  body: [wordField('type', eventTypes)],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('WebhookExampleAnswer', webhookAttemptShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** Trying an endpoint out (docs/spec/payway-api.md §6). */
export function makeWebhookExampleEndpoints({
  sendExample,
}: WebhookExamplesDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(example, async ({ body, params, caller: { organisationId } }) => {
      const id = endpointIdOf(params);
      if (id === null) return unknownWebhookEndpoint;
      const result = await sendExample({ organisationId, id, type: body.type });
      if (!result.ok) return unknownWebhookEndpoint;
      return { status: 200, body: { item: toWebhookAttempt(result.attempt) } };
    }),
  ];
}
