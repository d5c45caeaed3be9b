import { accessRoutes } from './access/routes.js';
import { accountsRoutes } from './accounts/routes.js';
import { auditRoutes } from './audit/routes.js';
import type { ConsoleDeps } from './console-deps.js';
import type { ConsoleRoute } from './console-route.js';
import { developersRoutes } from './developers/routes.js';
import { groupRoutes } from './groups/routes.js';
import { operatorsRoutes } from './operators/routes.js';
import { settingsRoutes } from './settings/routes.js';
import { subscriptionRoutes } from './subscription/routes.js';
import { subscriptionsRoutes } from './subscriptions/routes.js';
import { todayRoutes } from './today/routes.js';

/** Every page and every action of the console (docs/spec/pages.md §10–§13). */
export function consoleRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    ...accessRoutes(deps),
    ...todayRoutes(deps),
    ...subscriptionsRoutes(deps),
    ...subscriptionRoutes(deps),
    ...accountsRoutes(deps),
    ...groupRoutes(deps),
    ...developersRoutes(deps),
    ...settingsRoutes(deps),
    ...operatorsRoutes(deps),
    ...auditRoutes(deps),
  ];
}
