import type { RequestHandler, Response } from 'express';
import type { Authenticate, Caller } from '../../../application/authorization/authenticate.js';
import { failed } from '../failure.js';

const scheme = /^bearer(?: |$)/i;
const credentials = /^bearer +([\w.~+/-]+=*)$/i;

/** Finds out who calls, from `Authorization: Bearer …` and nowhere else (RFC 6750 §2.1). */
export function makeBearerToken(authenticate: Authenticate): RequestHandler {
  return async (req, res, next) => {
    const header = req.headers.authorization;
    if (header === undefined || !scheme.test(header)) {
      next(failed('no_token'));
      return;
    }
    const token = credentials.exec(header)?.[1];
    const caller = token === undefined ? null : await authenticate(token);
    if (caller === null) {
      next(failed('invalid_token'));
      return;
    }
    res.locals.caller = caller;
    next();
  };
}

/** Who calls. Only behind `makeBearerToken`. */
export function callerOf(res: Response): Caller {
  return (res.locals as { caller: Caller }).caller;
}
