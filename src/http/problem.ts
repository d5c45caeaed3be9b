import type { ErrorCode } from './error-codes.js';

/** One thing that is wrong, as the client reads it. */
export type Fault = { readonly code: ErrorCode; readonly field?: string; readonly message: string };

const tag = Symbol('problem');

/** A failure in the client's words and nothing but: status, body, headers. Handed to `next`, answered in one place. */
export type Problem = {
  readonly [tag]: true;
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
};

type ProblemParts = { status: number; body: object; headers?: Problem['headers'] };

/** A problem with a body of its own shape, for a dialect that does not speak of faults. */
export function makeProblem({ status, body, headers = {} }: ProblemParts): Problem {
  return { [tag]: true, status, body, headers };
}

/** The problem of these faults: the first is what the answer carries, `errors` all of them when there are more. */
export function makeFaultProblem(
  status: number,
  faults: readonly [Fault, ...Fault[]],
  headers: Problem['headers'] = {},
): Problem {
  const body = faults.length > 1 ? { ...faults[0], errors: faults } : faults[0];
  return makeProblem({ status, body, headers });
}

/** The one word by which a client tells this problem from others, in OAuth's words too. */
export function codeOf({ body }: Problem): string {
  const { code, error } = body as { code?: string; error?: string };
  return code ?? error ?? 'none';
}

/** Whether that is a problem made here, whatever else may have been thrown. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && tag in thrown;
}
