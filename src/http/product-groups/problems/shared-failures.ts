import { failureMeanings } from '../../core/failure-meanings.js';
import type { ErrorMeaning } from '../../core/error-meaning.js';

/** Codes of every address, by status (docs/spec/product-groups-api.md §1). */
export const sharedFailures = {
  invalid_input: {
    status: 400,
    meaning:
      'the request is not valid HTTP, its body is no JSON object in UTF-8, its content type is not `application/json`, or a parameter of the query or a header is faulty; `detail` says which',
    remedy: 'correct what `detail` names',
  },
  unauthorized: failureMeanings.unauthorized,
  insufficient_scope: {
    status: 403,
    meaning: 'the token lacks the permission that `WWW-Authenticate` names',
    remedy: 'ask for that permission as a scope',
  },
  not_found: {
    status: 404,
    meaning:
      'what the path names is unknown here, or no id; or the token names an account, and it is not that account’s',
    remedy: 'check the id and the token',
  },
  method_not_allowed: failureMeanings.method_not_allowed,
  request_timeout: failureMeanings.request_timeout,
  idempotency_key_in_use: failureMeanings.idempotency_key_in_use,
  date_beyond_calendar: {
    status: 409,
    meaning: 'a period that the request begins, or would begin, ends after the year 9999',
    remedy: 'begin earlier',
  },
  item_set_aside: {
    status: 409,
    meaning:
      'the item cannot be read, or the end of its period cannot be decided; an operator was told. Other items are not touched by it',
    remedy: 'ask the operator to repair it, then send the same again',
  },
  version_mismatch: {
    status: 412,
    meaning: 'the version in `If-Match`, or what the `quote` had pinned, no longer holds',
    remedy: 'read it again, or ask for the options anew, and decide again',
  },
  payload_too_large: failureMeanings.payload_too_large,
  expectation_failed: failureMeanings.expectation_failed,
  validation_failed: {
    status: 422,
    meaning: 'fields of the body are faulty; `violations` lists them in order',
    remedy: 'correct what each `propertyPath` names',
  },
  idempotency_key_reused: failureMeanings.idempotency_key_reused,
  too_many_requests: {
    status: 429,
    meaning: 'the client sends more requests a minute than it may',
    remedy: 'wait for `Retry-After` seconds',
  },
  too_many_idempotency_keys: {
    status: 429,
    meaning: '32 keys were used on this item within 24 hours',
    remedy: 'wait for `Retry-After` seconds, or send it without a key: a repeat is recognised',
  },
  headers_too_large: failureMeanings.headers_too_large,
  internal_server_error: failureMeanings.internal_server_error,
  service_unavailable: {
    status: 503,
    meaning:
      'the database cannot be reached, or others kept changing the same item; the request may or may not have been done',
    remedy: 'send the same again after `Retry-After` seconds: a repeat is recognised',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;
