import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerToday } from './today.js';

/** The first page of an organisation. */
export function todayRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    organisationRoute(deps, {
      name: 'today',
      method: 'get',
      path: 'today',
      action: 'see',
      api: ['searchSubscriptions', 'listWebhookEndpoints', 'listWebhookDeliveries'],
      handle: (visit) => answerToday(deps, visit),
    }),
  ];
}
