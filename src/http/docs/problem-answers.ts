import type { PaywayDescription } from '../payway/description.js';
import { errorCodes, sharedCodes, type ErrorCode } from '../payway/problems/error-codes.js';
import type { Answer, AnswerHeader } from './operation.js';
import { problemSchema } from './problem-schema.js';

/** What may go wrong before any endpoint is asked. */
export const codesOfAll: readonly ErrorCode[] = [
  'request_timeout',
  'expectation_failed',
  'headers_too_large',
  'internal_server_error',
  'service_unavailable',
];

type Row = {
  readonly codes: readonly ErrorCode[];
  readonly when: (endpoint: PaywayDescription) => boolean;
};

/** Which endpoints share which codes: what `mountEndpoints` checks, in its order. */
const shared: readonly Row[] = [
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
  {
    codes: ['date_beyond_calendar'],
    when: ({ body }) => body?.some(({ name }) => name === 'valid_to') === true,
  },
  { codes: ['idempotency_key_in_use'], when: ({ keeps }) => keeps === 'in_record' },
];

/** Every code that an endpoint may answer with: those that it shares, and its own. */
export function codesOf(endpoint: PaywayDescription): readonly ErrorCode[] {
  const all = shared.flatMap(({ codes, when }) => (when(endpoint) ? codes : []));
  return [...new Set([...all, ...endpoint.refusals])];
}

/** One answer a status, which says what each of its codes means. */
export function problemAnswers(codes: readonly ErrorCode[]): readonly Answer[] {
  const statuses = [...new Set(codes.map(statusOf))].toSorted((a, b) => a - b);
  return statuses.map((status) => {
    const own = codes.filter((it) => statusOf(it) === status);
    const [only = '', ...others] = own;
    return {
      status,
      description: own.map(toLine).join('\n'),
      schema: problemSchema,
      headers: ['X-Request-Id', ...new Set(own.flatMap((it) => headersOf[it] ?? []))],
      ...(others.length === 0 ? { sharedAs: only } : {}),
    };
  });
}

function statusOf(code: ErrorCode): number {
  return errorCodes[code].status;
}

/** Of a refusal by the rules, its meaning is the rule that has to hold. */
function toLine(code: ErrorCode): string {
  const { meaning, remedy } = errorCodes[code];
  const says = code in sharedCodes ? meaning : `broken is the rule that ${meaning}`;
  return `- \`${code}\`: ${says}. What to do: ${remedy}.`;
}

const headersOf: Readonly<Partial<Record<ErrorCode, readonly AnswerHeader[]>>> = {
  unauthorized: ['WWW-Authenticate'],
  insufficient_scope: ['WWW-Authenticate'],
  idempotency_key_in_use: ['Retry-After'],
  too_many_requests: ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
  too_many_idempotency_keys: ['Retry-After'],
  service_unavailable: ['Retry-After'],
};
