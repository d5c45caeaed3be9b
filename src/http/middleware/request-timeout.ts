import type { RequestHandler } from 'express';
import { answerProblem } from '../core/answer-problem.js';
import { type DialectOf, problemIn } from '../core/dialect.js';
import { failed } from '../core/failure.js';

/**
 * A client waits this long and no longer: unavailable where the work has not ended (it may go on, and its answer is
 * dropped), timed out where the request has not even arrived. An answer that the client does not read by then is cut off.
 */
export function makeRequestTimeout(milliseconds: number, dialectOf: DialectOf): RequestHandler {
  const tooSlow = failed('unavailable', { retryAfterSeconds: 1 });
  const notArrived = failed('request_timed_out');
  return (req, res, next) => {
    const timer = setTimeout(() => {
      if (res.headersSent) {
        res.destroy();
        return;
      }
      const failure = req.complete ? tooSlow : notArrived;
      answerProblem(res, problemIn(dialectOf(req.originalUrl), failure));
    }, milliseconds);
    res.once('close', () => {
      clearTimeout(timer);
    });
    next();
  };
}
