import type { OrganisationId } from '../../domain/ids.js';
import type { OrganisationRemoval, OrganisationStore } from '../ports/organisation-store.js';

export type RemoveOrganisations = (ids: readonly OrganisationId[]) => Promise<
  | { readonly ok: true; readonly documents: number }
  | {
      readonly ok: false;
      readonly failure: 'organisation_is_live';
      readonly organisationId: OrganisationId;
    }
>;

/**
 * Takes organisations out of the database with all that is theirs; those that are not there count as none. A live one
 * is never removed, and then none of the others is either.
 */
export function makeRemoveOrganisations(deps: {
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly removal: OrganisationRemoval;
}): RemoveOrganisations {
  return async (ids) => {
    for (const organisationId of ids) {
      const organisation = await deps.organisations.find(organisationId);
      if (organisation?.live === true) {
        return { ok: false, failure: 'organisation_is_live', organisationId };
      }
    }
    let documents = 0;
    for (const id of ids) documents += await deps.removal.remove(id);
    return { ok: true, documents };
  };
}
