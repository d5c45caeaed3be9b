import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../../application/authorization/authenticate.js';
import type { Audit } from '../core/dialect.js';
import type { SignIn } from '../core/sign-in.js';
import { requestIdOf } from './request-id.js';

/** A request that is over, answered or not. */
export type EndedRequest = {
  readonly method: string;
  /** The pattern that matched, such as `/external/api/v1/userproducts/:accountId`; `unmatched` where none did. */
  readonly route: string;
  /** Null: the client was gone before it was answered. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly requestId: string;
  /** The code of the problem that was answered; null where it was none. */
  readonly refusal: string | null;
  /** Null where nobody had proved who they are. */
  readonly caller: Caller | null;
  readonly audit: Audit;
  /** Null where it is not about a token. */
  readonly signIn: SignIn | null;
};

/**
 * Tells each of these of every request once it is over. Who called, what it was about and why it was refused stand in
 * `res.locals` by then.
 */
export function makeRequestEnded(
  listeners: readonly ((request: EndedRequest) => void)[],
): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.once('close', () => {
      const ended = endedRequest(req, res, performance.now() - startedAt);
      for (const tell of listeners) tell(ended);
    });
    next();
  };
}

function endedRequest(req: Request, res: Response, milliseconds: number): EndedRequest {
  const locals = res.locals as {
    caller?: Caller;
    refusal?: string;
    audit?: Audit;
    signIn?: SignIn;
  };
  return {
    method: req.method,
    route: routeOf(req),
    status: res.headersSent ? res.statusCode : null,
    milliseconds,
    requestId: requestIdOf(res),
    refusal: locals.refusal ?? null,
    caller: locals.caller ?? null,
    audit: locals.audit ?? {},
    signIn: locals.signIn ?? null,
  };
}

/**
 * The pattern of the route, where its router is mounted before it. Express has forgotten the mount by the time a problem
 * is answered, so it is read from the address: what stands there before as many parts as the route itself has. Routers
 * are mounted at constant paths only, so that no id of a client gets into a pattern.
 */
function routeOf(req: Request): string {
  const route = req.route as { readonly path: unknown } | undefined;
  if (route === undefined) return 'unmatched';
  const pattern = partsOf(String(route.path));
  const [path = ''] = req.originalUrl.split('?', 1);
  const address = partsOf(path);
  const mount = address.slice(0, address.length - pattern.length);
  return `/${[...mount, ...pattern].join('/')}`;
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
