import type { RequestHandler } from 'express';
import { insufficientScope, problems } from '../problems.js';
import { callerOf } from './bearer-token.js';

/** Lets a caller through who holds this scope: whole string against whole string (spec/payway-api.md §2). */
export function makeRequiredScope(scope: string): RequestHandler {
  const lacking = insufficientScope(scope);
  return (_req, res, next) => {
    if (callerOf(res).scopes.includes(scope)) next();
    else next(lacking);
  };
}

/** Lets a caller through whose token names one account (spec/payway-api.md §4). */
export function makeRequiredIdentity(): RequestHandler {
  return (_req, res, next) => {
    next(callerOf(res).accountId === null ? problems.identityRequired : undefined);
  };
}
