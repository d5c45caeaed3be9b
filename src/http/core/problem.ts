const tag = Symbol('problem');

/** A failure in one dialect's words and nothing but: status, body, headers. Handed to `next`, answered in one place. */
export type Problem = {
  readonly [tag]: true;
  readonly status: number;
  /** The one word by which a client tells this problem from others; the log carries it. */
  readonly code: string;
  readonly body: object;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
};

type ProblemParts = {
  readonly status: number;
  readonly code: string;
  readonly body: object;
  readonly mediaType?: string;
  readonly headers?: Problem['headers'];
};

/** The body is JSON in the dialect's own shape, and of its media type where that is not plain JSON. */
export function makeProblem(parts: ProblemParts): Problem {
  return { mediaType: 'application/json; charset=utf-8', headers: {}, ...parts, [tag]: true };
}

/** Whether that is a problem made here, whatever else may have been thrown. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && tag in thrown;
}
