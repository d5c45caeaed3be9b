import { changeRefusalCodes } from './change-refusals.js';
import { failureMeanings } from '../../core/failure-meanings.js';
import type { ErrorMeaning } from '../../core/error-meaning.js';
import { writeRefusalCodes } from './write-refusals.js';

/** Codes of every endpoint, by status (docs/spec/payway-api.md §1). */
export const sharedCodes = {
  invalid_parameter: {
    status: 400,
    meaning:
      'a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice',
    remedy: 'correct what `field` names',
  },
  unknown_parameter: {
    status: 400,
    meaning: 'this address does not know the field or the query parameter that `field` names',
    remedy: 'leave it out',
  },
  json_parser_error: {
    status: 400,
    meaning: 'the body is no JSON object in UTF-8',
    remedy: 'send a JSON object',
  },
  invalid_content_type_error: {
    status: 400,
    meaning:
      'the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`',
    remedy: 'send plain `application/json` in UTF-8',
  },
  bad_request: {
    status: 400,
    meaning: 'the request is not valid HTTP, names no `Host`, or broke off before its end',
    remedy: 'check the client, and any proxy between it and this server',
  },
  unauthorized: failureMeanings.unauthorized,
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
  identity_not_allowed: {
    status: 403,
    meaning: 'the token names an account, and this address is not one of those under `/me`',
    remedy: 'use a token of the client itself, or the address under `/me`',
  },
  not_found: {
    status: 404,
    meaning:
      'account, user product, package, period or whatever an id names is unknown here or not this account’s; or no such address',
    remedy: 'check the ids',
  },
  method_not_allowed: failureMeanings.method_not_allowed,
  request_timeout: failureMeanings.request_timeout,
  idempotency_key_in_use: failureMeanings.idempotency_key_in_use,
  date_beyond_calendar: {
    status: 409,
    meaning: 'a period that the request begins, or would begin, ends after the year 9999',
    remedy: 'move `valid_to` of the user product to an earlier year',
  },
  user_product_set_aside: {
    status: 409,
    meaning:
      'the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it',
    remedy: 'ask the operator to repair it, then send the same again',
  },
  version_mismatch: {
    status: 412,
    meaning: 'the version in `If-Match`, or what the `quote` had pinned, no longer holds',
    remedy: 'read the user product again, or ask for a new quote, and decide anew',
  },
  payload_too_large: failureMeanings.payload_too_large,
  expectation_failed: failureMeanings.expectation_failed,
  idempotency_key_reused: failureMeanings.idempotency_key_reused,
  too_many_requests: {
    status: 429,
    meaning:
      'the client sends more requests a minute than it may; at the token endpoint, the address does',
    remedy: 'wait for `Retry-After` seconds',
  },
  too_many_idempotency_keys: {
    status: 429,
    meaning: '32 keys were used on this user product within 24 hours',
    remedy: 'wait for `Retry-After` seconds, or send it without a key: a repeat is recognised',
  },
  headers_too_large: failureMeanings.headers_too_large,
  internal_server_error: failureMeanings.internal_server_error,
  service_unavailable: {
    status: 503,
    meaning:
      'the database cannot be reached, or others kept changing the same user product; the request may or may not have been done',
    remedy: 'send the same again after `Retry-After` seconds: a repeat is recognised',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;

const codes = { ...sharedCodes, ...changeRefusalCodes, ...writeRefusalCodes };

/** Any code that an answer may carry; one that is not documented does not compile. */
export type ErrorCode = keyof typeof codes;

export const errorCodes: Readonly<Record<ErrorCode, ErrorMeaning>> = codes;
