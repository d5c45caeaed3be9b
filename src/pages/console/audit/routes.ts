import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerAudit } from './list.js';

const id = { maxLength: 24, pattern: /^[\da-f]{24}$/ } as const;

/** Settings → Audit (docs/spec/pages.md §10, §11). */
export function auditRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    organisationRoute(deps, {
      ...{ name: 'audit', method: 'get', path: 'settings/audit', action: 'see', api: 'audit' },
      query: [
        { name: 'action', maxLength: 40, pattern: /^[a-z_]+$/ },
        { name: 'operator', ...id },
        { name: 'before', ...id },
      ],
      handle: (visit) => answerAudit(deps, visit),
    }),
  ];
}
