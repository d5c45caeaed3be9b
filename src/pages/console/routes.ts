import { accessRoutes } from './access/routes.js';
import { accountsRoutes } from './accounts/routes.js';
import type { ConsoleDeps } from './console-deps.js';
import type { ConsoleRoute } from './console-route.js';
import { subscriptionsRoutes } from './subscriptions/routes.js';
import { todayRoutes } from './today/routes.js';

/** Every page and every action of the console (docs/spec/pages.md §10–§13). */
export function consoleRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    ...accessRoutes(deps),
    ...todayRoutes(deps),
    ...subscriptionsRoutes(deps),
    ...accountsRoutes(deps),
  ];
}
