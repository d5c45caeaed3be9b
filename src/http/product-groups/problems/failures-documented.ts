import type { EndpointDescription } from '../../core/endpoint.js';
import type { FailureDocumentation } from '../../docs/dialect-documentation.js';
import { codesOfEndpoint, type SharedCodes } from '../../docs/shared-codes.js';
import { type FailureCode, failureCodes, ruleRows } from './failure-codes.js';
import { problemMediaType } from './problem-details.js';
import { problemDetailsSchema } from './problem-details-schema.js';

/** Which endpoints share which codes: what `checksOf` lists, in its order. */
const shared: readonly SharedCodes<FailureCode>[] = [
  {
    codes: [
      'invalid_input',
      'unauthorized',
      'insufficient_scope',
      'not_found',
      'request_timeout',
      'expectation_failed',
      'too_many_requests',
      'headers_too_large',
      'internal_server_error',
      'service_unavailable',
    ],
    when: () => true,
  },
  { codes: ['payload_too_large', 'validation_failed'], when: ({ body }) => body !== undefined },
  {
    codes: ['idempotency_key_reused', 'version_mismatch'],
    when: ({ keeps }) => keeps !== undefined,
  },
  {
    codes: ['too_many_idempotency_keys', 'item_set_aside', 'date_beyond_calendar'],
    when: ({ keeps }) => keeps === 'in_user_product',
  },
  { codes: ['idempotency_key_in_use'], when: ({ keeps }) => keeps === 'in_record' },
];

/** Every code that an endpoint may answer with: those that it shares, and its own. */
export function productGroupsCodesOf(endpoint: EndpointDescription): readonly string[] {
  return codesOfEndpoint(shared, endpoint);
}

/** What the API document says of this dialect's failures. */
export const productGroupsFailures: FailureDocumentation = {
  codes: failureCodes,
  isRule: (code) => code in ruleRows,
  codesOf: productGroupsCodesOf,
  schema: problemDetailsSchema,
  mediaType: problemMediaType,
  prefix: 'product_groups_',
};
