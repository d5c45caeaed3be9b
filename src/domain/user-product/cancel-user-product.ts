import type { Catalogue } from '../catalogue/catalogue.js';
import { boundaryRefusals } from './boundary-refusals.js';
import { isTuloProvisioned } from './due-at.js';
import { editRowWithoutPendingChange } from './edit-row.js';
import type { Cancellation, UserProduct } from './user-product.js';
import type { WriteOrder } from './write-order.js';
import { refusedFor, type Ruling } from './ruling.js';
import type { WriteRefusal, WriteRefusalReason } from './refusal.js';

/**
 * Cancels a subscription (docs/spec/payway-api.md §5): it stays what it is until `validTo` and ends there instead of
 * being renewed. A change that waits is superseded in the same commit. One that is cancelled already is left as it is.
 * Example: valid to 1 May, cancelled on 10 April: `cancelled` until 1 May, then `deactivated`.
 */
export function cancelUserProduct(
  order: WriteOrder,
  cancellation: Cancellation,
): Ruling<WriteRefusalReason> {
  const { product, catalogue, at } = order;
  if (product.state === 'cancelled') return { rule: 'unchanged', id: product.id };
  const refused = refusedFor(refusalsOf(product, catalogue));
  if (refused !== null) return refused;
  const edits = { state: 'cancelled', cancelledAt: at, cancellation } as const;
  const endless = refusedFor(boundaryRefusals({ ...product, ...edits }, at));
  if (endless !== null) return endless;
  const transition = editRowWithoutPendingChange(order, { type: 'user_product_cancelled', edits });
  return { rule: 'commit', id: product.id, transition };
}

function refusalsOf(product: UserProduct, catalogue: Catalogue): readonly WriteRefusal[] {
  const { state, subscriptionType, provisionService, packageId, packageCode } = product;
  const sold = catalogue.packagesById.get(packageId);
  const checks: readonly (WriteRefusal & { readonly passed: boolean })[] = [
    { reason: 'user_product_not_active', passed: state === 'activated', facts: { state } },
    {
      reason: 'user_product_not_tulo_provisioned',
      passed: isTuloProvisioned(product),
      facts: { provision_service: provisionService },
    },
    {
      reason: 'user_product_not_recurring',
      passed: subscriptionType === 'recurring',
      facts: { subscription_type: subscriptionType },
    },
    {
      // A package that is gone from the catalogue holds nobody.
      reason: 'package_not_cancellable',
      passed: sold?.customerCanCancel ?? true,
      facts: { product_code: packageCode },
    },
  ];
  return checks.filter((it) => !it.passed).map(({ reason, facts }) => ({ reason, facts }));
}
