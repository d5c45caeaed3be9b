import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { listFields } from './asked.js';
import { answerSubscriptions } from './list.js';

/** The list of subscriptions. */
export function subscriptionsRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    organisationRoute(deps, {
      name: 'subscriptions',
      method: 'get',
      path: 'subscriptions',
      action: 'see',
      api: ['searchSubscriptions'],
      query: listFields,
      handle: (visit) => answerSubscriptions(deps, visit),
    }),
  ];
}
