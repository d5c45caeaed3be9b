import type { JsonSchema } from '../core/endpoint.js';
import { objectSchema } from '../payway/schemas.js';
import type { Answer, Operation } from './operation.js';
import { codesOfAll, problemAnswers, problemSchema } from './problem-answers.js';

const text: JsonSchema = { type: 'string' };
const headers = ['X-Request-Id'] as const;

export const tokenPath = '/api/authorization/access_token';

const oauthError = objectSchema({
  error: {
    enum: ['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'],
  },
  error_description: text,
});

/** Failures in OAuth's own words (RFC 6749 §5.2). */
function oauthAnswer(status: number, description: string): Answer {
  const challenge = status === 401 ? (['WWW-Authenticate'] as const) : [];
  return { status, description, schema: oauthError, headers: [...headers, ...challenge] };
}

const issueAccessToken: Operation = {
  name: 'issueAccessToken',
  summary: 'A token for a client, by its id and secret',
  method: 'post',
  path: tokenPath,
  tag: 'authorization',
  security: [{}, { clientSecret: [] }],
  parameters: [],
  body: {
    mediaType: 'application/x-www-form-urlencoded',
    schema: {
      type: 'object',
      properties: {
        client_id: { ...text, maxLength: 255 },
        client_secret: { ...text, maxLength: 255, format: 'password' },
        grant_type: { enum: ['none', 'client_credentials'] },
        scope: {
          ...text,
          maxLength: 4_096,
          description: 'Scopes of the client, with spaces between',
        },
      },
      required: ['grant_type', 'scope'],
    },
  },
  answers: [
    {
      status: 200,
      description: 'Done',
      schema: objectSchema({
        access_token: text,
        token_type: { const: 'Bearer' },
        expires_in: { type: 'integer', description: 'In seconds' },
        scope: text,
      }),
      headers: [...headers, 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    },
    oauthAnswer(400, 'The form is not one, or asks for what is not there'),
    oauthAnswer(401, 'The client is unknown or disabled, or its secret is wrong'),
    oauthAnswer(413, 'The form is above 10 kB'),
    ...problemAnswers([...codesOfAll, 'too_many_requests']),
  ],
};

const statusIs = (status: string) => ({ status: { const: status } });

const readLiveness: Operation = {
  name: 'readLiveness',
  summary: 'Whether this process runs',
  method: 'get',
  path: '/health/live',
  tag: 'health',
  security: [],
  parameters: [],
  body: null,
  answers: [
    { status: 200, description: 'It runs', schema: objectSchema(statusIs('live')), headers },
    ...problemAnswers(codesOfAll),
  ],
};

const notReady = objectSchema({
  ...statusIs('not_ready'),
  failing: { type: 'array', items: text, description: 'What fails' },
});

const readReadiness: Operation = {
  ...readLiveness,
  name: 'readReadiness',
  summary: 'Whether this process may be sent requests',
  path: '/health/ready',
  answers: [
    { status: 200, description: 'It may', schema: objectSchema(statusIs('ready')), headers },
    {
      status: 503,
      description: 'It may not: what fails is named',
      schema: { anyOf: [notReady, problemSchema] },
      headers,
    },
    ...problemAnswers(codesOfAll).filter(({ status }) => status !== 503),
  ],
};

/** What is served beside the endpoints of the dialects, described by hand. */
export const ownOperations: readonly Operation[] = [issueAccessToken, readLiveness, readReadiness];
