import type { Clock } from '../../../application/ports/surroundings.js';
import type { OperatorAction } from '../../../domain/operators/role.js';
import type { PageAnswer, PageField } from '../../kit/page-route.js';
import { type ApiBehind, type ConsoleRoute, organisationRoute } from '../console-route.js';
import type { OrganisationVisit } from '../visitor.js';

type Act = {
  readonly name: string;
  readonly path: string;
  readonly action: OperatorAction;
  readonly api: ApiBehind;
  readonly query?: readonly PageField[];
  readonly form: readonly PageField[];
  readonly look: (visit: OrganisationVisit) => Promise<PageAnswer>;
  readonly act: (visit: OrganisationVisit) => Promise<PageAnswer>;
};

/** The two routes of an action: its page, and its form at the same path. */
export function actRoutes(deps: { readonly clock: Clock }) {
  return ({ name, path, action, api, query = [], form, look, act }: Act): ConsoleRoute[] => [
    organisationRoute(deps, { name, path, action, api, query, method: 'get', handle: look }),
    organisationRoute(deps, {
      ...{ name: `${name}Done`, path, action, api, form, method: 'post' },
      handle: act,
    }),
  ];
}
