import type { RequestHandler } from 'express';
import { failed } from '../failure.js';

/** Last on a route: any method that the route does not know, `OPTIONS` among them. */
export function makeOtherMethods(allowed: string): RequestHandler {
  const refused = failed('method_not_allowed', { allowed });
  return (_req, _res, next) => {
    next(refused);
  };
}
