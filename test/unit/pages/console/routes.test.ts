import { describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import type { ConsoleDeps } from '../../../../src/pages/console/console-deps.js';
import { navigationOf } from '../../../../src/pages/console/navigation.js';
import { consoleRoutes } from '../../../../src/pages/console/routes.js';
import {
  describedEndpoints,
  describedPortalSessions,
  describedProductGroups,
} from '../../../support/api-document.js';
import { newId } from '../../../support/stored/ids.js';

const routes = consoleRoutes({ clock: { now: () => 0 } } as unknown as ConsoleDeps);
const operations = new Set(
  [...describedEndpoints, ...describedPortalSessions, ...describedProductGroups].map(
    ({ name }) => name,
  ),
);

describe('What the console does', () => {
  // docs/spec/pages.md §16
  test.each(routes.map((it) => [it.name, it] as const))(
    'the API can do, or it is log-in, audit or settings: %s',
    (_, { api }) => {
      if (typeof api === 'string') expect(['log-in', 'audit', 'settings']).toContain(api);
      else expect(api.filter((it) => !operations.has(it))).toEqual([]);
      expect(api.length).toBeGreaterThan(0);
    },
  );

  test('has a name for each of its routes', () => {
    const names = routes.map(({ name }) => name);
    expect(names.filter((it, place) => names.indexOf(it) !== place)).toEqual([]);
  });

  test('has a page where each form is posted to, so that a proof leads back to it', () => {
    const pages = new Set(routes.filter((it) => it.method === 'get').map(({ path }) => path));
    const posts = routes.filter((it) => it.method === 'post' && it.action !== undefined);
    expect(posts.map(({ path }) => path).filter((it) => !pages.has(it))).toEqual([]);
  });

  test('is behind each entry of the navigation', () => {
    const id = newId<OrganisationId>();
    const pages = new Set(routes.filter((it) => it.method === 'get').map(({ path }) => path));
    const led = navigationOf(id).flatMap(({ entries }) =>
      entries.map(({ href }) => href.replace(`/console/${id}`, '/:organisation')),
    );
    expect(led.filter((it) => !pages.has(it))).toEqual([]);
  });
});
