import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { readCookie } from './cookies.js';
import { withinDeadline } from './deadline.js';
import { type OwnAddress, ownAddress } from './own-host.js';
import { failureOfThrown } from './page-failure.js';
import type { PageAnswer, PageFailure, PageRoute, Visit } from './page-route.js';
import { readForm, readQuery } from './read-fields.js';
import { isOwnPost } from './same-origin.js';
import { sendPage } from './send-page.js';
import type { Framing, PagesDeps, Surface } from './surface.js';

const largestForm = '100kb';
const mostFields = 200;

/** A request and what answers it. */
type Exchange = { readonly req: Request; readonly res: Response };

/** Everything that answers on a surface, each piece for one place in the order of `mountPages`. */
export type PageAnswers<Visitor, Nobody> = {
  readonly fail: (exchange: Exchange, failure: PageFailure) => void;
  /** A form that another site has sent, or that is no form, goes no further. */
  readonly guardPost: RequestHandler;
  readonly answer: (route: PageRoute<Visitor, Nobody>, exchange: Exchange) => Promise<void>;
  readonly afterThrow: ErrorRequestHandler;
};

export function makePageAnswers<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  deps: PagesDeps,
): PageAnswers<Visitor, Nobody> {
  const frame = makeFraming(surface);
  const parseForm = express.urlencoded({
    extended: false,
    limit: largestForm,
    parameterLimit: mostFields,
    inflate: false,
  });
  const send = (res: Response, given: PageAnswer, framing: Framing<Visitor, Nobody>): void => {
    if (res.headersSent) return;
    if (given.answer === 'failed') res.locals.refusal = given.failure;
    sendPage(surface, given, { res, framing });
  };
  const fail = (exchange: Exchange, failure: PageFailure): void => {
    const nobody = surface.nobody(exchange.req.headers);
    send(exchange.res, { answer: 'failed', failure }, frame(exchange, nobody));
  };
  return {
    fail,
    guardPost: (req, res, next) => {
      const { origin } = addressOf(surface, req);
      if (!isOwnPost(req.headers, origin)) fail({ req, res }, 'foreign_post');
      else if (!req.is('application/x-www-form-urlencoded')) fail({ req, res }, 'faulty_form');
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Express makes its requests by prototype
      else parseForm(req, res, next);
    },
    answer: async (route, exchange) => {
      const { req, res } = exchange;
      const who = await whoIs(surface, req).catch((error: unknown) => ({ error }));
      if ('error' in who) {
        const framing = frame(exchange, surface.nobody(req.headers));
        send(res, await answerUnread(deps, route, { exchange, framing, ...who }), framing);
        return;
      }
      const framing = frame(exchange, who.isIn ? who.visitor : who.nobody);
      if (!who.isIn && route.access === 'session') {
        send(res, { answer: 'failed', failure: 'session_over' }, framing);
        return;
      }
      const given = await answerOf(deps, route, { exchange, framing });
      const isLeaving = given.answer === 'page' && given.isLeaving === true;
      send(res, given, isLeaving ? frame(exchange, surface.nobody(req.headers)) : framing);
    },
    afterThrow: makeAfterThrow(deps, fail),
  };
}

function addressOf(surface: { readonly baseUrl: string | null }, req: Request): OwnAddress {
  const address = ownAddress(req.headers.host, surface.baseUrl);
  if (address === null) throw new Error('a host that is none of ours came past its guard');
  return address;
}

function makeFraming<Visitor, Nobody>(surface: Surface<Visitor, Nobody>) {
  return ({ req, res }: Exchange, visitor: Visitor | Nobody): Framing<Visitor, Nobody> => ({
    visitor,
    written: surface.writtenFor(visitor, req.headers),
    address: addressOf(surface, req),
    path: req.originalUrl,
    requestId: String(res.getHeader('X-Request-Id')),
    cookie: cookieIn(surface, req),
  });
}

function whoIs<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  req: Request,
): ReturnType<Surface<Visitor, Nobody>['visitorOf']> {
  const { headers } = req;
  const secret = cookieIn(surface, req);
  return secret === null
    ? Promise.resolve({ isIn: false, nobody: surface.nobody(headers) })
    : surface.visitorOf(secret, { headers, path: req.path });
}

