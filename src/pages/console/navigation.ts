import type { OrganisationId } from '../../domain/ids.js';
import { consolePaths } from './paths.js';

const groups = [
  { group: null, places: ['today', 'subscriptions'] },
  { group: 'products', places: ['groups'] },
  { group: 'developers', places: ['webhooks', 'clients', 'events', 'clock'] },
  { group: 'settings', places: ['portalSettings', 'brand', 'operators', 'audit'] },
] as const;

/** Where the navigation of the console leads to; a page says by `place` which of them it belongs to. */
export type ConsoleNavigation = (typeof groups)[number]['places'][number];

/** What the navigation shows, group by group (docs/spec/pages.md §11). */
export function navigationOf(organisationId: OrganisationId) {
  return groups.map(({ group, places }) => ({
    group,
    entries: places.map((place) => ({ place, href: consolePaths[place](organisationId) })),
  }));
}
