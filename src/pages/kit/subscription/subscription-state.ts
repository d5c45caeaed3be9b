import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import type { UserProductId } from '../../../domain/ids.js';
import type { Money } from '../../../domain/money/money.js';
import { priceOf } from '../../../domain/money/price-of.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Change, PendingChange } from '../../../domain/user-product/change.js';
import { isTuloProvisioned } from '../../../domain/user-product/due-at.js';
import { nextPriceOf } from '../../../domain/user-product/next-price.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';

/** What a subscription is to whoever has it: each state has its words on a page (docs/spec/pages.md §8). */
export type SubscriptionState =
  | { readonly state: 'renews'; readonly at: Instant; readonly price: Money }
  | { readonly state: 'waits'; readonly pending: PendingChange }
  | { readonly state: 'cancelled'; readonly endsAt: Instant }
  | { readonly state: 'limited'; readonly endsAt: Instant }
  /** `successorId` null: nothing came after it. */
  | {
      readonly state: 'ended';
      readonly endedAt: Instant;
      readonly by: 'change' | 'cancellation' | 'end';
      readonly successorId: UserProductId | null;
    }
  /** It is only looked at here: it has not begun, is paused, or is another system's to change. */
  | { readonly state: 'pending' | 'frozen' | 'elsewhere' };

/** The state of a subscription by its last user product. */
export function subscriptionState(product: UserProduct, catalogue: Catalogue): SubscriptionState {
  const { state, validTo, endedBy, pendingChange } = product;
  if (state === 'deactivated') return ended(product);
  const lookedAt = onlyLookedAt(product);
  if (lookedAt !== null) return { state: lookedAt };
  if (validTo === null || endedBy !== null) return ended(product);
  if (state === 'cancelled') return { state: 'cancelled', endsAt: validTo };
  if (pendingChange !== null) return { state: 'waits', pending: pendingChange };
  if (product.subscriptionType !== 'recurring') return { state: 'limited', endsAt: validTo };
  const price = nextPriceOf(product, catalogue) ?? product.soldPeriod.price;
  return { state: 'renews', at: validTo, price: priceOf(price, product.quantity) };
}

function onlyLookedAt(product: UserProduct): 'pending' | 'frozen' | 'elsewhere' | null {
  if (!isTuloProvisioned(product)) return 'elsewhere';
  const { state } = product;
  return state === 'pending' || state === 'frozen' ? state : null;
}

function ended({ endedBy, validTo, cancelledAt, lastEffectiveAt }: UserProduct): SubscriptionState {
  if (endedBy !== null) {
    const { successorId } = endedBy;
    return { state: 'ended', endedAt: lastEffectiveAt, by: 'change', successorId };
  }
  const by = cancelledAt === null ? 'end' : 'cancellation';
  return { state: 'ended', endedAt: validTo ?? lastEffectiveAt, by, successorId: null };
}

/**
 * The change that could not be made, where that is the last thing that was asked: whoever asked for it is to see it
 * until they ask for something else.
 */
export function failedChange(changes: readonly Change[]): Change | null {
  const [newest] = changes;
  return newest?.state === 'failed' ? newest : null;
}
