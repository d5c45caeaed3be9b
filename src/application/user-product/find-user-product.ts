import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import { newCatchUpBudget } from '../commit/catch-up.js';
import type { LoadUserProduct, UserProductKey } from '../commit/load-user-product.js';
import { SetAsideError } from '../ports/failures.js';
import type { ApplyDue } from './apply-due.js';

/** Null for what is not there, not this organisation's or not this account's. */
export type FindUserProduct = (key: UserProductKey) => Promise<{
  readonly product: UserProduct;
  readonly context: OrganisationContext;
} | null>;

/**
 * One user product as it is now, an ended one too: what is due on it is applied first, and one whose period's end cannot
 * be decided is shown as it stands, as in the list of its account (docs/architecture.md §4). Throws `BusyError` where more
 * is due than a request ends, and `SetAsideError` for one that cannot be read.
 */
export function makeFindUserProduct(deps: {
  readonly readContext: ReadOrganisationContext;
  readonly load: LoadUserProduct;
  readonly applyDue: ApplyDue;
}): FindUserProduct {
  const asItStands = async (key: UserProductKey, error: unknown): Promise<UserProduct | null> => {
    if (!(error instanceof SetAsideError)) throw error;
    return (await deps.load(key))?.product ?? null;
  };

  return async (key) => {
    const context = await deps.readContext(key.organisationId);
    if (context === null) return null;
    const product = await deps
      .applyDue(key, context, newCatchUpBudget())
      .catch((error: unknown) => asItStands(key, error));
    return product === null ? null : { product, context };
  };
}
