import { Router } from 'express';
import type { CheckReadiness } from '../../application/verification/check-readiness.js';
import { answerJson } from '../core/answer-json.js';
import { makeQueryRules } from '../core/checks/field-rules.js';
import { makeOtherMethods } from '../core/checks/other-methods.js';

const noQuery = makeQueryRules([]);

/**
 * `live`: this process runs. `ready`: it may be sent requests; else 503 with the failing parts named
 * (docs/spec/operations.md §3).
 */
export function makeHealthRouter(deps: { readonly checkReadiness: CheckReadiness }): Router {
  const router = Router({ caseSensitive: true });
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router
    .route('/live')
    .get(noQuery, (_req, res) => {
      answerJson(res, 200, { status: 'live' });
    })
    .all(makeOtherMethods('GET, HEAD'));
  router
    .route('/ready')
    .get(noQuery, async (_req, res) => {
      const readiness = await deps.checkReadiness();
      if (readiness.ready) answerJson(res, 200, { status: 'ready' });
      else answerJson(res, 503, { status: 'not_ready', failing: readiness.failing });
    })
    .all(makeOtherMethods('GET, HEAD'));
  return router;
}
