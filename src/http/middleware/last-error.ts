import type { ErrorRequestHandler, Request, Response } from 'express';
import {
  BusyError,
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../application/ports/failures.js';
import type { Log } from '../../application/ports/log.js';
import { answerProblem } from '../answer-problem.js';
import { codeOf, isProblem, type Problem } from '../problem.js';
import { problems, unavailable } from '../problems.js';
import { afterBody } from './after-body.js';
import { requestIdOf } from './request-id.js';

/**
 * The one place where a failure becomes an answer. A problem is answered as it is; a store out of reach is 503; all
 * else is a constant 500. Both are logged once, with the request id; no word of an exception goes out.
 */
export function makeLastError(log: Log): ErrorRequestHandler {
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return (thrown: unknown, req, res, _next) => {
    const problem = isProblem(thrown) ? thrown : toProblem(thrown);
    if (problem !== thrown && problem.status >= 500) logFailure(log, { thrown, problem, req, res });
    res.locals.refusal = codeOf(problem);
    afterBody(req, () => {
      answerProblem(res, problem);
    });
  };
}

/** What to answer for something that was thrown. */
function toProblem(thrown: unknown): Problem {
  if (thrown instanceof BusyError) return unavailable(thrown.retryAfterSeconds);
  if (thrown instanceof StoreUnavailableError || thrown instanceof OutcomeUnknownError) {
    return unavailable(1);
  }
  return isUndecodablePath(thrown) ? problems.unknownRoute : problems.internal;
}

/** Thrown by the router for `%E0%A4%A`: an address that is no UTF-8 names nothing. */
function isUndecodablePath(thrown: unknown): boolean {
  return thrown instanceof URIError && 'status' in thrown && thrown.status === 400;
}

type Failure = { thrown: unknown; problem: Problem; req: Request; res: Response };

function logFailure(log: Log, { thrown, problem, req, res }: Failure): void {
  const facts = {
    requestId: requestIdOf(res),
    method: req.method,
    path: req.path,
    status: problem.status,
    err: thrown,
  };
  if (problem.status === 503) log.warn('request not served', facts);
  else log.error('request failed', facts);
}
