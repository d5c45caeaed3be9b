import { toInstant } from '../../domain/time/instant.js';
import { openCartsEndAt } from '../checkout/cart-life.js';
import type { CartStore } from '../ports/cart-store.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Clock } from '../ports/surroundings.js';

/** Answers how many were removed. */
export type RemoveOldCarts = (stopping: () => boolean) => Promise<number>;

/** Whoever has found a cart open in time has long been answered by then. */
const graceMs = 86_400_000;

/**
 * Removes open carts a day after their end (docs/spec/product-groups-api.md §4). Completed ones stay, so that they answer
 * the same however often they are completed; they go with their account.
 */
export function makeRemoveOldCarts(deps: {
  readonly organisations: Pick<OrganisationStore, 'list'>;
  readonly carts: Pick<CartStore, 'removeOpenBefore'>;
  readonly clock: Clock;
}): RemoveOldCarts {
  return async (stopping) => {
    const madeBefore = toInstant(openCartsEndAt(deps.clock.now()) - graceMs);
    let removed = 0;
    for (const { id } of await deps.organisations.list()) {
      if (stopping()) break;
      removed += await deps.carts.removeOpenBefore(id, madeBefore);
    }
    return removed;
  };
}
