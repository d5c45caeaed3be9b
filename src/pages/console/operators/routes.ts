import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerAct, answerActDone, type OperatorAct } from './acts.js';
import { answerAddOperator, answerNewOperator } from './add.js';
import { keyField, roleField } from './fields.js';
import { answerOperators } from './list.js';
import { answerOperator } from './one.js';

const all = 'settings/operators';
const acts: readonly OperatorAct[] = ['role', 'disable', 'enable', 'link'];

/** Settings → Operators (docs/spec/pages.md §10, §11). */
export function operatorsRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  const see = { method: 'get', action: 'see', api: 'settings' } as const;
  const form = { method: 'get', action: 'edit_operators', api: 'settings' } as const;
  const act = { method: 'post', action: 'edit_operators', api: 'settings' } as const;
  return [
    organisationRoute(deps, {
      ...{ ...see, name: 'operators', path: all },
      handle: (visit) => answerOperators(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ ...form, name: 'newOperator', path: `${all}/new` },
      handle: (visit) => answerNewOperator(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ ...act, name: 'addOperator', path: `${all}/new` },
      form: [
        keyField,
        roleField,
        { name: 'name', maxLength: 200, isRequired: true },
        { name: 'email', maxLength: 300, isRequired: true },
      ],
      handle: (visit) => answerAddOperator(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ ...see, name: 'operator', path: `${all}/:operator` },
      handle: (visit) => answerOperator(deps, visit),
    }),
    ...acts.flatMap((it) => [
      organisationRoute(deps, {
        ...{ ...form, name: `operator-${it}`, path: `${all}/:operator/${it}` },
        handle: (visit) => answerAct(deps, visit, it),
      }),
      organisationRoute(deps, {
        ...{ ...act, name: `operator-${it}-done`, path: `${all}/:operator/${it}` },
        form: it === 'role' ? [keyField, roleField] : [keyField],
        handle: (visit) => answerActDone(deps, visit, it),
      }),
    ]),
  ];
}
