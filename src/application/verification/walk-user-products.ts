import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { UnreadableUserProduct } from '../ports/failures.js';
import type { StoredUserProduct, UserProductWalk } from '../ports/user-product-store.js';
import { pageSize } from './finding.js';

/** Part of an organisation's user products: those that can be read, and those that cannot. */
export type WalkedPage = {
  readonly rows: readonly StoredUserProduct[];
  readonly unreadable: readonly UnreadableUserProduct[];
};

/** Every user product of the organisation, a page at a time. */
export async function* walkUserProducts(
  walk: Pick<UserProductWalk, 'page'>,
  organisationId: OrganisationId,
): AsyncGenerator<WalkedPage> {
  let after: UserProductId | null = null;
  for (;;) {
    const unreadable: UnreadableUserProduct[] = [];
    const onUnreadable = (it: UnreadableUserProduct) => unreadable.push(it);
    const page = { after, limit: pageSize, onUnreadable };
    const rows: readonly StoredUserProduct[] = await walk.page(organisationId, page);
    const last: UserProductId | null = lastOf(rows, unreadable);
    if (last === null) return;
    yield { rows, unreadable };
    after = last;
  }
}

/** Both come in the order of their ids. */
function lastOf(
  rows: readonly StoredUserProduct[],
  unreadable: readonly UnreadableUserProduct[],
): UserProductId | null {
  const [row, other] = [rows.at(-1)?.product.id ?? null, unreadable.at(-1)?.id ?? null];
  if (row === null || other === null) return row ?? other;
  return row > other ? row : other;
}
