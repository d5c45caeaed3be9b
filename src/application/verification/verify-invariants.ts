import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import {
  brokenInvariants,
  type HeldCatalogue,
} from '../../domain/user-product/broken-invariants.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { Finding } from './finding.js';

/** A row that is what no user product may be (docs/spec/operations.md §4), by the name of each invariant it breaks. */
export function verifyInvariants(
  { product }: Pick<StoredUserProduct, 'product'>,
  catalogue: HeldCatalogue,
): readonly Finding[] {
  const { id, organisationId } = product;
  return brokenInvariants(product, catalogue).map((invariant) => ({
    organisationId,
    promise: 'invariant_broken',
    facts: { user_product_id: id, invariant },
  }));
}

/** Packages and tiers as an invariant looks for them. */
export function packagesIn(
  packages: readonly Package[],
  groups: readonly ProductGroup[] = [],
): HeldCatalogue {
  return {
    packagesById: new Map(packages.map((it) => [it.id, it])),
    tiersById: new Map(
      groups.flatMap((group) => group.tiers.map((tier) => [tier.id, { tier, group }])),
    ),
  };
}
