import { changeRefusalCodes } from './change-refusals.js';
import type { ErrorMeaning } from './error-meaning.js';
import { writeRefusalCodes } from './write-refusals.js';

/** Codes of every endpoint, by status (spec/payway-api.md §1). */
export const sharedCodes = {
  invalid_parameter: {
    status: 400,
    meaning: 'a field or a header is missing, of the wrong type, too long, or not of its format',
    remedy: 'correct `field`',
  },
  unknown_parameter: {
    status: 400,
    meaning: 'a field that this endpoint does not know',
    remedy: 'leave it out',
  },
  json_parser_error: {
    status: 400,
    meaning: 'the body is no JSON object in UTF-8',
    remedy: 'send one',
  },
  invalid_content_type_error: {
    status: 400,
    meaning: 'not `application/json`, another charset than UTF-8, or an encoding',
    remedy: 'send plain `application/json`',
  },
  bad_request: {
    status: 400,
    meaning: 'the request is not valid HTTP, or it broke off before its end',
    remedy: 'check the client, and any proxy between it and this server',
  },
  unauthorized: {
    status: 401,
    meaning: 'the token is missing, malformed, expired, or its client is disabled',
    remedy: 'get a new token',
  },
  insufficient_scope: {
    status: 403,
    meaning: 'the token lacks the scope that `WWW-Authenticate` names',
    remedy: 'ask for that scope',
  },
  identity_required: {
    status: 403,
    meaning: 'the token names no account, which the addresses under `/me` need',
    remedy: 'use the token of a signed-in account',
  },
  not_found: {
    status: 404,
    meaning:
      'account, user product, package, period or whatever an id names is unknown here or not this account’s; or no such address',
    remedy: 'check the ids',
  },
  method_not_allowed: {
    status: 405,
    meaning: 'the address answers what `Allow` says',
    remedy: 'use that method',
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
  version_mismatch: {
    status: 412,
    meaning: 'the version in `If-Match`, or what the `quote` had pinned, no longer holds',
    remedy: 'read it again, or ask for a new quote, and decide anew',
  },
  payload_too_large: {
    status: 413,
    meaning: 'the body is above 100 kB',
    remedy: 'send less',
  },
  idempotency_key_reused: {
    status: 422,
    meaning: 'the `Idempotency-Key` was used for another request within 24 hours',
    remedy: 'use a new key for a new request',
  },
  too_many_requests: {
    status: 429,
    meaning: 'the client’s rate limit; for the token endpoint, the address’s',
    remedy: 'wait for `Retry-After` seconds',
  },
  too_many_idempotency_keys: {
    status: 429,
    meaning: '32 keys were used on this user product within 24 hours',
    remedy: 'wait for `Retry-After` seconds, or send it without a key: a repeat is recognised',
  },
  headers_too_large: {
    status: 431,
    meaning: 'the headers are too large',
    remedy: 'send fewer',
  },
  internal_server_error: {
    status: 500,
    meaning: 'unexpected; logged with the request’s `X-Request-Id`',
    remedy: 'send it again; report the id',
  },
  service_unavailable: {
    status: 503,
    meaning: 'the database is away, or the row kept changing; nothing is claimed about the request',
    remedy: 'send the same again after `Retry-After` seconds: a repeat is recognised',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;

const codes = { ...sharedCodes, ...changeRefusalCodes, ...writeRefusalCodes };

/** Any code that an answer may carry; one that is not documented does not compile. */
export type ErrorCode = keyof typeof codes;

export const errorCodes: Readonly<Record<ErrorCode, ErrorMeaning>> = codes;
