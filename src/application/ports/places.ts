import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** How many rows of one sort an owner may have, and the real time. */
export type PlaceAsked = { readonly most: number; readonly now: Instant };

/**
 * Places that an owner has for rows of one sort. They are counted in the owner's document, in one command, so that
 * however many ask at once no more than `most` get one: a count of the rows would be true only until the next insert.
 */
export type Places<OwnerId> = {
  /**
   * A place for a row that is inserted from now on; `no_owner` where there is none. What was taken and never used (its
   * process has died) is found again by counting the rows, when nobody has got a place for a minute.
   */
  take(
    organisationId: OrganisationId,
    owner: OwnerId,
    asked: PlaceAsked,
  ): Promise<'taken' | 'full' | 'no_owner'>;
  /** Of a row that was removed. */
  free(organisationId: OrganisationId, owner: OwnerId): Promise<void>;
  /** Rows were inserted that nobody took a place for: whoever asks next counts them. */
  forget(organisationId: OrganisationId, owners: readonly OwnerId[]): Promise<void>;
};
