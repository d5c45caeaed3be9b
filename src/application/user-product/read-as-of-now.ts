import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { laterOf, type Instant } from '../../domain/time/instant.js';
import { isDue } from '../../domain/user-product/due-at.js';
import { endPeriod } from '../../domain/user-product/end-period.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { BusyError, SetAsideError, UnreadableUserProductError } from '../ports/failures.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { IdSource } from '../ports/surroundings.js';
import type { UserProductStore } from '../ports/user-product-store.js';
import { transitionIds } from '../commit/build-commit.js';
import { catchUpLimit } from '../commit/limits.js';
import { isOf, ofAccount, type UserProductKey } from '../commit/load-user-product.js';

/** A user product as a write would find it at that instant, which is the organisation's. */
export type AsOfNow = { readonly product: UserProduct; readonly now: Instant };

export type ReadAsOfNow = (
  key: UserProductKey,
  context: OrganisationContext,
) => Promise<AsOfNow | null>;

/**
 * A user product as a write would find it now, without finishing or applying anything (docs/architecture.md §4): a
 * successor that is not inserted yet is read from its source, and what is due is worked out and kept nowhere. Null for
 * what is not there, not this organisation's or not this account's. Throws `BusyError` where more is due than a request
 * ends, and `SetAsideError` for what cannot be read or decided.
 */
export function makeReadAsOfNow(deps: {
  readonly userProducts: Pick<UserProductStore, 'find' | 'findBySuccessor'>;
  readonly organisationNow: OrganisationNow;
  readonly ids: IdSource;
}): ReadAsOfNow {
  const findRow = async ({ organisationId, userProductId, accountId }: UserProductKey) =>
    (await deps.userProducts.find(organisationId, userProductId, ofAccount(accountId)))?.product ??
    null;
  // Missed as a successor too, it may have been inserted between the two reads (docs/architecture.md §3).
  const find = async (key: UserProductKey) =>
    (await findRow(key)) ?? (await findWaiting(deps.userProducts, key)) ?? (await findRow(key));

  return async (key, context) => {
    const found = await readable(key, find);
    if (found === null || !isOf(key, found)) return null;
    const organisationNow = await deps.organisationNow(context.organisation);
    let product = found;
    for (let periods = 0; periods <= catchUpLimit; periods += 1) {
      const now = laterOf(organisationNow, product.lastEffectiveAt);
      if (!isDue(product, now)) return { product, now };
      product = nextOf(deps.ids, context.catalogue, product);
    }
    throw new BusyError('more periods are due than a request ends');
  };
}

async function readable(
  key: UserProductKey,
  find: (key: UserProductKey) => Promise<UserProduct | null>,
): Promise<UserProduct | null> {
  try {
    return await find(key);
  } catch (error) {
    if (!(error instanceof UnreadableUserProductError)) throw error;
    if (!isOf(key, error.userProduct)) return null;
    throw new SetAsideError(error);
  }
}

function nextOf(ids: IdSource, catalogue: Catalogue, product: UserProduct): UserProduct {
  try {
    return endPeriod({ product, catalogue, ids: transitionIds(ids) }).next;
  } catch (error) {
    throw new SetAsideError(error);
  }
}

async function findWaiting(
  userProducts: Pick<UserProductStore, 'findBySuccessor'>,
  { organisationId, userProductId, accountId }: UserProductKey,
): Promise<UserProduct | null> {
  const source = await userProducts.findBySuccessor(
    organisationId,
    userProductId,
    ofAccount(accountId),
  );
  return source?.successor?.product ?? null;
}
