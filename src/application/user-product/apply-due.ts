import { type ChangeId, toId } from '../../domain/ids.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { IdSource } from '../ports/surroundings.js';
import type { CommitUserProduct } from '../commit/commit-user-product.js';
import type { UserProductKey } from '../commit/load-user-product.js';

/** Applies every period of one user product that is due, one commit each, and nothing else. */
export type ApplyDue = (key: UserProductKey, context: OrganisationContext) => Promise<void>;

/** A write that asks for nothing: what is due is applied on the way, as for every write. */
export function makeApplyDue(deps: {
  readonly commitUserProduct: CommitUserProduct;
  readonly ids: IdSource;
}): ApplyDue {
  return async (key, context) => {
    await deps.commitUserProduct<'up to date'>({
      key,
      context,
      changeId: toId<ChangeId>(deps.ids.next()),
      decide: () => Promise.resolve({ act: 'answer', answer: 'up to date' }),
      answerDone: () => 'up to date',
    });
  };
}
