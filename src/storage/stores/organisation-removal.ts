import type { OrganisationRemoval } from '../../application/ports/organisation-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import { deleteInPages } from '../delete-in-pages.js';

/** Takes a whole organisation out of the database, in the order that the port promises. */
export function makeOrganisationRemoval(database: Database): OrganisationRemoval {
  const { models, writing } = database;
  // Operators belong to none: what they were to this one, they are to whatever is made under its id again.
  const { organisations, operators, userProducts, ...others } = models;
  const owned = [userProducts, ...Object.values(others)];

  return {
    remove: async (organisationId) => {
      const organisation = objectIdOf(organisationId);
      let removed = 0;
      for (const model of owned) {
        const filter = { organisation_id: organisation };
        removed += await deleteInPages(database, driverCollection(model), filter);
      }
      const { deletedCount } = await writing(() =>
        driverCollection(organisations).deleteOne({ _id: organisation }),
      );
      return removed + deletedCount;
    },
  };
}
