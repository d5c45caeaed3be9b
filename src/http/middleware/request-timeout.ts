import type { RequestHandler } from 'express';
import { answerProblem } from '../answer-problem.js';
import { problems, unavailable } from '../problems.js';

/**
 * A client waits this long and no longer: 503 where the work has not ended (it may go on, and its answer is dropped),
 * 408 where the request has not even arrived. An answer that the client does not read by then is cut off.
 */
export function makeRequestTimeout(milliseconds: number): RequestHandler {
  const tooSlow = unavailable(1);
  return (req, res, next) => {
    const timer = setTimeout(() => {
      if (res.headersSent) res.destroy();
      else answerProblem(res, req.complete ? tooSlow : problems.requestTimedOut);
    }, milliseconds);
    res.once('close', () => {
      clearTimeout(timer);
    });
    next();
  };
}
