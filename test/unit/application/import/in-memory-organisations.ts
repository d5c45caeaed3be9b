import type {
  Organisation,
  OrganisationStore,
} from '../../../../src/application/ports/organisation-store.js';
import {
  defaultPageSettings,
  type PageSettings,
} from '../../../../src/domain/portal/portal-settings.js';

/** Organisations as a map that a test looks into; `wrote` is told of each save. */
export function makeInMemoryOrganisations(
  organisations: Map<string, Organisation>,
  wrote: (what: string) => void,
): Pick<OrganisationStore, 'find' | 'readPages' | 'save'> {
  const pages = new Map<string, PageSettings>();
  return {
    find: (id) => Promise.resolve(organisations.get(id) ?? null),
    readPages: (id) => Promise.resolve(pages.get(id) ?? null),
    save: ({ pages: said, ...it }) => {
      wrote(`organisation ${it.id}`);
      const testClockAt = organisations.get(it.id)?.testClockAt ?? null;
      organisations.set(it.id, { ...it, testClockAt });
      pages.set(it.id, { ...(pages.get(it.id) ?? defaultPageSettings), ...said });
      return Promise.resolve(true);
    },
  };
}
