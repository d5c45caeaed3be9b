import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const sent = 'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id';
const shown = 'X-Request-Id, Idempotent-Replayed, Retry-After';
const preflightSeconds = '600';

/**
 * Lets pages of these origins, and of no other, ask from a browser (the CORS protocol of the Fetch standard), with these
 * methods and the headers that the API takes. A token is sent by the page itself, so no cookie is: credentials are never
 * allowed. A preflight carries no token, so it is answered before one is looked for. Whoever comes from elsewhere is
 * answered as ever, and the browser keeps the answer from the page; what is not from a browser does not notice.
 */
export function makeCrossOrigin(origins: readonly string[], methods: string): RequestHandler {
  const known: ReadonlySet<string> = new Set(origins);
  return (req, res, next) => {
    const { origin } = req.headers;
    res.setHeader('Vary', 'Origin');
    if (origin === undefined || !known.has(origin)) {
      next();
      return;
    }
    res.setHeader('Access-Control-Allow-Origin', origin);
    if (!isPreflight(req)) {
      res.setHeader('Access-Control-Expose-Headers', shown);
      next();
      return;
    }
    res.setHeader('Access-Control-Allow-Methods', methods);
    res.setHeader('Access-Control-Allow-Headers', sent);
    res.setHeader('Access-Control-Max-Age', preflightSeconds);
    res.statusCode = 204;
    res.end();
  };
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
