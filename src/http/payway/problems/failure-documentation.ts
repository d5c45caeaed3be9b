import { ZodType } from 'zod';
import type { EndpointDescription } from '../../core/endpoint.js';
import type { FailureDocumentation } from '../../docs/dialect-documentation.js';
import { codesOfEndpoint, type SharedCodes } from '../../docs/shared-codes.js';
import { errorCodes, sharedCodes, type ErrorCode } from './error-codes.js';
import { problemSchema } from './problem-schema.js';

/** What may go wrong before any endpoint is asked. */
export const codesOfAll: readonly ErrorCode[] = [
  'request_timeout',
  'expectation_failed',
  'headers_too_large',
  'internal_server_error',
  'service_unavailable',
];

/** Which endpoints share which codes: what `mountEndpoints` checks, in its order. */
const shared: readonly SharedCodes<ErrorCode>[] = [
  { codes: ['bad_request', ...codesOfAll], when: () => true },
  { codes: ['unauthorized', 'too_many_requests', 'insufficient_scope'], when: () => true },
  { codes: ['not_found'], when: () => true },
  { codes: ['identity_required'], when: ({ needsIdentity }) => needsIdentity === true },
  { codes: ['identity_not_allowed'], when: ({ needsIdentity }) => needsIdentity !== true },
  {
    codes: ['invalid_content_type_error', 'json_parser_error', 'payload_too_large'],
    when: ({ body }) => body !== undefined,
  },
  { codes: ['unknown_parameter', 'invalid_parameter'], when: () => true },
  {
    codes: ['idempotency_key_reused'],
    when: ({ keeps }) => keeps !== undefined,
  },
  {
    codes: [
      'version_mismatch',
      'too_many_idempotency_keys',
      'user_product_set_aside',
      'date_beyond_calendar',
    ],
    when: ({ keeps }) => keeps === 'in_user_product',
  },
  { codes: ['date_beyond_calendar'], when: takesValidTo },
  { codes: ['idempotency_key_in_use'], when: ({ keeps }) => keeps === 'in_record' },
];

function takesValidTo({ body = [] }: EndpointDescription): boolean {
  return !(body instanceof ZodType) && body.some(({ name }) => name === 'valid_to');
}

/** Every code that an endpoint may answer with: those that it shares, and its own. */
export function paywayCodesOf(endpoint: EndpointDescription): readonly string[] {
  return codesOfEndpoint(shared, endpoint);
}

/** What the API document says of Payway's failures. */
export const paywayFailures: FailureDocumentation = {
  codes: errorCodes,
  isRule: (code) => !(code in sharedCodes),
  codesOf: paywayCodesOf,
  schema: problemSchema,
  mediaType: 'application/json',
  prefix: '',
};
