import type { OrganisationId } from '../../domain/ids.js';

/** The same items, those of one organisation together: no command asks for two. */
export function byOrganisation<Item extends { readonly organisationId: OrganisationId }>(
  items: readonly Item[],
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<OrganisationId, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(item.organisationId);
    if (group === undefined) groups.set(item.organisationId, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
