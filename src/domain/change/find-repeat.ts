import type { UserProductId } from '../ids.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { ChangeIdentity } from '../user-product/change.js';

/**
 * What the same request was answered with before, or null where it is a new one: it equals the change that is pending
 * on this user product, or the one that ended it, in package, period and behaviour (docs/architecture.md §5).
 */
export function findRepeat(product: UserProduct, identity: ChangeIdentity): UserProductId | null {
  const { pendingChange, endedBy } = product;
  if (pendingChange !== null && isSame(pendingChange, identity)) return product.id;
  if (endedBy !== null && isSame(endedBy, identity)) return endedBy.answerId;
  return null;
}

function isSame(
  known: Pick<NonNullable<UserProduct['endedBy']>, 'target' | 'behaviour'>,
  identity: ChangeIdentity,
): boolean {
  return (
    known.target.packageCode === identity.packageCode &&
    known.target.period.periodId === identity.periodId.toLowerCase() &&
    known.behaviour === identity.behaviour
  );
}
