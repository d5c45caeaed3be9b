import type { OrganisationStore } from '../../application/ports/organisation-store.js';
import type { Database } from '../connect.js';
import { pageSettingsOf } from '../mappers/page-settings.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';

/** How the pages of organisations are: a part of their documents that is read by itself. */
export function makeOrganisationPages({
  models,
  reading,
}: Database): Pick<OrganisationStore, 'readPages'> {
  const { organisations } = models;

  return {
    readPages: async (id) => {
      const own = { _id: objectIdOf(id) };
      const document = await reading(() => organisations.findOne(own, { pages: 1 }).lean().exec());
      return document === null ? null : pageSettingsOf(document.pages);
    },
  };
}
