import type { z, ZodType } from 'zod';
import type { Caller } from '../../application/authorization/authenticate.js';
import type { WriteGuards } from '../../application/commit/guards.js';
import { type Failure, isFailure } from './failure.js';
import type { BodyOf, FieldRule, QueryOf } from './field-rule.js';
import { isProblem, type Problem } from './problem.js';

/**
 * What is true of one endpoint without running it: the router checks requests by it, and the API document is derived
 * from it, so that the two cannot differ.
 */
export type EndpointDescription<Code extends string = string> = {
  /** Name of the operation, camelCase, unique. */
  readonly name: string;
  /** A few words, without a full stop. */
  readonly summary: string;
  /** The same in full sentences. */
  readonly description: string;
  /** What the API document files it under. */
  readonly tag: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** From the root, parameters in braces: `/things/{thingId}`. */
  readonly path: string;
  readonly scope: string;
  /**
   * The caller's token must name one account. Where this is absent such a token is refused, whatever its scopes
   * (docs/spec/payway-api.md §4).
   */
  readonly needsIdentity?: true;
  /**
   * The caller's token may name an account: then the handler is to look at what is that account's and at nothing else,
   * by `caller.accountId`. Not beside `needsIdentity`.
   */
  readonly mayHaveIdentity?: true;
  readonly query?: readonly FieldRule[];
  /** A flat table of fields, or, of what holds rows, null or what is nested, a schema. */
  readonly body?: readonly FieldRule[] | ZodType;
  /** A body, as the API document shows one. */
  readonly example?: Readonly<Record<string, unknown>>;
  /**
   * Where the answer to an `Idempotency-Key` is kept: in the user product that is written, which takes `If-Match` too,
   * or in a record of its own. Absent: neither header is looked at.
   */
  readonly keeps?: 'in_user_product' | 'in_record';
  /**
   * What it answers is a secret. Beside `keeps: 'in_record'`: the answer is not kept, and a repeat under the same key is
   * carried out once more, with the same id.
   */
  readonly answersAnew?: true;
  /** Its handler asks for the version that `If-Match` names, where the answer is kept in a record. */
  readonly takesIfMatch?: true;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    /** For tests and for the API document, which prints it under its name; null for an answer without a body. */
    readonly schema: ZodType | null;
  };
  /** Codes that this endpoint alone, or with few others, may refuse with; those of every endpoint are not repeated. */
  readonly refusals: readonly Code[];
};

type FieldValue = string | number | boolean | null | readonly string[];
type Fields = Readonly<Record<string, FieldValue>>;

/** A request that has passed everything its description says. */
export type EndpointRequest = {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  /** Empty where the endpoint takes none. */
  readonly query: Fields;
  /** What was meant by it; empty where the endpoint takes none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The same as it came, where it is described by a schema: a field may have come under a second name. */
  readonly sentBody: Readonly<Record<string, unknown>>;
  readonly guards: WriteGuards;
  /** Where the answer to an `Idempotency-Key` is kept in a record: the id that this write is to use, the same each time. */
  readonly chosenId: string | null;
};

type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Param in Name]: string } & ParamsOf<Rest>
  : unknown;

/** The same, of the types that this description gives it. */
type RequestTo<Description extends EndpointDescription> = Omit<
  EndpointRequest,
  'params' | 'query' | 'body'
> & {
  readonly params: ParamsOf<Description['path']>;
  readonly query: Description extends { readonly query: infer Of extends readonly FieldRule[] }
    ? QueryOf<Of>
    : unknown;
  readonly body: Description extends { readonly body: infer Of } ? MeantBody<Of> : unknown;
};

type MeantBody<Of> = Of extends readonly FieldRule[]
  ? BodyOf<Of>
  : Of extends ZodType
    ? z.output<Of>
    : unknown;

/** `text` where an answer is kept, to be repeated byte for byte; empty where there is no body. */
export type EndpointAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly text: string; readonly isReplay: boolean }
  | Refused;

/** Not done: in the dialect's own words, or one of the failures that each dialect words. */
export type Refused = Problem | Failure;

export function isRefused(answer: unknown): answer is Refused {
  return isProblem(answer) || isFailure(answer);
}

type Handle = (request: EndpointRequest) => Promise<EndpointAnswer>;

export type Endpoint<Code extends string = string> = EndpointDescription<Code> & {
  readonly handle: Handle;
};

/**
 * What is described, and what does it. A request gets there only when it has passed the fields of this very
 * description, so it is of the types that they give.
 */
export function makeEndpoint<const Description extends EndpointDescription>(
  description: Description,
  handle: (request: RequestTo<Description>) => Promise<EndpointAnswer>,
): Description & { readonly handle: Handle } {
  return { ...description, handle: handle as Handle };
}
