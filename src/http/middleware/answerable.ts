import type { Request, RequestHandler } from 'express';
import { answerProblem } from '../core/answer-problem.js';
import { type DialectOf, problemIn } from '../core/dialect.js';
import { failed, type Failure } from '../core/failure.js';

/**
 * Refuses what HTTP/1.1 has every server refuse: a request without a `Host` (RFC 9112 §3.2), and an `Expect` of anything
 * but `100-continue` (RFC 9110 §10.1.1). Node would answer both by itself, in no shape of ours. They are answered at once,
 * and the connection closes: a client that expects something may hold its body back until then.
 */
export function makeAnswerable(dialectOf: DialectOf): RequestHandler {
  return (req, res, next) => {
    const failure = failureOf(req);
    if (failure === null) {
      next();
      return;
    }
    const problem = problemIn(dialectOf(req.originalUrl), failure);
    res.locals.refusal = problem.code;
    res.setHeader('Connection', 'close');
    answerProblem(res, problem);
  };
}

const noHost = failed('unreadable');
const unmet = failed('unmet_expectation');

/** As Node reads the header: whatever else stands beside it. */
const weContinue = /(?:^|\W)100-continue(?:$|\W)/i;

function failureOf({ httpVersion, headers }: Request): Failure | null {
  if (httpVersion !== '1.1') return null;
  if (headers.host === undefined) return noHost;
  return headers.expect === undefined || weContinue.test(headers.expect) ? null : unmet;
}
