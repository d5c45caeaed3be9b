import type { OrganisationId } from '../../domain/ids.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { PlannedGroup } from './imported-groups.js';
import { isSameValue } from '../../domain/is-same-value.js';

const mostTries = 5;

/**
 * Makes a product group what is planned for it, by a filter on its version. Whoever edited it or imported it meanwhile was
 * faster, and the file comes after: then it is tried again upon what stands. Throws where it is never written.
 */
export async function writeGroup(
  groups: { readonly productGroups: Pick<ProductGroupStore, 'list' | 'insert' | 'replace'> },
  organisationId: OrganisationId,
  { group, effect }: PlannedGroup,
): Promise<void> {
  if (effect === 'unchanged') return;
  const store = groups.productGroups;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = (await store.list(organisationId)).find((it) => it.id === group.id);
    if (standing === undefined) {
      if ((await store.insert(organisationId, group)) === 'inserted') return;
      continue;
    }
    const { version, createdAt, updatedAt } = standing;
    if (isSameValue(standing, { ...group, version, createdAt, updatedAt })) return;
    const next = { ...group, version: version + 1, createdAt };
    if (await store.replace(organisationId, next)) return;
  }
  throw new Error(`product group ${group.id} was edited again and again meanwhile`);
}
