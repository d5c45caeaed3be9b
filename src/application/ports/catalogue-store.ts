import type { Package } from '../../domain/catalogue/package.js';
import type { RevisedPackage } from '../../domain/catalogue/revised-package.js';
import type { OrganisationId, PackageId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

export type CatalogueStore = {
  listPackages(organisationId: OrganisationId): Promise<readonly Package[]>;
  /**
   * Makes these packages what is given, by id, and tells of what differs that it was edited; others are left alone.
   * Answers how many were not like that before.
   */
  savePackages(
    organisationId: OrganisationId,
    packages: readonly Package[],
    /** Real time; absent: it is not told. */
    at?: Instant,
  ): Promise<number>;
};

/** Packages with how often each was edited, for whoever edits one. */
export type RevisedPackageStore = {
  /** By code. What says nothing of its edits had none, and is as old as the id of its package. */
  list(organisationId: OrganisationId): Promise<readonly RevisedPackage[]>;
  find(organisationId: OrganisationId, id: PackageId): Promise<RevisedPackage | null>;
  /** `present`: that id is there already, and is left alone. `code_taken`: the code is another package's. */
  insert(
    organisationId: OrganisationId,
    revised: RevisedPackage,
  ): Promise<'inserted' | 'present' | 'code_taken'>;
  /** Filtered by the edits before those that are given. False: it was written meanwhile, or is gone. Not its code. */
  replace(organisationId: OrganisationId, revised: RevisedPackage): Promise<boolean>;
};
