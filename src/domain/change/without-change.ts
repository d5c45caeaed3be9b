import type { Catalogue } from '../catalogue/catalogue.js';
import { endPeriod } from '../user-product/end-period.js';
import type { TransitionIds } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';
import { waitingAgain, type Restored } from './waiting-again.js';

/** A user product that a change has ended, and what that change had superseded. */
type Ended = {
  readonly source: UserProduct;
  readonly superseded: Restored | null;
  readonly catalogue: Catalogue;
  readonly ids: TransitionIds;
};

/**
 * The subscription as it would be if the change that ended `source` had not been asked for: as it was, with what that
 * change had superseded; where the change came at the end of the period, as that end would have left it: on what would
 * have come instead, else renewed, else over. By the terms of now where a renewal takes them from the catalogue.
 */
export function withoutChange({ source, superseded, catalogue, ids }: Ended): UserProduct {
  const { endedBy, validTo } = source;
  const pendingChange =
    superseded === null || validTo === null ? null : waitingAgain(superseded, validTo);
  const product: UserProduct = { ...source, state: 'activated', endedBy: null, pendingChange };
  // What happens at once is answered with the successor, what comes at the end of a period with its own id.
  if (endedBy?.answerId !== source.id) return product;
  const ended = endPeriod({ product, catalogue, ids });
  return ended.successor ?? ended.next;
}
