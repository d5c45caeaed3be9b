import type { Requester } from '../user-product/requester.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ChangeId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { TransitionIds } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { ChangeDecision } from './change-decision.js';

/** A decision to be carried out on the very user product, and at the very instant, that it was made for. */
export type ChangeOrder = {
  readonly product: UserProduct;
  readonly decision: ChangeDecision;
  readonly changeId: ChangeId;
  readonly requestedBy: Requester;
  /** Whether the credit note that it may cause is to be sent. */
  readonly sendsCreditNote: boolean;
  readonly catalogue: Catalogue;
  readonly ids: TransitionIds;
  readonly now: Instant;
};
