import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { mayDo, roles, type Role } from '../../../src/domain/operators/role.js';
import type { ConsoleDeps } from '../../../src/pages/console/console-deps.js';
import type { ConsoleRoute } from '../../../src/pages/console/console-route.js';
import { consoleRoutes } from '../../../src/pages/console/routes.js';
import { newId } from '../../support/stored/ids.js';
import { askPage, fromOwnPage } from './ask-page.js';
import { openConsoleSuite } from './console-suite.js';

const { app, operator, shop } = openConsoleSuite();
type Browser = Awaited<ReturnType<typeof operator>>;

const routes = consoleRoutes({ clock: { now: () => 0 } } as unknown as ConsoleDeps).filter(
  (it): it is ConsoleRoute & { action: NonNullable<ConsoleRoute['action']> } =>
    it.action !== undefined,
);
const named = routes.map((it) => [it.name, it] as const);

/** As somebody types it who knows no id but the organisation’s. */
const askedAt = ({ path, method }: ConsoleRoute, organisationId: string) => ({
  path: `/console${path.replace(':organisation', organisationId).replace(/:\w+/g, newId())}`,
  ...(method === 'post' ? { form: '', headers: fromOwnPage } : {}),
});

let browsers: Readonly<Record<Role, Browser>>;
let stranger: Browser;
beforeAll(async () => {
  const all = await Promise.all(roles.map(async (role) => [role, await operator({ role })]));
  browsers = Object.fromEntries(all) as typeof browsers;
  stranger = await operator({ role: 'owner', organisationId: newId<OrganisationId>() });
});

// docs/spec/pages.md §10: the table of roles, row by row, by every page and every form that there is.
describe('The console', () => {
  test.each(named)('lets in the roles of its table, and no other: %s', async (_, route) => {
    const seen = await Promise.all(
      roles.map(async (role) => {
        const { status } = await browsers[role].ask(askedAt(route, shop().organisationId));
        return [role, status === 403 ? 'refused' : 'let in', status === 500];
      }),
    );
    const told = (role: Role) => (mayDo(role, route.action) ? 'let in' : 'refused');
    expect(seen).toEqual(roles.map((role) => [role, told(role), false]));
  });

  test.each(named)('is not there for somebody of another organisation: %s', async (_, route) => {
    const { status } = await stranger.ask(askedAt(route, shop().organisationId));
    expect(status).toBe(404);
  });

  test.each(named)('lets nobody in who is not known: %s', async (_, route) => {
    const { status } = await askPage(app().port, askedAt(route, shop().organisationId));
    expect(status).toBe(401);
  });
});
