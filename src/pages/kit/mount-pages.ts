import express, { type Router } from 'express';
import { makePageAnswers } from './answer-page.js';
import { makeEntryLimit } from './entry-limit.js';
import { ownAddress } from './own-host.js';
import { pageHeaders } from './page-headers.js';
import type { PagesDeps, Surface } from './surface.js';

/** What answers on a surface, to be mounted in an app. */
export type PagesRouter = Router;

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
  const answers = makePageAnswers(surface, deps);
  router.use(root, (req, _res, next) => {
    if (ownAddress(req.headers.host, surface.baseUrl) === null) next('router');
    else next();
  });
  router.use(root, pageHeaders, (req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Robots-Tag', 'noindex');
    if (req.method === 'POST') answers.guardPost(req, res, next);
    else next();
  });
  const limited = makeEntryLimit(deps, (req, res) => {
    answers.fail({ req, res }, 'too_many_requests');
  });
  for (const route of surface.routes) {
    const before = route.isEntry === true ? [limited] : [];
    router[route.method](root + route.path, ...before, (req, res) =>
      answers.answer(route, { req, res }),
    );
  }
  router.use(root, (req, res) => {
    answers.fail({ req, res }, 'unknown_page');
  });
  router.use(root, answers.afterThrow);
  return router;
}
