import { makeCatalogue } from '../../domain/catalogue/catalogue.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { OrganisationContext, ReadOrganisationContext } from './organisation-context.js';

const staleAfterMs = 2_000;

type Held = { readonly readAt: number; readonly context: Promise<OrganisationContext | null> };
type Deps = {
  readonly organisations: OrganisationStore;
  readonly catalogues: Pick<CatalogueStore, 'listPackages'>;
  readonly productGroups: Pick<ProductGroupStore, 'list'>;
  /** Real time: a cache does not age by an organisation's own clock. */
  readonly clock: Clock;
};

/**
 * Reads an organisation with its packages and product groups, and keeps it for 2 s. Callers that ask at once share one read; a read
 * that failed is not kept. An unknown organisation is not kept either, so that rubbish cannot fill the memory.
 */
export function makeReadOrganisationContext(deps: Deps): ReadOrganisationContext {
  const held = new Map<OrganisationId, Held>();

  const read = (id: OrganisationId, readAt: number): Promise<OrganisationContext | null> => {
    const context = readContext(deps, id);
    held.set(id, { readAt, context });
    const forget = (): void => {
      if (held.get(id)?.context === context) held.delete(id);
    };
    context.then((it) => {
      if (it === null) forget();
    }, forget);
    return context;
  };

  return (id, wanted = 'cached') => {
    const now = deps.clock.now();
    const known = held.get(id);
    const fresh = known !== undefined && Math.abs(now - known.readAt) < staleAfterMs;
    return fresh && wanted === 'cached' ? known.context : read(id, now);
  };
}

async function readContext(deps: Deps, id: OrganisationId): Promise<OrganisationContext | null> {
  const [organisation, packages, groups] = await Promise.all([
    deps.organisations.find(id),
    deps.catalogues.listPackages(id),
    deps.productGroups.list(id),
  ]);
  if (organisation === null) return null;
  return { organisation, catalogue: makeCatalogue({ ...organisation, packages, groups }) };
}
