import { z } from 'zod';
import { codesOfAll, paywayFailures } from '../payway/problems/failure-documentation.js';
import { problemSchema } from '../payway/problems/problem-schema.js';
import type { Answer, Operation } from './operation.js';
import { problemAnswers } from './problem-answers.js';

const headers = ['X-Request-Id'] as const;

export const tokenPath = '/api/authorization/access_token';

/** What these operations are filed under. */
export const ownTags = {
  Authorization: 'Getting an access token.',
  Health: 'Whether the process runs, and whether it may be sent requests.',
} as const;

const oauthProblem = z
  .strictObject({
    error: z
      .enum(['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'])
      .meta({ id: 'OAuthErrorCode' }),
    error_description: z.string(),
  })
  .meta({ id: 'OAuthProblem', description: 'Why no token was issued, in the words of RFC 6749' });

const accessToken = z
  .strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'In seconds' }),
    scope: z.string().meta({ description: 'What the token holds, with spaces between' }),
  })
  .meta({ id: 'AccessToken' });

/** Failures in OAuth's own words (RFC 6749 §5.2). */
function oauthAnswer(status: number, description: string): Answer {
  const challenge = status === 401 ? (['WWW-Authenticate'] as const) : [];
  return { status, description, schema: oauthProblem, headers: [...headers, ...challenge] };
}

const issueAccessToken: Operation = {
  name: 'issueAccessToken',
  summary: 'Issue an access token',
  description:
    'Issues a token for a client, by its id and secret, for scopes that the client holds.',
  method: 'post',
  path: tokenPath,
  tag: 'Authorization',
  security: [{}, { clientSecret: [] }],
  parameters: [],
  body: {
    name: 'AccessTokenRequest',
    mediaType: 'application/x-www-form-urlencoded',
    isRequired: true,
    schema: {
      type: 'object',
      properties: {
        client_id: { type: 'string', maxLength: 255 },
        client_secret: { type: 'string', maxLength: 255, format: 'password' },
        grant_type: { type: 'string', enum: ['none', 'client_credentials'] },
        scope: {
          type: 'string',
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
      schema: accessToken,
      headers: [...headers, 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    },
    oauthAnswer(400, 'The form is not one, or asks for what is not there, or there is a query'),
    oauthAnswer(401, 'The client is unknown or disabled, or its secret is wrong'),
    oauthAnswer(413, 'The form is above 10 kB'),
    ...problemAnswers([...codesOfAll, 'too_many_requests'], paywayFailures),
  ],
};

/** A query that is asked of what takes none. */
const codesWithoutToken = [
  'bad_request',
  'unknown_parameter',
  'invalid_parameter',
  ...codesOfAll,
] as const;

const liveness = z.strictObject({ status: z.literal('live') }).meta({ id: 'Liveness' });
const readiness = z.strictObject({ status: z.literal('ready') }).meta({ id: 'Readiness' });
const notReady = z
  .strictObject({
    status: z.literal('not_ready'),
    failing: z.array(z.string()).meta({ description: 'What fails' }),
  })
  .meta({ id: 'NotReady' });

const readinessFailure = z.union([notReady, problemSchema]).meta({ id: 'ReadinessFailure' });

const readLiveness: Operation = {
  name: 'readLiveness',
  summary: 'Read liveness',
  description: 'Tells whether this process runs.',
  method: 'get',
  path: '/health/live',
  tag: 'Health',
  security: [],
  parameters: [],
  body: null,
  answers: [
    { status: 200, description: 'It runs', schema: liveness, headers },
    ...problemAnswers(codesWithoutToken, paywayFailures),
  ],
};

const readReadiness: Operation = {
  ...readLiveness,
  name: 'readReadiness',
  summary: 'Read readiness',
  description: 'Tells whether this process may be sent requests.',
  path: '/health/ready',
  answers: [
    { status: 200, description: 'It may', schema: readiness, headers },
    {
      status: 503,
      description: 'It may not: what fails is named',
      schema: readinessFailure,
      headers,
    },
    ...problemAnswers(codesWithoutToken, paywayFailures).filter(({ status }) => status !== 503),
  ],
};

/** What is served beside the endpoints of the dialects, described by hand, and refused in Payway's words. */
export const ownOperations: readonly Operation[] = [issueAccessToken, readLiveness, readReadiness];
