import type { JsonSchema } from './json-schema.js';
import type { AnswerHeader } from './operation.js';

const count = { type: 'integer', minimum: 0 };

/** Headers of answers, by name. */
export const answerHeaders: Readonly<Record<AnswerHeader, JsonSchema>> = {
  'X-Request-Id': {
    description: 'The client’s own, if it sent a sane one, else a new one',
    schema: { type: 'string' },
  },
  'Idempotent-Replayed': {
    description: '`true`: the kept answer to the same `Idempotency-Key`, byte for byte',
    schema: { type: 'string', const: 'true' },
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

/** Headers of requests that many operations take, by name. */
export const requestHeaders: Readonly<Record<string, JsonSchema>> = {
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
    description: 'The `version` of what is written, in quotes: 412 where it has moved.',
    schema: { type: 'string' },
    example: '"3"',
  },
};
