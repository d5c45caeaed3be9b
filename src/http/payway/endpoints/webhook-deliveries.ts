import type { ListDeliveries } from '../../../application/webhooks/list-deliveries.js';
import type { ReplayEvents } from '../../../application/webhooks/replay-events.js';
import {
  type RotateWebhookSecret,
  usualOverlapHours,
} from '../../../application/webhooks/webhook-secrets.js';
import { type EventId, parseId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { withDefault } from '../../core/field-rule.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { limitOf, readPosition, toCursor } from '../cursor.js';
import { idField, optional, pageFields, wordField } from '../fields.js';
import { unknownEvent, unknownWebhookEndpoint } from '../problems/not-found.js';
import { unreadableCursor } from '../problems/parameter-problems.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { itemOf, pageOf } from '../schemas.js';
import {
  deliveryShape,
  deliveryStates,
  toWebhookDeliveryItem,
  webhookReplayShape,
  webhookSecretShape,
} from '../webhook-shapes.js';
import { endpointIdOf } from './webhook-endpoints.js';

export type WebhookDeliveriesDeps = {
  readonly rotateWebhookSecret: RotateWebhookSecret;
  readonly replayEvents: ReplayEvents;
  readonly listDeliveries: ListDeliveries;
};

const one = '/external/api/v1/webhook_endpoints/{id}';
const tag = 'Webhooks';
const scope = '/external/webhook/w';

const overlapHours = {
  name: 'overlap_hours',
  ...optional,
  type: 'integer',
  minimum: 0,
  maximum: 168,
} as const;

const rotate = {
  name: 'rotateWebhookSecret',
  summary: 'Rotate the secret of a webhook endpoint',
  description:
    'Makes a new secret, which is told this once. The old one signs as well for `overlap_hours`, 24 where they are ' +
    'left out.',
  tag,
  method: 'post',
  path: `${one}/rotate_secret`,
  scope,
  body: [withDefault(overlapHours, usualOverlapHours)],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('WebhookSecretAnswer', webhookSecretShape) },
  refusals: [],
} as const satisfies PaywayDescription;

const replay = {
  name: 'replayWebhookEvents',
  summary: 'Send events once more',
  description:
    'Sends the events after one event and before another once more, neither of these included; both are optional.',
  tag,
  method: 'post',
  path: `${one}/replay`,
  scope,
  body: [idField('after', optional), idField('before', optional)],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('WebhookReplayAnswer', webhookReplayShape) },
  refusals: ['replay_too_large'],
} as const satisfies PaywayDescription;

const list = {
  name: 'listWebhookDeliveries',
  summary: 'List the deliveries of a webhook endpoint',
  description: 'What was sent to an endpoint and what came of it, in the order of the log.',
  tag,
  method: 'get',
  path: `${one}/deliveries`,
  scope,
  query: [...pageFields, wordField('state', deliveryStates, optional)],
  answer: { status: 200, schema: pageOf('DeliveryList', deliveryShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** Sending again, and what came of it (docs/spec/payway-api.md §6). */
export function makeWebhookDeliveryEndpoints(deps: WebhookDeliveriesDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(rotate, async ({ body, params, caller: { organisationId }, chosenId }) => {
      const id = endpointIdOf(params);
      if (id === null) return unknownWebhookEndpoint;
      const asked = { organisationId, id, overlapHours: body.overlap_hours, chosenId };
      const result = await deps.rotateWebhookSecret(asked);
      if (!result.ok) return unknownWebhookEndpoint;
      return { status: 200, body: { item: { secret: result.secret } } };
    }),
    makeEndpoint(replay, async ({ body, params, caller: { organisationId } }) => {
      const id = endpointIdOf(params);
      if (id === null) return unknownWebhookEndpoint;
      const range = { after: eventIdOf(body.after), before: eventIdOf(body.before) };
      const result = await deps.replayEvents({ organisationId, id, ...range });
      if (result.ok) return { status: 200, body: { item: { queued: result.queued } } };
      return replayProblems[result.failure];
    }),
    makeEndpoint(list, async ({ query, params, caller: { organisationId } }) => {
      const id = endpointIdOf(params);
      const after = readPosition(query.after);
      if (after === null) return unreadableCursor;
      if (id === null) return unknownWebhookEndpoint;
      const state = query.state ?? null;
      const page = { state, after, limit: limitOf(query) };
      const result = await deps.listDeliveries({ organisationId, id, ...page });
      if (!result.ok) return unknownWebhookEndpoint;
      const items = result.deliveries.map(toWebhookDeliveryItem);
      const next = result.next === null ? null : toCursor(String(result.next));
      return { status: 200, body: { items, next } };
    }),
  ];
}

const replayProblems = {
  unknown_endpoint: unknownWebhookEndpoint,
  unknown_event: unknownEvent,
  replay_too_large: refusedBy('replay_too_large'),
} as const;

function eventIdOf(sent: string | undefined): EventId | null {
  return sent === undefined ? null : parseId<EventId>(sent);
}
