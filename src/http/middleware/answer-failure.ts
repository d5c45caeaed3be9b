import type { ErrorRequestHandler, Request, Response } from 'express';
import {
  BusyError,
  OutcomeUnknownError,
  SetAsideError,
  StoreUnavailableError,
} from '../../application/ports/failures.js';
import type { Log } from '../../application/ports/log.js';
import { BeyondCalendarError } from '../../domain/time/instant.js';
import { answerProblem } from '../core/answer-problem.js';
import { type DialectOf, problemIn } from '../core/dialect.js';
import { failed, type Failure, isFailure } from '../core/failure.js';
import { isProblem, type Problem } from '../core/problem.js';
import { afterBody } from './after-body.js';
import { requestIdOf } from './request-id.js';

/**
 * The one place where a failure becomes an answer, in the words of the dialect that the address is of. A problem is in
 * words already; a store out of reach is unavailable; all else that is thrown is an internal failure. Those are logged
 * once, with the request id; no word of an exception goes out.
 */
export function makeAnswerFailure(log: Log, dialectOf: DialectOf): ErrorRequestHandler {
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return (thrown: unknown, req, res, _next) => {
    const failure = isProblem(thrown) || isFailure(thrown) ? thrown : toFailure(thrown);
    const problem = isProblem(failure) ? failure : problemIn(dialectOf(req.originalUrl), failure);
    if (failure !== thrown && problem.status >= 500) logFailure(log, { thrown, problem, req, res });
    res.locals.refusal = problem.code;
    afterBody(req, () => {
      answerProblem(res, problem);
    });
  };
}

/** What something that was thrown comes to. */
function toFailure(thrown: unknown): Failure {
  if (thrown instanceof BusyError) {
    return failed('unavailable', { retryAfterSeconds: thrown.retryAfterSeconds });
  }
  if (thrown instanceof StoreUnavailableError || thrown instanceof OutcomeUnknownError) {
    return failed('unavailable', { retryAfterSeconds: 1 });
  }
  if (thrown instanceof SetAsideError) return failed('set_aside');
  if (thrown instanceof BeyondCalendarError) return failed('beyond_calendar');
  return isUndecodablePath(thrown) ? failed('unknown_route') : failed('internal');
}

/** Thrown by the router for `%E0%A4%A`: an address that is no UTF-8 names nothing. */
function isUndecodablePath(thrown: unknown): boolean {
  return thrown instanceof URIError && 'status' in thrown && thrown.status === 400;
}

type Unserved = { thrown: unknown; problem: Problem; req: Request; res: Response };

function logFailure(log: Log, { thrown, problem, req, res }: Unserved): void {
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
