import type { ZodType } from 'zod';
import type { EndpointDescription } from '../core/endpoint.js';
import type { ErrorMeaning } from '../core/error-meaning.js';

/** What the API document says of a dialect beside its endpoints. */
export type DialectDocumentation = {
  /** What operations are filed under, in the order in which a reader is shown them, with a sentence each. */
  readonly tags: Readonly<Record<string, string>>;
  /** Every scope that an endpoint asks for, with a sentence each. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly failures: FailureDocumentation;
};

/** What it says of a dialect's failures. */
export type FailureDocumentation = {
  readonly codes: Readonly<Record<string, ErrorMeaning>>;
  /** Whether that is a refusal by the rules: then its meaning is the rule that has to hold. */
  readonly isRule: (code: string) => boolean;
  /** Every code that an endpoint may answer with: those that it shares, and its own. */
  readonly codesOf: (endpoint: EndpointDescription) => readonly string[];
  readonly schema: ZodType;
  readonly mediaType: string;
  /** Put before the name of what several operations answer, so that two dialects do not share one. */
  readonly prefix: string;
};

/** A dialect as the document tells it. */
export type DocumentedDialect = {
  readonly documentation: DialectDocumentation;
  readonly endpoints: readonly EndpointDescription[];
};
