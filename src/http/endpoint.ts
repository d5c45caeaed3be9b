import type { ZodType } from 'zod';
import type { Caller } from '../application/authorization/authenticate.js';
import type { WriteGuards } from '../application/change/write-guards.js';
import type { ErrorCode } from './error-codes.js';
import type { FieldRule } from './middleware/field-rules.js';
import type { Problem } from './problem.js';

/**
 * What is true of one endpoint without running it: the router checks requests by it, and the API document is derived
 * from it, so that the two cannot differ.
 */
export type EndpointDescription = {
  /** Name of the operation, camelCase, unique. */
  readonly name: string;
  /** A few words, without a full stop. */
  readonly summary: string;
  /** The same in full sentences. */
  readonly description: string;
  /** What the API document files it under. */
  readonly tag: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** From the root, parameters in braces: `/external/api/v1/userproducts/{accountId}`. */
  readonly path: string;
  readonly scope: string;
  /** The caller's token must name one account. */
  readonly needsIdentity?: true;
  readonly query?: readonly FieldRule[];
  readonly body?: readonly FieldRule[];
  /** A body, as the API document shows one. */
  readonly example?: Readonly<Record<string, unknown>>;
  /**
   * Where the answer to an `Idempotency-Key` is kept: in the user product that is written, which takes `If-Match` too,
   * or in a record of its own. Absent: neither header is looked at.
   */
  readonly keeps?: 'in_user_product' | 'in_record';
  readonly answer: {
    readonly status: 200 | 201 | 204;
    /** For tests and for the API document, which prints it under its name; null for an answer without a body. */
    readonly schema: ZodType | null;
  };
  /** Codes that this endpoint alone, or with few others, may refuse with; those of every endpoint are not repeated. */
  readonly refusals: readonly ErrorCode[];
};

/** A request that has passed everything its description says. */
export type EndpointRequest = {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  /** Single values only. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly guards: WriteGuards;
  /** Where the answer to an `Idempotency-Key` is kept in a record: the id that this write is to use, the same each time. */
  readonly chosenId: string | null;
};

/** `text` where an answer is kept, to be repeated byte for byte; empty where there is no body. */
export type EndpointAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly text: string; readonly isReplay: boolean }
  | Problem;

type Handle = (request: EndpointRequest) => Promise<EndpointAnswer>;

export type Endpoint = EndpointDescription & { readonly handle: Handle };
