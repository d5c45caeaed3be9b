import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import type { Finding } from './finding.js';

/**
 * What is wrong with a row and with what else is read for it, told only if nobody has written to the row between the two
 * reads of it: else what it was held against may have been written since, and it is looked at again as it is by now.
 */
export async function confirmFindings(
  userProducts: Pick<UserProductStore, 'find'>,
  row: StoredUserProduct,
  verify: (row: StoredUserProduct) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const { organisationId, id } = row.product;
  let current = row;
  for (;;) {
    const findings = await verify(current);
    if (findings.length === 0) return [];
    const again = await userProducts.find(organisationId, id);
    if (again === null) return [];
    if (again.product.version === current.product.version) return findings;
    current = again;
  }
}
