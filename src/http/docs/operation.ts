import type { JsonSchema } from '../core/endpoint.js';

/** Headers of answers that the document describes, by name. */
export type AnswerHeader =
  | 'X-Request-Id'
  | 'Idempotent-Replayed'
  | 'Retry-After'
  | 'WWW-Authenticate'
  | 'RateLimit-Limit'
  | 'RateLimit-Remaining'
  | 'RateLimit-Reset';

export type Answer = {
  readonly status: number;
  readonly description: string;
  /** Null for an answer without a body. */
  readonly schema: JsonSchema | null;
  readonly headers: readonly AnswerHeader[];
  /** Set where other operations answer the same: it is then printed once. */
  readonly sharedAs?: string;
};

/** One operation as the document tells it, derived from an endpoint or written by hand. */
export type Operation = {
  readonly name: string;
  readonly summary: string;
  readonly method: string;
  /** Parameters in braces. */
  readonly path: string;
  readonly tag: string;
  /** Each of these alone will do; none: no token is looked at. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly JsonSchema[];
  readonly body: { readonly mediaType: string; readonly schema: JsonSchema } | null;
  readonly answers: readonly Answer[];
};
