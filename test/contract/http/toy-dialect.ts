import type { Dialect } from '../../../src/http/core/dialect.js';
import { type Endpoint, makeEndpoint } from '../../../src/http/core/endpoint.js';
import { failed, type FieldFault } from '../../../src/http/core/failure.js';
import { makeProblem, type Problem } from '../../../src/http/core/problem.js';
import { answered } from '../../support/answered.js';

type Extra = {
  readonly headers?: Problem['headers'];
  readonly violations?: readonly { readonly propertyPath: string; readonly code: string }[];
};

/** A problem as RFC 9457 prints it, with what the other API adds. */
function problem(status: number, code: string, { headers = {}, violations }: Extra = {}): Problem {
  const body = { type: `/errors/${code}`, status, code, ...(violations && { violations }) };
  return makeProblem({ status, code, body, headers, mediaType: 'application/problem+json' });
}

const violation = ({ name, fault }: FieldFault) => ({ propertyPath: name, code: fault });
const later = (seconds: number) => ({ headers: { 'Retry-After': String(seconds) } });
const bearer = (challenge: string) => ({ headers: { 'WWW-Authenticate': `Bearer ${challenge}` } });

/** Another way of saying everything, and of keeping an answer: the whole thing, not its id alone. */
export const toyDialect: Dialect = {
  roots: ['things', 'toys'],
  problems: {
    unreadable: () => problem(400, 'invalid_input'),
    headers_too_large: () => problem(431, 'invalid_input'),
    request_timed_out: () => problem(408, 'invalid_input'),
    unmet_expectation: () => problem(417, 'invalid_input'),
    unknown_route: () => problem(404, 'nothing_here'),
    method_not_allowed: ({ allowed }) =>
      problem(405, 'wrong_method', { headers: { Allow: allowed } }),
    no_token: () => problem(401, 'who_are_you', bearer('realm="toys"')),
    invalid_token: () => problem(401, 'who_are_you', bearer('error="invalid_token"')),
    insufficient_scope: ({ scope }) => problem(403, 'not_permitted', bearer(`scope="${scope}"`)),
    identity_required: () => problem(403, 'no_account'),
    identity_not_allowed: () => problem(403, 'an_account'),
    too_many_requests: () => problem(429, 'slow_down'),
    wrong_content_type: () => problem(400, 'invalid_input'),
    body_too_large: () => problem(413, 'too_much'),
    not_json: () => problem(400, 'invalid_input'),
    faulty_fields: ({ part, faults }) =>
      part === 'body'
        ? problem(422, 'validation_failed', { violations: faults.map(violation) })
        : problem(400, 'invalid_input'),
    version_mismatch: () => problem(412, 'it_moved'),
    key_reused: () => problem(422, 'key_reused'),
    key_in_use: ({ retryAfterSeconds }) => problem(409, 'key_in_use', later(retryAfterSeconds)),
    too_many_keys: ({ retryAfterSeconds }) =>
      problem(429, 'keys_used_up', later(retryAfterSeconds)),
    beyond_calendar: () => problem(409, 'too_far_ahead'),
    set_aside: () => problem(409, 'broken_toy'),
    unavailable: ({ retryAfterSeconds }) => problem(503, 'come_back', later(retryAfterSeconds)),
    internal: () => problem(500, 'broken'),
  },
  keptAnswer: (id, { name }) => ({ status: 200, body: JSON.stringify({ id, madeBy: name }) }),
  auditOf: ({ params }) => ({ answeredId: String(params.thingId) }),
};

const shared = {
  summary: '',
  description: '',
  tag: '',
  path: '/things/{thingId}',
  scope: 'thing:write',
  answer: { status: 200, schema: null },
  refusals: [],
} as const;
const sizeField = {
  name: 'size',
  required: true,
  type: 'integer',
  minimum: 1,
  maximum: 9,
} as const;
const everyField = { name: 'every', required: false, type: 'boolean' } as const;

/** What its writes are to come to, by the id that is written. */
const outcomes: Readonly<Record<string, () => ReturnType<Endpoint['handle']>>> = {
  unknown: () => Promise.resolve(problem(404, 'no_such_thing')),
  moved: () => Promise.resolve(failed('version_mismatch')),
  full: () => Promise.resolve(failed('too_many_keys', { retryAfterSeconds: 7 })),
  broken: () => Promise.reject(new Error('of no concern to a client')),
};

export const toyEndpoints: readonly Endpoint[] = [
  makeEndpoint(
    {
      ...shared,
      name: 'sizeThing',
      method: 'put',
      body: [sizeField, everyField],
      keeps: 'in_user_product',
    },
    async ({ params: { thingId }, body: { size }, guards }) => {
      const refused = outcomes[thingId];
      if (refused !== undefined) return refused();
      const kept = await guards.answerOf(answered(thingId));
      return { status: 200, text: kept.body, isReplay: size === 9 };
    },
  ),
  makeEndpoint(
    {
      ...shared,
      name: 'makeThing',
      method: 'post',
      path: '/things',
      body: [sizeField],
      keeps: 'in_record',
    },
    ({ chosenId, body: { size } }) => Promise.resolve({ status: 200, body: { chosenId, size } }),
  ),
];
