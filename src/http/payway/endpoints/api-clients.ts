import { z } from 'zod';
import type {
  DelegateClient,
  RotateDelegatedSecret,
} from '../../../application/authorization/delegate-clients.js';
import type {
  ListClients,
  SwitchClient,
} from '../../../application/authorization/manage-clients.js';
import { toClientId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { withDefault } from '../../core/field-rule.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { optional, textField } from '../fields.js';
import { unknownClient } from '../problems/not-found.js';
import { parameterProblem } from '../problems/parameter-problems.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { itemOf, itemsOf } from '../schemas.js';

export type ApiClientsDeps = {
  readonly listClients: ListClients;
  readonly delegateClient: DelegateClient;
  readonly rotateDelegatedSecret: RotateDelegatedSecret;
  readonly disableClient: SwitchClient;
  readonly enableClient: SwitchClient;
};

const all = '/external/api/v1/api_clients';
const tag = 'API clients';
const scope = '/external/client/w';

/** What OAuth allows in one (RFC 6749 appendix A.1). */
const clientId = {
  name: 'client_id',
  required: true,
  type: 'string',
  maxLength: 255,
  pattern: /^[\x20-\x7e]+$/,
  printedPattern: '/^[\\x20-\\x7e]+$/',
} as const;
/** A scope token, RFC 6749 §3.3. */
const scopes = {
  name: 'scopes',
  required: true,
  type: 'strings',
  maxItems: 50,
  maxLength: 100,
  pattern: /^[\x21\x23-\x5b\x5d-\x7e]+$/,
  printedPattern: '/^[\\x21\\x23-\\x5b\\x5d-\\x7e]+$/',
} as const;
const provisionService = withDefault(textField('provision_service', 50, optional), 'tulo');

const clientShape = z
  .strictObject({
    client_id: z.string(),
    scopes: z.array(z.string()),
    provision_service: z.string(),
    enabled: z.boolean(),
  })
  .meta({ id: 'ApiClient', description: 'Who may get tokens for this API' });
const secretShape = z
  .strictObject({
    client_id: z.string(),
    secret: z.string().meta({ description: 'What it signs in with; it is told this once' }),
  })
  .meta({ id: 'ApiClientSecret' });
const switchedShape = z
  .strictObject({ client_id: z.string(), enabled: z.boolean() })
  .meta({ id: 'SwitchedApiClient' });

const list = {
  name: 'listApiClients',
  summary: 'List API clients',
  description: 'Who may get tokens, and for what. Secrets are never told again.',
  tag,
  method: 'get',
  path: all,
  scope,
  answer: { status: 200, schema: itemsOf('ApiClientList', clientShape) },
  refusals: [],
} as const satisfies PaywayDescription;

const add = {
  name: 'addApiClient',
  summary: 'Add an API client',
  description:
    'Adds a client that may do what the caller may, or less; its secret is told this once, and by no repeat: an ' +
    '`Idempotency-Key` is not looked at.',
  tag,
  method: 'post',
  path: all,
  scope,
  body: [clientId, scopes, provisionService],
  answer: { status: 201, schema: itemOf('NewApiClientAnswer', secretShape) },
  refusals: ['client_id_taken', 'scopes_not_held'],
} as const satisfies PaywayDescription;

const rotate = {
  name: 'rotateApiClientSecret',
  summary: 'Rotate the secret of an API client',
  description:
    'Makes a new secret, which is told this once; the old one gets no more tokens from now on. For a client that may do ' +
    'what the caller may, or less. An `Idempotency-Key` is not looked at.',
  tag,
  method: 'post',
  path: `${all}/rotate_secret`,
  scope,
  body: [clientId],
  answer: { status: 200, schema: itemOf('ApiClientSecretAnswer', secretShape) },
  refusals: ['scopes_not_held'],
} as const satisfies PaywayDescription;

const change = {
  name: 'switchApiClient',
  summary: 'Disable or enable an API client',
  description:
    'A disabled client can do nothing, at the latest 5 s later, whatever tokens it holds.',
  tag,
  method: 'put',
  path: all,
  scope,
  body: [clientId, { name: 'enabled', required: true, type: 'boolean' }],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('SwitchedApiClientAnswer', switchedShape) },
  refusals: [],
} as const satisfies PaywayDescription;

const noScope = parameterProblem('scopes', 'Parameter must name at least one scope');
const addProblems = {
  client_id_taken: refusedBy('client_id_taken'),
  scopes_not_held: refusedBy('scopes_not_held'),
  client_id_not_allowed: parameterProblem(
    'client_id',
    'Parameter must not look like somebody else',
  ),
  secret_not_allowed: parameterProblem('client_id', 'Parameter is not allowed'),
} as const;

/** API clients, by an API client (docs/spec/payway-api.md §6). */
export function makeApiClientEndpoints(deps: ApiClientsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(list, async ({ caller: { organisationId } }) => {
      const items = (await deps.listClients(organisationId)).map((it) => ({
        client_id: it.id,
        scopes: it.scopes,
        provision_service: it.provisionService,
        enabled: !it.disabled,
      }));
      return { status: 200, body: { items } };
    }),
    makeEndpoint(add, async ({ body, caller: { organisationId, scopes: heldScopes } }) => {
      if (body.scopes.length === 0) return noScope;
      const { client_id: id, provision_service } = body;
      const wanted = { id, scopes: body.scopes, provisionService: provision_service, secret: null };
      const result = await deps.delegateClient({ organisationId, heldScopes, ...wanted });
      if (!result.ok) return addProblems[result.failure];
      return { status: 201, body: { item: { client_id: id, secret: result.secret } } };
    }),
    makeRotate(deps),
    makeEndpoint(change, async ({ body, caller: { organisationId } }) => {
      const { client_id, enabled } = body;
      const turn = enabled ? deps.enableClient : deps.disableClient;
      const result = await turn({ organisationId, id: toClientId(client_id) });
      return result.ok ? { status: 200, body: { item: { client_id, enabled } } } : unknownClient;
    }),
  ];
}

function makeRotate({ rotateDelegatedSecret }: ApiClientsDeps): PaywayEndpoint {
  return makeEndpoint(rotate, async ({ body, caller: { organisationId, scopes: heldScopes } }) => {
    const id = toClientId(body.client_id);
    const result = await rotateDelegatedSecret({ organisationId, id, heldScopes, secret: null });
    if (result.ok) return { status: 200, body: { item: { client_id: id, secret: result.secret } } };
    return result.failure === 'scopes_not_held' ? refusedBy(result.failure) : unknownClient;
  });
}
