import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** The beginning of an organisation's log, and how it is moved. */
export type EventRetention = {
  /** The position that the log begins at, 1 while nothing was removed; below it anything may be missing. */
  logStartsAt(organisationId: OrganisationId): Promise<number>;
  /** Says where the log begins before anything is removed. Never goes back. */
  startLogAt(organisationId: OrganisationId, position: number): Promise<void>;
  /** The first events of the log, with the real time at which each was written into it, in whole seconds. */
  oldest(
    organisationId: OrganisationId,
    limit: number,
  ): Promise<readonly { readonly position: number; readonly writtenAt: Instant }[]>;
  /** Removes what stands below a position; answers how many. */
  removeBelow(organisationId: OrganisationId, position: number): Promise<number>;
};
