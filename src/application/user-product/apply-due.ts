import { type ChangeId, toId } from '../../domain/ids.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { Attempts } from '../commit/attempts.js';
import type { CatchUpBudget } from '../commit/catch-up.js';
import { unguarded } from '../commit/guards.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { IdSource } from '../ports/surroundings.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';

/**
 * Applies every period of one user product that is due, one commit each, and nothing else. Answers it as it is then, null
 * where it is not there. Throws `SetAsideError` where one cannot be decided, and `BusyError` where the budget is used up.
 */
export type ApplyDue = (
  key: UserProductKey,
  context: OrganisationContext,
  budget: CatchUpBudget,
) => Promise<UserProduct | null>;

/** A write that asks for nothing: what is due is applied before its first attempt, as for every write. */
export function makeApplyDue(deps: {
  readonly attempts: Attempts;
  readonly ids: IdSource;
}): ApplyDue {
  return async (key, context, budget) => {
    const changeId = toId<ChangeId>(deps.ids.next());
    const attempts = deps.attempts({ key, context, changeId, guards: unguarded, budget });
    const { value: attempt } = await attempts.next();
    await attempts.return();
    return attempt?.product ?? null;
  };
}
