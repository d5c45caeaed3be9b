import type { RequestHandler } from 'express';
import { failed } from '../failure.js';
import { callerOf } from './bearer-token.js';

/** Lets a caller through who holds this scope: whole string against whole string. */
export function makeRequiredScope(scope: string): RequestHandler {
  const lacking = failed('insufficient_scope', { scope });
  return (_req, res, next) => {
    if (callerOf(res).scopes.includes(scope)) next();
    else next(lacking);
  };
}

/**
 * Lets a caller through whose token names no account. What an identity token may do stands at its account alone: an
 * endpoint that looks elsewhere would let it read and write whatever its scopes name.
 */
export function makeNoIdentity(): RequestHandler {
  const refused = failed('identity_not_allowed');
  return (_req, res, next) => {
    next(callerOf(res).accountId === null ? undefined : refused);
  };
}

/** Lets a caller through whose token names one account. */
export function makeRequiredIdentity(): RequestHandler {
  const lacking = failed('identity_required');
  return (_req, res, next) => {
    next(callerOf(res).accountId === null ? lacking : undefined);
  };
}
