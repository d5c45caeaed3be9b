import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { Cart } from '../ports/cart-store.js';

/** How long an open cart may be completed: 30 days of real time (docs/spec/product-groups-api.md §4). */
const cartLifeMs = 30 * 86_400_000;

/** Open carts of one account: nobody has so many by mistake, and each is a document. */
export const mostOpenCarts = 100;

/** Whether an open cart is over by then: from 30 days after it was made. A completed one never is. */
export function isCartOver({ status, createdAt }: Cart, now: Instant): boolean {
  return status === 'open' && now - createdAt >= cartLifeMs;
}

/** Open carts that were made at that instant or before are over. */
export function openCartsEndAt(now: Instant): Instant {
  return toInstant(now - cartLifeMs);
}

/** A cart is written twice: 1 when it is made, 2 when it is completed. */
export function cartVersionOf({ status }: Pick<Cart, 'status'>): number {
  return status === 'open' ? 1 : 2;
}
