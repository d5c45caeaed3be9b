import type { OrganisationId, PaymentPeriodId, TierId } from '../../domain/ids.js';

/** What of a catalogue its user products are on: asked before something of it goes, or to say that it is in use. */
export type CatalogueUse = {
  /** Those that a living user product is on, or that a pending change aims at, in the order given. */
  tiersInUse(
    organisationId: OrganisationId,
    tierIds: readonly TierId[],
  ): Promise<readonly TierId[]>;
  /**
   * The tier of each living user product that is on one of these, and of each pending change that aims at one; at most so
   * many of either. What a commit has not inserted yet is not counted.
   */
  usesOfTiers(
    organisationId: OrganisationId,
    tierIds: readonly TierId[],
    most: number,
  ): Promise<readonly TierId[]>;
  /** Those that a user product is on, or was, in the order given. */
  periodsInUse(
    organisationId: OrganisationId,
    periodIds: readonly PaymentPeriodId[],
  ): Promise<readonly PaymentPeriodId[]>;
};
