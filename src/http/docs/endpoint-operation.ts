import type { JsonSchema } from '../core/endpoint.js';
import type { PaywayDescription } from '../payway/description.js';
import { bodySchema, fieldSchema } from './field-schema.js';
import type { Answer, Operation } from './operation.js';
import { codesOf, problemAnswers } from './problem-answers.js';

/** What an endpoint's description says, as an operation of the document: nothing is said a second time by hand. */
export function endpointOperation(endpoint: PaywayDescription): Operation {
  const { name, summary, method, path, body } = endpoint;
  return {
    name,
    summary,
    method,
    path,
    tag: tagOf(path),
    security: securityOf(endpoint),
    parameters: parametersOf(endpoint),
    body: body === undefined ? null : { mediaType: 'application/json', schema: bodySchema(body) },
    answers: [successOf(endpoint), ...problemAnswers(codesOf(endpoint))],
  };
}

/** The first part of the path behind the version: `/external/api/v1/me/change_product` is of `me`. */
function tagOf(path: string): string {
  return /^\/external\/api\/v\d+\/(\w+)/.exec(path)?.[1] ?? 'other';
}

/** The client's own token will do, but where the token must name an account: those are issued elsewhere. */
function securityOf({ scope, needsIdentity }: PaywayDescription): Operation['security'] {
  const bearer = { bearer: [scope] };
  return needsIdentity ? [bearer] : [{ clientCredentials: [scope] }, bearer];
}

const parameterNames = { idempotencyKey: 'Idempotency-Key', ifMatch: 'If-Match' } as const;

function parametersOf({ path, query = [], keeps }: PaywayDescription): readonly JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = query.map((rule) => ({
    name: rule.name,
    in: 'query',
    required: rule.required,
    schema: fieldSchema(rule),
  }));
  const shared = [
    ...(keeps === undefined ? [] : [parameterNames.idempotencyKey]),
    ...(keeps === 'in_user_product' ? [parameterNames.ifMatch] : []),
  ];
  const refs = shared.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...inPath, ...inQuery, ...refs];
}

const successes = { 200: 'Done', 201: 'Created', 204: 'Done; there is no body' } as const;

function successOf({ answer, keeps }: PaywayDescription): Answer {
  const { status, schema } = answer;
  return {
    status,
    description: successes[status],
    schema,
    headers: [
      'X-Request-Id',
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      ...(keeps === undefined ? [] : (['Idempotent-Replayed'] as const)),
    ],
  };
}
