import type { ErrorMeaning } from './error-meaning.js';

/** What the codes mean that every dialect answers under the same name, because the same code of ours decides it. */
export const failureMeanings = {
  unauthorized: {
    status: 401,
    meaning: 'the token is missing, malformed, expired, or its client is disabled',
    remedy: 'get a new token',
  },
  method_not_allowed: {
    status: 405,
    meaning: 'the address answers only the methods that `Allow` lists',
    remedy: 'use one of them',
  },
  request_timeout: {
    status: 408,
    meaning: 'the request took too long to arrive',
    remedy: 'send it again',
  },
  idempotency_key_in_use: {
    status: 409,
    meaning: 'a request under the same `Idempotency-Key` is still under way',
    remedy: 'send the same again after `Retry-After` seconds',
  },
  payload_too_large: {
    status: 413,
    meaning: 'the body is above 100 kB',
    remedy: 'send a smaller body',
  },
  expectation_failed: {
    status: 417,
    meaning: 'the header `Expect` asks for something else than `100-continue`',
    remedy: 'leave it out',
  },
  idempotency_key_reused: {
    status: 422,
    meaning: 'the `Idempotency-Key` was used for another request within 24 hours',
    remedy: 'use a new key for a new request',
  },
  headers_too_large: {
    status: 431,
    meaning: 'the headers are too large',
    remedy: 'send fewer or shorter ones',
  },
  internal_server_error: {
    status: 500,
    meaning: 'something unexpected went wrong; it is logged with the request’s `X-Request-Id`',
    remedy: 'send it again; report the id',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;
