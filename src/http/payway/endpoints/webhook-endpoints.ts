import type {
  FindEndpoint,
  ListEndpoints,
  RegisterEndpoint,
  RemoveEndpoint,
  UpdateEndpoint,
} from '../../../application/webhooks/manage-endpoints.js';
import { eventTypes } from '../../../application/webhooks/event-types.js';
import { parseId, toId, type WebhookEndpointId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { booleanField, optional, textField, wordsField } from '../fields.js';
import { unknownWebhookEndpoint } from '../problems/not-found.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { urlProblem } from '../problems/webhook-problems.js';
import { itemOf, itemsOf } from '../schemas.js';
import {
  newWebhookEndpointSchema,
  toWebhookEndpointItem,
  webhookEndpointSchema,
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
const scope = '/external/webhook/w';

const types = wordsField('types', eventTypes);
const enabled = booleanField('enabled');
const registerFields = [textField('url', 2_048), types, enabled] as const;
const updateFields = [textField('url', 2_048, optional), types, enabled] as const;

const list = {
  name: 'listWebhookEndpoints',
  summary: 'Where events are sent',
  method: 'get',
  path: all,
  scope,
  answer: { status: 200, schema: itemsOf(webhookEndpointSchema) },
  refusals: [],
} as const satisfies PaywayDescription;

const register = {
  name: 'registerWebhookEndpoint',
  summary: 'Have events sent from now on; the secret that signs them is told this once',
  method: 'post',
  path: all,
  scope,
  body: registerFields,
  keeps: 'in_record',
  answer: { status: 201, schema: itemOf(newWebhookEndpointSchema) },
  refusals: ['too_many_webhook_endpoints'],
} as const satisfies PaywayDescription;

const find = {
  name: 'findWebhookEndpoint',
  summary: 'One of the addresses that events are sent to',
  method: 'get',
  path: one,
  scope,
  answer: { status: 200, schema: itemOf(webhookEndpointSchema) },
  refusals: [],
} as const satisfies PaywayDescription;

const update = {
  name: 'updateWebhookEndpoint',
  summary: 'Change where events are sent, which, or whether; what is left out stays',
  method: 'put',
  path: one,
  scope,
  body: updateFields,
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf(webhookEndpointSchema) },
  refusals: [],
} as const satisfies PaywayDescription;

const remove = {
  name: 'removeWebhookEndpoint',
  summary: 'Send nothing more, and forget what waits',
  method: 'delete',
  path: one,
  scope,
  keeps: 'in_record',
  answer: { status: 204, schema: null },
  refusals: [],
} as const satisfies PaywayDescription;

/** Where events are sent (spec/payway-api.md §6). */
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
      types: body.types ?? null,
      enabled: body.enabled ?? true,
      chosenId: chosenId === null ? null : toId<WebhookEndpointId>(chosenId),
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
