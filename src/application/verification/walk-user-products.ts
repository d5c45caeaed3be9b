import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { StoredUserProduct, UserProductWalk } from '../ports/user-product-store.js';
import { pageSize } from './finding.js';

/** Every user product of the organisation, a page at a time. */
export async function* walkUserProducts(
  walk: Pick<UserProductWalk, 'page'>,
  organisationId: OrganisationId,
): AsyncGenerator<readonly StoredUserProduct[]> {
  let after: UserProductId | null = null;
  for (;;) {
    const page: readonly StoredUserProduct[] = await walk.page(organisationId, {
      after,
      limit: pageSize,
    });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.product.id;
  }
}
