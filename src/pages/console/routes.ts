import { accessRoutes } from './access/routes.js';
import type { ConsoleDeps } from './console-deps.js';
import type { ConsoleRoute } from './console-route.js';
import { developersRoutes } from './developers/routes.js';
import { settingsRoutes } from './settings/routes.js';

/** Every page and every action of the console (docs/spec/pages.md §10–§13). */
export function consoleRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [...accessRoutes(deps), ...developersRoutes(deps), ...settingsRoutes(deps)];
}
