import type { RequestHandler } from 'express';
import { methodNotAllowed } from '../problems.js';

/** Last on a route: any method that the route does not know, `OPTIONS` among them. */
export function makeOtherMethods(allowed: string): RequestHandler {
  const refused = methodNotAllowed(allowed);
  return (_req, _res, next) => {
    next(refused);
  };
}
