import { cancelPendingChange } from '../../domain/change/cancel-pending-change.js';
import { cancelUserProduct } from '../../domain/user-product/cancel-user-product.js';
import {
  editUserProduct,
  type UserProductEdits,
} from '../../domain/user-product/edit-user-product.js';
import { reactivateUserProduct } from '../../domain/user-product/reactivate-user-product.js';
import type { Cancellation } from '../../domain/user-product/user-product.js';
import type { WriteOrder } from '../../domain/user-product/write-order.js';
import type { WriteOutcome } from '../../domain/user-product/write-outcome.js';
import type { WriteRefusal } from '../../domain/user-product/write-refusal.js';
import { type ChangeId, toId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { IdSource } from '../ports/surroundings.js';
import { transitionIds } from '../commit/build-commit.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import { unguarded, type WriteGuards } from '../commit/write-guards.js';
import type { WriteResult } from '../commit/write-result.js';
import type { WriteUserProduct } from '../commit/write-user-product.js';

/** A write on a user product that is no change of package; it answers the user product's own id. */
type Write<Asked> = (
  key: UserProductKey,
  asked: Asked,
  guards?: WriteGuards,
) => Promise<WriteResult<WriteRefusal>>;

export type CancelPendingChange = Write<null>;
export type CancelUserProduct = Write<Cancellation>;
export type ReactivateUserProduct = Write<null>;
export type EditUserProduct = Write<UserProductEdits>;

export type EditUserProductsDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeUserProduct: WriteUserProduct;
  readonly ids: IdSource;
};

/** Takes back the change that waits (payway-api.md §5). */
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
  ask: (order: WriteOrder, asked: Asked) => WriteOutcome,
): Write<Asked> {
  return async (key, asked, guards = unguarded) => {
    const context = await deps.readContext(key.organisationId);
    if (context === null) return { ok: false, failure: 'not_found' };
    const { catalogue } = context;
    const changeId = toId<ChangeId>(deps.ids.next());
    return deps.writeUserProduct<WriteRefusal>({
      key,
      context,
      changeId,
      guards,
      repeatOf: () => null,
      rule: (product, at) => {
        const ids = transitionIds(deps.ids);
        const outcome =
          product.endedBy === null
            ? ask({ product, at, catalogue, ids, changeId }, asked)
            : ended(product.endedBy.successorId);
        const { id } = product;
        return Promise.resolve(
          outcome.outcome === 'refused'
            ? {
                rule: 'fail',
                failed: { ok: false, failure: 'refused', refusals: outcome.refusals },
              }
            : outcome.outcome === 'commit'
              ? { rule: 'commit', id, transition: outcome.transition }
              : { rule: 'unchanged', id },
        );
      },
      idOfDone: ({ id }) => id,
    });
  };
}

function ended(successorId: string): WriteOutcome {
  const facts = { successor_id: successorId };
  return { outcome: 'refused', refusals: [{ reason: 'user_product_ended', facts }] };
}
