import type { AccountId } from '../../domain/ids.js';
import { mostUserProducts } from '../commit/limits.js';
import type { ImportState } from './import-state.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

/**
 * Accounts that would have more user products than an account may (docs/spec/operations.md §4): one fault each, at the
 * first row that is too many. Rows that exist are no new ones.
 */
export function checkProductCounts(
  { path, userProducts }: Pick<OrganisationImport, 'path' | 'userProducts'>,
  { userProductIds, userProductCounts }: Pick<ImportState, 'userProductIds' | 'userProductCounts'>,
): ImportFault[] {
  const counts = new Map<AccountId, number>(userProductCounts);
  const tooFull = new Map<AccountId, ImportFault>();
  for (const [index, { id, accountId }] of userProducts.entries()) {
    if (userProductIds.has(id)) continue;
    const count = (counts.get(accountId) ?? 0) + 1;
    counts.set(accountId, count);
    if (count <= mostUserProducts || tooFull.has(accountId)) continue;
    const problem = 'is an account that would have more than 10,000 user products';
    tooFull.set(accountId, { path: `${path}user_products[${String(index)}].account_id`, problem });
  }
  return [...tooFull.values()];
}
