import type { ZodType } from 'zod';
import type { JsonSchema } from './json-schema.js';

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
  readonly schema: ZodType | null;
  /** Absent: `application/json`. */
  readonly mediaType?: string;
  readonly headers: readonly AnswerHeader[];
  /** Set where other operations answer the same: it is then printed once. */
  readonly sharedAs?: string;
};

/** What is sent; `name` is its component's, and so a class's in a generated client. */
export type RequestBody = {
  readonly name: string;
  readonly mediaType: string;
  /** False: nothing in it is required, so it may be left out. */
  readonly isRequired: boolean;
  readonly schema: JsonSchema | ZodType;
  readonly example?: Readonly<Record<string, unknown>>;
};

/** One operation as the document tells it, derived from an endpoint or written by hand. */
export type Operation = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly method: string;
  /** Parameters in braces. */
  readonly path: string;
  readonly tag: string;
  /** Each of these alone will do; none: no token is looked at. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly JsonSchema[];
  readonly body: RequestBody | null;
  readonly answers: readonly Answer[];
};
