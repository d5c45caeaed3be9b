import { Router } from 'express';
import helmet from 'helmet';
import { answerText } from '../core/answer-json.js';
import { makeQueryRules } from '../core/checks/field-rules.js';
import { makeOtherMethods } from '../core/checks/other-methods.js';
import { welcomePage, welcomeStyleSource } from './page.js';
import type { Welcome } from './welcome.js';

const pagePolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: [welcomeStyleSource],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** `GET /`: a page for a browser, the same as JSON for anything else; without a token (docs/spec/operations.md §3). */
export function makeWelcomeRouter(welcome: Welcome): Router {
  const router = Router({ caseSensitive: true });
  const page = { text: welcomePage(welcome), mediaType: 'text/html; charset=utf-8' };
  const json = { text: JSON.stringify(welcome) };
  router
    .route('/')
    .get(makeQueryRules([]), pagePolicy, (req, res) => {
      res.setHeader('Cache-Control', 'no-cache');
      res.setHeader('Vary', 'Accept');
      // JSON comes first: it is for whoever says that anything will do, or nothing at all.
      answerText(res, 200, req.accepts(['json', 'html']) === 'html' ? page : json);
    })
    .all(makeOtherMethods('GET, HEAD'));
  return router;
}
