import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import { inOrder } from '../listing/in-order.js';
import { takePage } from '../listing/take-page.js';
import type { FindGroup, ListGroups } from './group-commands.js';

type Deps = { readonly readContext: ReadOrganisationContext };

/** The product groups of an organisation, as they are stored now (docs/spec/product-groups-api.md §2). */
export function makeListGroups({ readContext }: Deps): ListGroups {
  return async ({ organisationId, order, ...page }) => {
    const context = await readContext(organisationId, 'fresh');
    if (context === null) return null;
    const { catalogue } = context;
    const key = ({ id, name, createdAt }: ProductGroup) => ({
      id,
      key: order.by === 'name' ? name : createdAt,
    });
    const groups = inOrder([...catalogue.groupsById.values()], key, order.direction);
    return { groups: takePage(groups, page), catalogue };
  };
}

/** One of them. */
export function makeFindGroup({ readContext }: Deps): FindGroup {
  return async ({ organisationId, id }) => {
    const context = await readContext(organisationId, 'fresh');
    const group = context?.catalogue.groupsById.get(id);
    return context && group ? { group, catalogue: context.catalogue } : null;
  };
}
