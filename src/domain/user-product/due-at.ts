import type { Instant } from '../time/instant.js';
import type { UserProduct } from './user-product.js';

/** The provision service whose user products we renew and end ourselves. */
const ourProvisionService = 'tulo';

/**
 * When a user product's period is ours to end (docs/architecture.md §4): `validTo` of an activated or cancelled one
 * that we provision and that nothing has ended; null for all others.
 */
export function dueAtOf(product: Living & Pick<UserProduct, 'validTo'>): Instant | null {
  return isOursToEnd(product) ? product.validTo : null;
}

type Living = Pick<UserProduct, 'state' | 'provisionService' | 'endedBy'>;

/** Whether a user product is living, and provisioned by us: whatever its end is, we act at it. */
export function isOursToEnd(product: Living): boolean {
  const isLiving = product.state === 'activated' || product.state === 'cancelled';
  return isLiving && isTuloProvisioned(product) && product.endedBy === null;
}

/** Whether a user product is provisioned by us. */
export function isTuloProvisioned({
  provisionService,
}: Pick<UserProduct, 'provisionService'>): boolean {
  return provisionService === ourProvisionService;
}

/** Whether a period's end has come: at `validTo` itself the next period has begun (docs/spec/change-rules.md §2). */
export function isDue(product: UserProduct, now: Instant): boolean {
  const dueAt = dueAtOf(product);
  return dueAt !== null && dueAt <= now;
}
