import type { ConsoleDeps } from '../console-deps.js';
import type { ConsoleRoute } from '../console-route.js';
import { answerConsoleEnter } from './enter.js';
import { answerConsoleHome } from './home.js';
import { logInRoutes, ownRoutes } from './log-in-routes.js';
import { answerLogOut } from './log-out.js';

/** Coming in, and what an operator does with the visit itself. */
export function accessRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'home',
      method: 'get',
      path: '/',
      api: 'log-in',
      access: 'session',
      handle: (visit) => answerConsoleHome(deps, visit),
    },
    {
      name: 'enter',
      method: 'get',
      path: '/enter/:token',
      api: 'log-in',
      isEntry: true,
      access: 'open',
      handle: (visit) => answerConsoleEnter(deps, visit),
    },
    {
      name: 'logOut',
      method: 'post',
      path: '/logout',
      api: 'log-in',
      access: 'session',
      handle: (visit) => answerLogOut(deps, visit),
    },
    ...logInRoutes(deps),
    ...ownRoutes(deps),
  ];
}
