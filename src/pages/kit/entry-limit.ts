import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { PagesDeps } from './surface.js';

/** So many tries a minute of one address (docs/spec/pages.md §4); the next is told to wait. */
export function makeEntryLimit(
  { entriesPerMinute, networkOf }: PagesDeps,
  refuse: (req: Request, res: Response) => void,
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: entriesPerMinute,
    keyGenerator: (req) => networkOf(req),
    handler: (req, res) => {
      refuse(req, res);
    },
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
  });
}
