import type {
  FindEndpoint,
  ListEndpoints,
  RegisterEndpoint,
  RemoveEndpoint,
  UpdateEndpoint,
} from '../../../application/webhooks/manage-endpoints.js';
import { eventTypes } from '../../../application/webhooks/event-types.js';
import { parseId, toIdOrNull, type WebhookEndpointId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { withDefault } from '../../core/field-rule.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { addressField, booleanField, optional, wordsField } from '../fields.js';
import { unknownWebhookEndpoint } from '../problems/not-found.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { urlProblem } from '../problems/webhook-problems.js';
import { itemOf, itemsOf } from '../schemas.js';
import {
  newWebhookEndpointShape,
  toWebhookEndpointItem,
  webhookEndpointShape,
} from '../webhook-shapes.js';

export type WebhookEndpointsDeps = {
  readonly registerEndpoint: RegisterEndpoint;
  readonly listEndpoints: ListEndpoints;
  readonly findEndpoint: FindEndpoint;
  readonly updateEndpoint: UpdateEndpoint;
  readonly removeEndpoint: RemoveEndpoint;
};

const all = '/external/api/v1/webhook_endpoints';
const one = `${all}/{id}`;
const tag = 'Webhooks';
const scope = '/external/webhook/w';

const types = wordsField('types', eventTypes);
const enabled = booleanField('enabled');
const endpointAnswer = itemOf('WebhookEndpointAnswer', webhookEndpointShape);
const registerFields = [
  addressField('url'),
  withDefault(types, null),
  withDefault(enabled, true),
] as const;
const updateFields = [addressField('url', optional), types, enabled] as const;

const list = {
  name: 'listWebhookEndpoints',
  summary: 'List webhook endpoints',
  description: 'All addresses that events are sent to.',
  tag,
  method: 'get',
  path: all,
  scope,
  answer: { status: 200, schema: itemsOf('WebhookEndpointList', webhookEndpointShape) },
  refusals: [],
} as const satisfies PaywayDescription;

const register = {
  name: 'registerWebhookEndpoint',
  summary: 'Register a webhook endpoint',
  description: 'Has events sent from now on; the secret that signs them is told this once.',
  tag,
  method: 'post',
  path: all,
  scope,
  body: registerFields,
  keeps: 'in_record',
  answer: { status: 201, schema: itemOf('NewWebhookEndpointAnswer', newWebhookEndpointShape) },
  refusals: ['too_many_webhook_endpoints'],
} as const satisfies PaywayDescription;

const find = {
  name: 'findWebhookEndpoint',
  summary: 'Find a webhook endpoint',
  description: 'One of the addresses that events are sent to.',
  tag,
  method: 'get',
  path: one,
  scope,
  answer: { status: 200, schema: endpointAnswer },
  refusals: [],
} as const satisfies PaywayDescription;

const update = {
  name: 'updateWebhookEndpoint',
  summary: 'Update a webhook endpoint',
  description: 'Changes where events are sent, which, or whether; what is left out stays as it is.',
  tag,
  method: 'put',
  path: one,
  scope,
  body: updateFields,
  keeps: 'in_record',
  answer: { status: 200, schema: endpointAnswer },
  refusals: [],
} as const satisfies PaywayDescription;

const remove = {
  name: 'removeWebhookEndpoint',
  summary: 'Remove a webhook endpoint',
  description: 'Sends nothing more there, and forgets what waits.',
  tag,
  method: 'delete',
  path: one,
  scope,
  keeps: 'in_record',
  answer: { status: 204, schema: null },
  refusals: [],
} as const satisfies PaywayDescription;

/** Where events are sent (docs/spec/payway-api.md §6). */
export function makeWebhookEndpoints(deps: WebhookEndpointsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(list, async ({ caller: { organisationId } }) => {
      const items = (await deps.listEndpoints(organisationId)).map(toWebhookEndpointItem);
      return { status: 200, body: { items } };
    }),
    makeRegister(deps),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const id = endpointIdOf(params);
      const result = id === null ? null : await deps.findEndpoint({ organisationId, id });
      if (!result?.ok) return unknownWebhookEndpoint;
      return { status: 200, body: { item: toWebhookEndpointItem(result.endpoint) } };
    }),
    makeUpdate(deps),
    makeEndpoint(remove, async ({ params, caller: { organisationId } }) => {
      const id = endpointIdOf(params);
      const result = id === null ? null : await deps.removeEndpoint({ organisationId, id });
      return result?.ok ? { status: 204, body: null } : unknownWebhookEndpoint;
    }),
  ];
}

function makeRegister({ registerEndpoint }: WebhookEndpointsDeps): PaywayEndpoint {
  return makeEndpoint(register, async ({ body, caller: { organisationId }, chosenId }) => {
    const result = await registerEndpoint({
      organisationId,
      url: body.url,
      types: body.types,
      enabled: body.enabled,
      chosenId: toIdOrNull<WebhookEndpointId>(chosenId),
    });
    if (result.ok) {
      const { endpoint, secret } = result;
      return { status: 201, body: { item: { ...toWebhookEndpointItem(endpoint), secret } } };
    }
    return result.failure === 'too_many_endpoints'
      ? refusedBy('too_many_webhook_endpoints')
      : urlProblem(result.failure);
  });
}

function makeUpdate({ updateEndpoint }: WebhookEndpointsDeps): PaywayEndpoint {
  return makeEndpoint(update, async ({ body, params, caller: { organisationId } }) => {
    const id = endpointIdOf(params);
    if (id === null) return unknownWebhookEndpoint;
    const result = await updateEndpoint({ organisationId, id, ...body });
    if (result.ok) return { status: 200, body: { item: toWebhookEndpointItem(result.endpoint) } };
    return result.failure === 'unknown_endpoint'
      ? unknownWebhookEndpoint
      : urlProblem(result.failure);
  });
}

/** Null where it cannot be one. */
export function endpointIdOf({ id }: { readonly id: string }): WebhookEndpointId | null {
  return parseId<WebhookEndpointId>(id);
}
