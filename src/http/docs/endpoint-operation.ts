import { ZodType } from 'zod';
import { mayBeAbsent } from '../core/body/read-body.js';
import type { EndpointDescription } from '../core/endpoint.js';
import type { FailureDocumentation } from './dialect-documentation.js';
import { bodySchema, fieldSchema } from './field-schema.js';
import type { JsonSchema } from './json-schema.js';
import type { Answer, Operation, RequestBody } from './operation.js';
import { problemAnswers } from './problem-answers.js';

/** What an endpoint's description says, as an operation of the document: nothing is said a second time by hand. */
export function endpointOperation(
  endpoint: EndpointDescription,
  failures: FailureDocumentation,
): Operation {
  const { name, summary, tag, method, path } = endpoint;
  return {
    name,
    summary,
    description: descriptionOf(endpoint),
    method,
    path,
    tag,
    security: securityOf(endpoint),
    parameters: parametersOf(endpoint),
    body: bodyOf(endpoint),
    answers: [successOf(endpoint), ...problemAnswers(failures.codesOf(endpoint), failures)],
  };
}

/** Named after the operation: what `changeProduct` is sent is a `ChangeProductRequest`. */
function bodyOf({ name, body, example }: EndpointDescription): RequestBody | null {
  if (body === undefined) return null;
  return {
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}Request`,
    mediaType: 'application/json',
    isRequired: !mayBeAbsent(body),
    schema: body instanceof ZodType ? body : bodySchema(body),
    ...(example === undefined ? {} : { example }),
  };
}

/**
 * The client's own token will do, but where the token must name an account: those are issued elsewhere. OpenAPI lets only
 * an OAuth scheme list scopes, so `descriptionOf` tells them to all readers.
 */
function securityOf({ scope, needsIdentity }: EndpointDescription): Operation['security'] {
  const bearer = { bearer: [] };
  return needsIdentity ? [bearer] : [{ clientCredentials: [scope] }, bearer];
}

function descriptionOf({ description, scope, needsIdentity }: EndpointDescription): string {
  const identity = needsIdentity ? ', in a token that names an account' : '';
  return `${description}\n\nScope: \`${scope}\`${identity}.`;
}

const parameterNames = { idempotencyKey: 'Idempotency-Key', ifMatch: 'If-Match' } as const;

function parametersOf({
  path,
  query = [],
  keeps,
  takesIfMatch,
}: EndpointDescription): readonly JsonSchema[] {
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
    ...(keeps === 'in_user_product' || takesIfMatch === true ? [parameterNames.ifMatch] : []),
  ];
  const refs = shared.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...inPath, ...inQuery, ...refs];
}

const successes = { 200: 'Done', 201: 'Created', 204: 'Done; there is no body' } as const;

function successOf({ answer, keeps }: EndpointDescription): Answer {
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
