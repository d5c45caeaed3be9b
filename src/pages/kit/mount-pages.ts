import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
  type Router,
} from 'express';
import {
  BusyError,
  OutcomeUnknownError,
  SetAsideError,
  StoreUnavailableError,
} from '../../application/ports/failures.js';
import { readCookie } from './cookies.js';
import { PageDeadlineError, withinDeadline } from './deadline.js';
import { makeEntryLimit } from './entry-limit.js';
import { type OwnAddress, ownAddress } from './own-host.js';
import { pageHeaders } from './page-headers.js';
import type { PageAnswer, PageFailure, PageRoute, Visit } from './page-route.js';
import { readForm, readQuery } from './read-fields.js';
import { isOwnPost } from './same-origin.js';
import { sendPage } from './send-page.js';
import type { Framing, PagesDeps, Surface } from './surface.js';

const largestForm = '100kb';
const mostFields = 200;

/**
 * All pages of a surface, each behind the same guards in the same order (docs/spec/pages.md §4): own host, headers, form
 * sent by ourselves, body within bounds, session, fields, deadline.
 */
export function mountPages<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  deps: PagesDeps,
): Router {
  const root = `/${surface.name}`;
  const router = express.Router({ caseSensitive: true });
  const answer = makeAnswer(surface, deps);
  router.use(root, pageHeaders, (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Robots-Tag', 'noindex');
    next();
  });
  router.use(root, (req, res, next) => {
    if (ownAddress(req.headers.host, surface.baseUrl) === null) next('router');
    else if (req.method === 'POST') answer.guardPost(req, res, next);
    else next();
  });
  const limited = makeEntryLimit(deps, (req, res) => answer.fail(req, res, 'too_many_requests'));
  for (const route of surface.routes) {
    const handlers = route.isEntry === true ? [limited] : [];
    router[route.method](root + route.path, ...handlers, (req, res) =>
      answer.route(route, req, res),
    );
  }
  router.use(root, (req, res) => answer.fail(req, res, 'unknown_page'));
  router.use(root, answer.afterThrow);
  return router;
}

