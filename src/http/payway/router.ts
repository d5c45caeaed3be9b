import { Router, type RequestHandler } from 'express';
import type { Authenticate } from '../../application/authorization/authenticate.js';
import type { RequestChange } from '../../application/change/change-command.js';
import type { ListUserProducts } from '../../application/change/list-user-products.js';
import type { ReadTestClock, SetTestClock } from '../../application/period-end/test-clock.js';
import { parseId, type AccountId } from '../../domain/ids.js';
import { answerJson } from '../answer-json.js';
import { makeBearerToken, callerOf } from '../middleware/bearer-token.js';
import { makeFieldRules } from '../middleware/field-rules.js';
import { makeJsonBody } from '../middleware/json-body.js';
import { makeOtherMethods } from '../middleware/other-methods.js';
import { makeClientRateLimit } from '../middleware/rate-limit.js';
import { makeRequiredScope } from '../middleware/required-scope.js';
import { clockProblems, noSuchInstant, notFound, refusalProblem } from './errors.js';
import { changeProductFields, testClockFields } from './rules.js';
import { toChangeCommand, toClockInstant } from './to-command.js';
import { toClockItem, toUserProductItem } from './to-response.js';

export type PaywayDeps = {
  readonly authenticate: Authenticate;
  readonly rateLimitPerMinute: number;
  readonly requestChange: RequestChange;
  readonly listUserProducts: ListUserProducts;
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
};

/** Payway's endpoints, and ours in its dialect, under `/external/api/v1` (spec/payway-api.md §2, §5, §6). */
export function makePaywayRouter(deps: PaywayDeps): Router {
  const token = makeBearerToken(deps.authenticate);
  const rateLimit = makeClientRateLimit(deps.rateLimitPerMinute);
  const json = makeJsonBody();
  const router = Router({ caseSensitive: true });
  const needs = (scope: string): RequestHandler[] => [token, rateLimit, makeRequiredScope(scope)];

  router
    .route('/subscription_system/change_product')
    .put(
      ...needs('/external/subscription_system/w'),
      json,
      makeFieldRules(changeProductFields),
      makeChangeProduct(deps),
    )
    .all(makeOtherMethods('PUT'));

  router
    .route('/userproducts/:accountId')
    .get(...needs('/external/userproduct/w'), makeUserProductsOfAccount(deps))
    .all(makeOtherMethods('GET, HEAD'));

  router
    .route('/test_clock')
    .get(...needs('/external/test_clock/w'), makeGetTestClock(deps))
    .put(
      ...needs('/external/test_clock/w'),
      json,
      makeFieldRules(testClockFields),
      makePutTestClock(deps),
    )
    .all(makeOtherMethods('GET, HEAD, PUT'));

  return router;
}

function makeChangeProduct({ requestChange }: PaywayDeps): RequestHandler {
  return async (req, res, next) => {
    const command = toChangeCommand(req.body, callerOf(res));
    const result = command === null ? null : await requestChange(command);
    if (result?.ok === true) answerJson(res, 200, { id: result.id });
    else next(result?.failure === 'refused' ? refusalProblem(result.refusals) : notFound);
  };
}

function makeUserProductsOfAccount({ listUserProducts }: PaywayDeps): RequestHandler {
  return async (req, res, next) => {
    const accountId = parseId<AccountId>(String(req.params.accountId));
    const { organisationId } = callerOf(res);
    const listed =
      accountId === null ? null : await listUserProducts({ organisationId, accountId });
    if (listed === null) {
      next(notFound);
      return;
    }
    const items = listed.userProducts.map((it) => toUserProductItem(it, listed.timeZone));
    answerJson(res, 200, { items });
  };
}

function makeGetTestClock({ readTestClock }: PaywayDeps): RequestHandler {
  return async (_req, res, next) => {
    const { organisationId } = callerOf(res);
    const reading = await readTestClock({ organisationId });
    if (reading.ok) answerJson(res, 200, { item: toClockItem(reading) });
    else next(clockProblems[reading.failure]);
  };
}

function makePutTestClock({ setTestClock }: PaywayDeps): RequestHandler {
  const unreal = noSuchInstant(testClockFields[0].printedPattern);
  return async (req, res, next) => {
    const { organisationId } = callerOf(res);
    const at = toClockInstant(req.body);
    if (at === null) {
      next(unreal);
      return;
    }
    const reading = await setTestClock({ organisationId, at });
    if (reading.ok) answerJson(res, 200, { item: toClockItem(reading) });
    else next(clockProblems[reading.failure]);
  };
}
