import type { EndpointDescription, JsonSchema } from '../core/endpoint.js';
import type { AnswerHeader } from './operation.js';
import { tokenPath } from './own-operations.js';

type Parts = {
  readonly endpoints: readonly EndpointDescription[];
  readonly publicBaseUrl: string;
};

/** What operations point at, but for shared answers. */
export function components(parts: Parts): Readonly<Record<string, object>> {
  return {
    schemas: { Problem: problem, Fault: fault },
    headers,
    parameters,
    securitySchemes: securitySchemes(parts),
  };
}

const code = { type: 'string', description: 'docs/errors.md says what each means' };
const message = { type: 'string', description: 'For people; it may be worded differently later' };
const field = { type: 'string', description: 'The parameter or header at fault' };

const fault: JsonSchema = {
  type: 'object',
  properties: { code, message, field },
  required: ['code', 'message'],
};

const problem: JsonSchema = {
  type: 'object',
  description: 'Why a request was refused; nothing was written',
  properties: {
    code,
    message,
    field,
    errors: {
      type: 'array',
      description: 'All faults, the first included, where there is more than one',
      items: { $ref: '#/components/schemas/Fault' },
      minItems: 2,
    },
  },
  required: ['code', 'message'],
};

const count = { type: 'integer', minimum: 0 };

const headers: Readonly<Record<AnswerHeader, JsonSchema>> = {
  'X-Request-Id': {
    description: 'The client’s own, if it sent a sane one, else a new one',
    schema: { type: 'string' },
  },
  'Idempotent-Replayed': {
    description: '`true`: the kept answer to the same `Idempotency-Key`, byte for byte',
    schema: { const: 'true' },
  },
  'Retry-After': { description: 'In seconds', schema: count },
  'WWW-Authenticate': {
    description: 'What is missing, as RFC 6750 says it',
    schema: { type: 'string' },
  },
  'RateLimit-Limit': { description: 'Requests in a window', schema: count },
  'RateLimit-Remaining': { description: 'What is left of them', schema: count },
  'RateLimit-Reset': { description: 'Seconds until the window ends', schema: count },
};

const parameters: Readonly<Record<string, JsonSchema>> = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once.',
    schema: { type: 'string', minLength: 1, maxLength: 257 },
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description: 'The `version` of the user product, in quotes: 412 where it has moved.',
    schema: { type: 'string' },
    example: '"3"',
  },
};

function securitySchemes({
  endpoints,
  publicBaseUrl,
}: Parts): Readonly<Record<string, JsonSchema>> {
  return {
    clientCredentials: {
      type: 'oauth2',
      description: 'A client’s own token. It lasts an hour and holds scopes as whole strings.',
      flows: {
        clientCredentials: { tokenUrl: publicBaseUrl + tokenPath, scopes: scopesOf(endpoints) },
      },
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A token that is at hand; under `/me`, one that names an account.',
    },
    clientSecret: {
      type: 'http',
      scheme: 'basic',
      description: 'Id and secret of a client, in place of the two fields of the form.',
    },
  };
}

/** Each scope, with the operations that ask for it. */
function scopesOf(endpoints: readonly EndpointDescription[]): Readonly<Record<string, string>> {
  const scopes = [...new Set(endpoints.map((it) => it.scope))].toSorted();
  return Object.fromEntries(
    scopes.map((scope) => [
      scope,
      endpoints
        .filter((it) => it.scope === scope)
        .map((it) => it.name)
        .join(', '),
    ]),
  );
}
