import type { Package } from '../../domain/catalogue/package.js';
import type { OrganisationId } from '../../domain/ids.js';

export type CatalogueStore = {
  listPackages(organisationId: OrganisationId): Promise<readonly Package[]>;
  /** Makes these packages what is given, by id; others are left alone. Answers how many were not like that before. */
  savePackages(organisationId: OrganisationId, packages: readonly Package[]): Promise<number>;
};