function makeAnswer<Visitor, Nobody>(surface: Surface<Visitor, Nobody>, deps: PagesDeps) {
  const addressOf = (req: Request): OwnAddress => {
    const address = ownAddress(req.headers.host, surface.baseUrl);
    if (address === null) throw new Error('a host that is none of ours came past its guard');
    return address;
  };
  const parseForm = express.urlencoded({
    extended: false,
    limit: largestForm,
    parameterLimit: mostFields,
    inflate: false,
  });

  const framingOf = (req: Request, res: Response, visitor: Visitor | Nobody) => ({
    visitor,
    written: surface.writtenFor(visitor, req.headers),
    address: addressOf(req),
    path: req.originalUrl,
    requestId: String(res.getHeader('X-Request-Id')),
  });
  const visitorOf = async (req: Request) => {
    const { headers } = req;
    const secret = readCookie(headers.cookie, surface.name, addressOf(req).isHttps);
    return secret === null
      ? ({ isIn: false, nobody: surface.nobody(headers) } as const)
      : surface.visitorOf(secret, headers);
  };
  const send = (res: Response, given: PageAnswer, framing: Framing<Visitor, Nobody>) => {
    if (res.headersSent) return;
    if (given.answer === 'failed') res.locals.refusal = given.failure;
    sendPage(surface, given, { res, framing });
  };
  const fail = (req: Request, res: Response, failure: PageFailure): void => {
    send(res, { answer: 'failed', failure }, framingOf(req, res, surface.nobody(req.headers)));
  };

  return {
    fail,
    guardPost(req: Request, res: Response, next: (error?: unknown) => void): void {
      if (!isOwnPost(req.headers, addressOf(req).origin)) {
        fail(req, res, 'foreign_post');
      } else if (!req.is('application/x-www-form-urlencoded')) {
        fail(req, res, 'faulty_form');
      } else {
        parseForm(req, res, next);
      }
    },
    async route(route: PageRoute<Visitor, Nobody>, req: Request, res: Response): Promise<void> {
      let who: Awaited<ReturnType<typeof visitorOf>>;
      try {
        who = await visitorOf(req);
      } catch (error) {
        if (!(await isUnknownSent(route, { req, res, error }))) throw error;
        return;
      }
      const framing = framingOf(req, res, who.isIn ? who.visitor : who.nobody);
      if (!who.isIn && route.access === 'session') {
        send(res, { answer: 'failed', failure: 'session_over' }, framing);
        return;
      }
      const form = await readForm(req, route.form ?? []);
      if (form === null && req.method === 'POST') {
        send(res, { answer: 'failed', failure: 'faulty_form' }, framing);
        return;
      }
      const visit = {
        ...framing,
        params: req.params as Readonly<Record<string, string>>,
        query: await readQuery(req, route.query ?? []),
        form: form ?? {},
        cookie: readCookie(req.headers.cookie, surface.name, framing.address.isHttps),
        isPrefetch: isPrefetch(req),
      };
      const given = await answerOf(route, visit as Visit<Visitor>);
      const isLeaving = given.answer === 'page' && given.isLeaving === true;
      send(res, given, isLeaving ? framingOf(req, res, surface.nobody(req.headers)) : framing);
    },
    // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
    afterThrow: ((thrown: unknown, req, res, next) => {
      const failure = failureOf(thrown);
      const facts = { requestId: String(res.getHeader('X-Request-Id')), err: thrown };
      if (failure === 'internal') deps.log.error('page failed', facts);
      if (failure === 'unavailable') deps.log.warn('page not served', facts);
      if (res.headersSent) next(thrown);
      else fail(req, res, failure);
    }) satisfies ErrorRequestHandler,
  };

  /** A form that finds out what became of it keeps its key, also where nobody can say who sends it. */
  async function isUnknownSent(
    route: PageRoute<Visitor, Nobody>,
    { req, res, error }: { readonly req: Request; readonly res: Response; readonly error: unknown },
  ): Promise<boolean> {
    if (route.access === 'open' || route.whenUnknown === undefined) return false;
    const form = await readForm(req, route.form ?? []);
    if (form === null || failureOf(error) !== 'unavailable') return false;
    const framing = framingOf(req, res, surface.nobody(req.headers));
    const rest = { params: {}, query: {}, cookie: null, isPrefetch: false };
    deps.log.warn('page not served', { requestId: framing.requestId, err: error });
    send(res, route.whenUnknown({ ...framing, ...rest, form }), framing);
    return true;
  }

  async function answerOf(
    route: PageRoute<Visitor, Nobody>,
    visit: Visit<Visitor>,
  ): Promise<PageAnswer> {
    try {
      return await withinDeadline(route.handle(visit), deps.requestTimeoutMs);
    } catch (error) {
      const isUnknown = failureOf(error) === 'unavailable';
      if (!isUnknown || route.access === 'open' || route.whenUnknown === undefined) throw error;
      deps.log.warn('page not served', { requestId: visit.requestId, err: error });
      return route.whenUnknown(visit);
    }
  }
}

/** What something that was thrown is told as; no word of it goes out. */
function failureOf(thrown: unknown): PageFailure {
  const isAway =
    thrown instanceof BusyError ||
    thrown instanceof StoreUnavailableError ||
    thrown instanceof OutcomeUnknownError ||
    thrown instanceof SetAsideError ||
    thrown instanceof PageDeadlineError;
  if (isAway) return 'unavailable';
  if (thrown instanceof URIError) return 'unknown_page';
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  if (status === 413) return 'too_large';
  return status === 400 || status === 415 ? 'faulty_form' : 'internal';
}

/** A browser or a scanner that looks before anybody has asked. */
function isPrefetch(req: Request): boolean {
  const purpose = `${String(req.headers['sec-purpose'] ?? '')} ${String(req.headers.purpose ?? '')}`;
  return req.method === 'HEAD' || purpose.includes('prefetch');
}
