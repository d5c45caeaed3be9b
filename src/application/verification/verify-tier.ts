import type { HeldCatalogue } from '../../domain/user-product/broken-invariants.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { Finding } from './finding.js';

/**
 * A living row whose tier is gone. It is as on none (docs/spec/product-groups-api.md §2), so this is a warning: whether a
 * tier is in use and that it is taken away are two steps, and an assignment may come between them.
 */
export function verifyTier(
  { product }: Pick<StoredUserProduct, 'product'>,
  { tiersById }: Pick<HeldCatalogue, 'tiersById'>,
): readonly Finding[] {
  const { id, organisationId, state, tierId } = product;
  if (state === 'deactivated' || tierId === null || tiersById.has(tierId)) return [];
  const facts = { user_product_id: id, tier_id: tierId };
  return [{ organisationId, promise: 'tier_lost', facts }];
}