function cookieIn<Visitor, Nobody>(surface: Surface<Visitor, Nobody>, req: Request): string | null {
  return readCookie(req.headers.cookie, surface.name, addressOf(surface, req).isHttps);
}

type Asked<Visitor, Nobody> = {
  readonly exchange: Exchange;
  readonly framing: Framing<Visitor, Nobody>;
};

/** The page, once its fields are read; where nobody knows what became of an action, what finds that out. */
async function answerOf<Visitor, Nobody>(
  { requestTimeoutMs, log }: PagesDeps,
  route: PageRoute<Visitor, Nobody>,
  asked: Asked<Visitor, Nobody>,
): Promise<PageAnswer> {
  const stopped = await stoppedBy(route, asked);
  if (stopped !== null) return stopped;
  const visit = await visitOf(route, asked);
  if (visit === null) return { answer: 'failed', failure: 'faulty_form' };
  try {
    return await withinDeadline(route.handle(visit), requestTimeoutMs);
  } catch (error) {
    const isUnknown = failureOfThrown(error) === 'unavailable';
    if (!isUnknown || route.access === 'open' || route.whenUnknown === undefined) throw error;
    log.warn('page not served', { requestId: visit.requestId, err: error });
    return route.whenUnknown(visit);
  }
}

/** What its guard says, who knows nothing of the form yet. */
async function stoppedBy<Visitor, Nobody>(
  route: PageRoute<Visitor, Nobody>,
  asked: Asked<Visitor, Nobody>,
): Promise<PageAnswer | null> {
  if (route.access === 'open' || route.guard === undefined) return null;
  return route.guard(await withoutForm(route, asked));
}

/** A form that finds out what became of it keeps its key, also where nobody can say who sends it. */
async function answerUnread<Visitor, Nobody>(
  { log }: PagesDeps,
  route: PageRoute<Visitor, Nobody>,
  { error, ...asked }: Asked<Visitor, Nobody> & { readonly error: unknown },
): Promise<PageAnswer> {
  const visit = await visitOf(route, asked);
  const isAway = failureOfThrown(error) === 'unavailable';
  if (!isAway || visit === null || route.access === 'open' || route.whenUnknown === undefined) {
    throw error;
  }
  log.warn('page not served', { requestId: visit.requestId, err: error });
  return route.whenUnknown(visit);
}

/** What a handler is told of a request; null where its form does not fit. Who is nobody gets to open routes alone. */
async function visitOf<Visitor, Nobody>(
  route: PageRoute<Visitor, Nobody>,
  asked: Asked<Visitor, Nobody>,
): Promise<Visit<Visitor> | null> {
  const { req } = asked.exchange;
  const form = req.method === 'POST' ? await readForm(req, route.form ?? []) : {};
  return form === null ? null : { ...(await withoutForm(route, asked)), form };
}

async function withoutForm<Visitor, Nobody>(
  route: PageRoute<Visitor, Nobody>,
  { exchange: { req }, framing }: Asked<Visitor, Nobody>,
): Promise<Visit<Visitor>> {
  const visit = {
    ...framing,
    params: req.params as Readonly<Record<string, string>>,
    query: await readQuery(req, route.query ?? []),
    form: {},
    loginCookie: readCookie(req.headers.cookie, 'login', framing.address.isHttps),
    isPrefetch: isPrefetch(req),
  };
  return visit as Visit<Visitor>;
}

/** A browser or a scanner that looks before anybody has asked. */
function isPrefetch({ headers, method }: Request): boolean {
  const purpose = `${String(headers['sec-purpose'] ?? '')} ${String(headers.purpose ?? '')}`;
  return method === 'HEAD' || purpose.includes('prefetch');
}

function makeAfterThrow(
  { log }: PagesDeps,
  fail: (exchange: Exchange, failure: PageFailure) => void,
): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return (thrown: unknown, req, res, next) => {
    const failure = failureOfThrown(thrown);
    const facts = { requestId: String(res.getHeader('X-Request-Id')), err: thrown };
    if (failure === 'internal') log.error('page failed', facts);
    if (failure === 'unavailable') log.warn('page not served', facts);
    if (res.headersSent) next(thrown);
    else fail({ req, res }, failure);
  };
}
