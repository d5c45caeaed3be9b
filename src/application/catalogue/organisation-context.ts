import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Organisation } from '../ports/organisation-store.js';

/** An organisation with its catalogue, cached in the process and stale for at most 2 s (docs/architecture.md §8). */
export type OrganisationContext = {
  readonly organisation: Organisation;
  readonly catalogue: Catalogue;
};

export type ReadOrganisationContext = (
  id: OrganisationId,
  /** `fresh` reads once more: for a code or a period that the cache does not know. */
  wanted?: 'cached' | 'fresh',
) => Promise<OrganisationContext | null>;
