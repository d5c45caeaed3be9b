import type { SubscriptionId } from '../../domain/ids.js';
import type { ImportState } from './import-state.js';
import type { ImportFault, OrganisationImport, UserProductImport } from './organisation-import.js';

type Standing = Pick<ImportState, 'userProductIds' | 'subscriptions' | 'elsewhere'>;

/**
 * Rows that would be a second user product of a subscription, beside another row or one that is there, of whichever account
 * (docs/spec/operations.md §4): a file has the last one of each, and two that nothing follows would be two lives of one.
 * Rows that exist are no new ones.
 */
export function checkSubscriptions(
  { path, userProducts }: Pick<OrganisationImport, 'path' | 'userProducts'>,
  state: Standing,
): ImportFault[] {
  const first = new Map<SubscriptionId, { readonly row: UserProductImport; readonly at: string }>();
  return userProducts.flatMap((row, index) => {
    if (state.userProductIds.has(row.id)) return [];
    const at = `${path}user_products[${String(index)}]`;
    const earlier = first.get(row.subscriptionId);
    first.set(row.subscriptionId, earlier ?? { row, at });
    const isTwice = earlier !== undefined && earlier.row.id !== row.id;
    const problem = isTwice
      ? `is the subscription of ${earlier.at} already`
      : problemBeside(row, state);
    if (problem === null) return [];
    return [{ path: `${at}.${row.subscriptionId === row.id ? 'id' : 'subscription_id'}`, problem }];
  });
}

function problemBeside(
  { id, subscriptionId }: UserProductImport,
  { subscriptions, elsewhere }: Standing,
): string | null {
  const standing = subscriptions.get(subscriptionId);
  if (standing !== undefined && standing !== id) {
    return `is a subscription that is there already, with user product ${standing}`;
  }
  const isElsewhere = subscriptionId !== id && elsewhere.has(subscriptionId);
  return isElsewhere ? 'belongs to another organisation' : null;
}
