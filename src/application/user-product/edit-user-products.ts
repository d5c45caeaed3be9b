import { cancelPendingChange } from '../../domain/change/cancel-pending-change.js';
import { cancelUserProduct } from '../../domain/user-product/cancel-user-product.js';
import {
  editUserProduct,
  type UserProductEdits,
} from '../../domain/user-product/edit-user-product.js';
import { reactivateUserProduct } from '../../domain/user-product/reactivate-user-product.js';
import type { Cancellation } from '../../domain/user-product/user-product.js';
import type { WriteOrder } from '../../domain/user-product/write-order.js';
import type { Ruling } from '../../domain/user-product/ruling.js';
import type { EndedBy } from '../../domain/user-product/change.js';
import type { WriteRefusalReason } from '../../domain/user-product/refusal.js';
import { type ChangeId, toId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { IdSource } from '../ports/surroundings.js';
import { transitionIds } from '../commit/build-commit.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import { unguarded, type WriteGuards } from '../commit/guards.js';
import { unknownUserProduct, type WriteResult } from '../commit/write-result.js';
import type { WriteByRule } from '../commit/write-by-rule.js';

/** A write on a user product that is no change of package; it answers the user product's own id. */
type Write<Asked> = (
  key: UserProductKey,
  asked: Asked,
  guards?: WriteGuards,
) => Promise<WriteResult<WriteRefusalReason>>;

export type CancelPendingChange = Write<null>;
export type CancelUserProduct = Write<Cancellation>;
export type ReactivateUserProduct = Write<null>;
export type EditUserProduct = Write<UserProductEdits>;

export type EditUserProductsDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeByRule: WriteByRule;
  readonly ids: IdSource;
};

/** Takes back the change that waits (docs/spec/payway-api.md §5). */
export function makeCancelPendingChange(deps: EditUserProductsDeps): CancelPendingChange {
  return makeWrite(deps, (order) => cancelPendingChange(order));
}

/** Lets a subscription end at its period's end. */
export function makeCancelUserProduct(deps: EditUserProductsDeps): CancelUserProduct {
  return makeWrite(deps, cancelUserProduct);
}

/** Takes a cancellation back that has not taken effect. */
export function makeReactivateUserProduct(deps: EditUserProductsDeps): ReactivateUserProduct {
  return makeWrite(deps, (order) => reactivateUserProduct(order));
}

/** Sets type, state, dates or the subscription number. */
export function makeEditUserProduct(deps: EditUserProductsDeps): EditUserProduct {
  return makeWrite(deps, editUserProduct);
}

/** Like every write: under its guards, what is due applied first; one that a change has ended takes no more. */
function makeWrite<Asked>(
  deps: EditUserProductsDeps,
  ask: (order: WriteOrder, asked: Asked) => Ruling<WriteRefusalReason>,
): Write<Asked> {
  return async (key, asked, guards = unguarded) => {
    const context = await deps.readContext(key.organisationId);
    if (context === null) return unknownUserProduct;
    const { catalogue } = context;
    const changeId = toId<ChangeId>(deps.ids.next());
    return deps.writeByRule({ key, context, changeId, guards }, (product, at) => {
      if (product.endedBy !== null) return ended(product.endedBy);
      return ask({ product, at, catalogue, ids: transitionIds(deps.ids), changeId }, asked);
    });
  };
}

function ended({ successorId }: EndedBy): Ruling<WriteRefusalReason> {
  const facts = { successor_id: successorId };
  return { rule: 'refuse', refusals: [{ reason: 'user_product_ended', facts }] };
}
