import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import {
  createUserProduct,
  type UserProductDraft,
} from '../../domain/user-product/create-user-product.js';
import type { WriteRefusal } from '../../domain/user-product/refusal.js';
import type { TransitionIds } from '../../domain/user-product/transition.js';
import { type BuildCommitDeps, newEntry } from '../commit/build-commit.js';
import { mostUserProducts } from '../commit/limits.js';
import type { Places } from '../ports/places.js';
import type { UserProductStore } from '../ports/user-product-store.js';

export type BeginChainDeps = BuildCommitDeps & {
  readonly userProducts: Pick<UserProductStore, 'insert'>;
  readonly productPlaces: Pick<Places<AccountId>, 'take'>;
  readonly onCommitted: (rows: readonly []) => void;
};

/** The first user product of a chain, as it is sold now. */
type Beginning = {
  readonly draft: UserProductDraft;
  readonly catalogue: Catalogue;
  readonly ids: TransitionIds;
  readonly now: Instant;
};

export const tooManyUserProducts: WriteRefusal = {
  reason: 'too_many_user_products',
  facts: { most: mostUserProducts },
};

/**
 * Makes the first user product of a chain: 1 takes a place of its account, 2 inserts it, with what tells of it in its
 * outbox. One insert decides: whoever inserts the same id again changes nothing. Nothing is inserted where the account is
 * not there, or full.
 */
export async function beginChain(
  deps: BeginChainDeps,
  beginning: Beginning,
): Promise<'begun' | 'no_owner' | 'full'> {
  const { organisationId, accountId } = beginning.draft;
  const asked = { most: mostUserProducts, now: deps.clock.now() };
  const place = await deps.productPlaces.take(organisationId, accountId, asked);
  if (place !== 'taken') return place;
  const { next: product, changeRows, events } = createUserProduct(beginning);
  const entry = newEntry(deps, { changeRows, events });
  await deps.userProducts.insert(organisationId, { product, outbox: [entry] });
  // Nothing to drain from memory: where a repeat finds its id taken, what is written has events of its own.
  deps.onCommitted([]);
  return 'begun';
}

/** Whether an earlier call for the same id has made it and could not say so: by now it might be refused. */
export async function isBegun(
  { userProducts }: { readonly userProducts: Pick<UserProductStore, 'find'> },
  chain: {
    readonly organisationId: OrganisationId;
    readonly accountId: AccountId;
    readonly id: UserProductId;
  },
): Promise<boolean> {
  const { organisationId, accountId, id } = chain;
  return (await userProducts.find(organisationId, id, accountId)) !== null;
}
