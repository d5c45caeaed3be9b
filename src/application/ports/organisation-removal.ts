import type { OrganisationId } from '../../domain/ids.js';

/** Takes a whole organisation out of the database. For demo data only: what is removed is gone. */
export type OrganisationRemoval = {
  /**
   * Deletes every document of that organisation in every collection: user products first, since drains start from
   * them, the organisation itself last, so that one that was cut short can be repeated. Answers how many there were.
   */
  remove(organisationId: OrganisationId): Promise<number>;
};
