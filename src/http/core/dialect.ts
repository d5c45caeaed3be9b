import type { KeptAnswer } from '../../application/ports/idempotency-store.js';
import type { UserProductId } from '../../domain/ids.js';
import type { EndpointAnswer, EndpointDescription, EndpointRequest } from './endpoint.js';
import type { Failure, FailureFacts, FailureKind } from './failure.js';
import type { Problem } from './problem.js';

/** Ids that a request was about, for the log. */
export type Audit = {
  readonly accountId?: string;
  readonly userProductId?: string;
  /** What the answer named: the successor after an upgrade, the id of what was made. */
  readonly answeredId?: string;
};

/** How each failure is answered; one that is not here does not compile. */
export type ProblemTable = {
  readonly [Kind in FailureKind]: (facts: FailureFacts[Kind]) => Problem;
};

/** What one API says in its own way about what all have in common. Its endpoints are mounted with it. */
export type Dialect = {
  /** First parts of the paths that are its own: whatever is refused there is refused in its words. */
  readonly roots: readonly string[];
  /**
   * Every parameter of its paths is an id. One that is none names nothing: that is said before the fields of a body are
   * looked at, and behind all that keeps a request from being read. Absent: fields first, ids are the handler's to read.
   */
  readonly pathsHoldIds?: true;
  readonly problems: ProblemTable;
  /** What is answered, and kept under an `Idempotency-Key`, where a write ends in this user product. */
  readonly keptAnswer: (id: UserProductId, endpoint: EndpointDescription) => KeptAnswer;
  /** What a request was about, from its checked body or its path, and what its answer named. */
  readonly auditOf: (request: EndpointRequest, answer: EndpointAnswer) => Audit;
};

/** That failure in the words of this dialect. */
export function problemIn<Kind extends FailureKind>(
  { problems }: Pick<Dialect, 'problems'>,
  { kind, facts }: Failure<Kind>,
): Problem {
  return problems[kind](facts);
}

/** The dialect that an address is of. */
export type DialectOf = (address: string) => Dialect;

/** Of a path, or of a whole URL, which a client may send where it takes this for a proxy. */
const firstPart = /^(?:https?:\/\/[^/?]*)?\/([^/?]*)/i;

/** Looked at where something is refused, so that what is answered costs nothing for it. */
export function makeDialectOf(dialects: readonly Dialect[], otherwise: Dialect): DialectOf {
  const byRoot = new Map(dialects.flatMap((it) => it.roots.map((root) => [root, it] as const)));
  return (address) => byRoot.get(firstPart.exec(address)?.[1] ?? '') ?? otherwise;
}
