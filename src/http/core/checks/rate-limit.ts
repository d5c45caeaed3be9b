import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { failed } from '../failure.js';
import { callerOf } from './bearer-token.js';
import { clientAddressOf } from './client-address.js';

const windowMs = 60_000;

/** So many requests a minute for each API client, counted in this process. Only behind `makeBearerToken`. */
export function makeClientRateLimit(perMinute: number): RequestHandler {
  return rateLimit({ ...shared(perMinute), keyGenerator: (_req, res) => callerOf(res).clientId });
}

/** So many requests a minute from each address (of IPv6, each /64 network), counted in this process. */
export function makeAddressRateLimit(perMinute: number): RequestHandler {
  return rateLimit({ ...shared(perMinute), keyGenerator: (req) => clientAddressOf(req).network });
}

function shared(perMinute: number): Partial<Parameters<typeof rateLimit>[0]> {
  return {
    windowMs,
    limit: perMinute,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    // Its own checks write to the console, at a client's bidding: whoever sends X-Forwarded-For without a proxy.
    validate: false,
    handler: (_req, _res, next) => {
      next(failed('too_many_requests'));
    },
  };
}
