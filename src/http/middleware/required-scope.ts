import type { RequestHandler } from 'express';
import { insufficientScope } from '../problems.js';
import { callerOf } from './bearer-token.js';

/** Lets a caller through who holds this scope: whole string against whole string (spec/payway-api.md §2). */
export function makeRequiredScope(scope: string): RequestHandler {
  const lacking = insufficientScope(scope);
  return (_req, res, next) => {
    if (callerOf(res).scopes.includes(scope)) next();
    else next(lacking);
  };
}
