import type { FieldRule } from './field-rule.js';

/** What is wrong with one field of a body, one parameter of a query, or one header. No dialect's words. */
export type FieldFault = { readonly name: string } & (
  | { readonly fault: 'unknown' | 'absent' }
  /** In a JSON object a name twice; in a query what is no text in UTF-8. */
  | { readonly fault: 'repeated' | 'undecodable' }
  | { readonly fault: 'wrong_type'; readonly type: FieldRule['type'] | 'object' | 'list' }
  | { readonly fault: 'out_of_range'; readonly minimum: number; readonly maximum: number }
  | { readonly fault: 'too_many_items'; readonly maxItems: number }
  | { readonly fault: 'too_few_items'; readonly minItems: number }
  | { readonly fault: 'too_long'; readonly maxLength: number }
  | { readonly fault: 'too_short'; readonly minLength: number }
  | { readonly fault: 'no_choice'; readonly words: readonly string[] }
  /** Two names for one thing: this one, and that one. */
  | { readonly fault: 'conflict'; readonly with: string }
  /** Null or empty; no such thing as it has to be; there before in the same list. */
  | { readonly fault: 'blank' | 'malformed' | 'duplicate' }
  | { readonly fault: 'wrong_format'; readonly printedPattern: string }
  | { readonly fault: 'not_printable' | 'no_entity_tag' }
);

/** Where such a field stands: a dialect may answer a body in another way than a query. */
export type FaultyPart = 'body' | 'query' | 'headers';

type None = Readonly<Record<string, never>>;
type RetryAfter = { readonly retryAfterSeconds: number };

/** Every way in which a request can fail that is not the rules of one endpoint, with what is known about it. */
export type FailureFacts = {
  /** No HTTP, or a body that broke off. */
  readonly unreadable: None;
  readonly headers_too_large: None;
  readonly request_timed_out: None;
  /** An `Expect` of something else than `100-continue`. */
  readonly unmet_expectation: None;
  readonly unknown_route: None;
  readonly method_not_allowed: { readonly allowed: string };
  readonly no_token: None;
  readonly invalid_token: None;
  readonly insufficient_scope: { readonly scope: string };
  /** The token names no account. */
  readonly identity_required: None;
  /** The token names an account, and the endpoint is not for those. */
  readonly identity_not_allowed: None;
  readonly too_many_requests: None;
  readonly wrong_content_type: None;
  readonly body_too_large: None;
  /** The body is no JSON object in UTF-8. */
  readonly not_json: None;
  readonly faulty_fields: {
    readonly part: FaultyPart;
    readonly faults: readonly [FieldFault, ...FieldFault[]];
  };
  readonly version_mismatch: None;
  /** An `Idempotency-Key` that was used for another request. */
  readonly key_reused: None;
  /** The first request under that key is under way. */
  readonly key_in_use: RetryAfter;
  /** What is written keeps as many answers as it can. */
  readonly too_many_keys: RetryAfter;
  /** The user product cannot be read or decided until somebody has repaired it. */
  readonly set_aside: None;
  /** What is asked for would end after the year 9999. */
  readonly beyond_calendar: None;
  /** Nothing is claimed about the request. */
  readonly unavailable: RetryAfter;
  readonly internal: None;
};

export type FailureKind = keyof FailureFacts;

const tag = Symbol('failure');

/** A failure before any dialect has put it into words: made where it is found, worded where it is answered. */
export type Failure<Kind extends FailureKind = FailureKind> = {
  readonly [tag]: true;
  readonly kind: Kind;
  readonly facts: FailureFacts[Kind];
};

type FactsOf<Kind extends FailureKind> = None extends FailureFacts[Kind]
  ? []
  : [facts: FailureFacts[Kind]];

/** Example: `failed('no_token')`, `failed('unavailable', { retryAfterSeconds: 1 })`. */
export function failed<const Kind extends FailureKind>(
  kind: Kind,
  ...[facts]: FactsOf<Kind>
): Failure<Kind> {
  return { [tag]: true, kind, facts: (facts ?? {}) as FailureFacts[Kind] };
}

/** Whether that is a failure made here, whatever else may have been thrown. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && tag in thrown;
}
