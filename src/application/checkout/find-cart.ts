import type { BillingDocument } from '../../domain/billing/billing-document.js';
import type { CartId, OrganisationId } from '../../domain/ids.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { FindDocument } from '../billing/find-document.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { LoadUserProduct } from '../commit/load-user-product.js';
import type { Cart, CartStore } from '../ports/cart-store.js';
import type { Clock } from '../ports/surroundings.js';
import { isCartOver } from './cart-life.js';
import { SetAsideError } from '../ports/failures.js';
import type { WhenTooMuchIsDue } from '../user-product/read-account-rows.js';
import type { FindChain, SubscriptionChain } from '../user-product/subscription-chain.js';

/** What a completed cart has made. */
export type Bought = {
  /** What was bought, whatever became of it. */
  readonly first: UserProduct;
  readonly chain: SubscriptionChain;
};

export type CartKey = { readonly organisationId: OrganisationId; readonly id: CartId };

export type ReadCart = {
  readonly cart: Cart;
  readonly context: OrganisationContext;
  /** Null while it is open. */
  readonly bought: Bought | null;
  /** Its first one; null while it is open, and where there was nothing to pay at once. */
  readonly invoice: BillingDocument | null;
};

/** Null for one that is unknown, another organisation's, or open for too long. */
export type FindCart = (key: CartKey) => Promise<ReadCart | null>;

export type ReadBoughtDeps = {
  readonly carts: Pick<CartStore, 'find' | 'complete'>;
  readonly load: LoadUserProduct;
  readonly findChain: FindChain;
};

type BoughtIn = {
  readonly organisationId: OrganisationId;
  readonly whenTooMuchIsDue: WhenTooMuchIsDue;
};

export type FindCartDeps = ReadBoughtDeps & {
  readonly readContext: ReadOrganisationContext;
  readonly findDocument: FindDocument;
  /** Real time, as carts are made in. */
  readonly clock: Clock;
};

/**
 * A cart, with what it has made as that is now and its invoice with its number (docs/spec/product-groups-api.md §4).
 * Whoever completed it may have died before saying so: what it was to make is looked for.
 */
export function makeFindCart(deps: FindCartDeps): FindCart {
  return async ({ organisationId, id }) => {
    const context = await deps.readContext(organisationId);
    const found = await deps.carts.find(organisationId, id);
    if (context === null || found === null) return null;
    const asked = { organisationId, whenTooMuchIsDue: 'throw' } as const;
    const bought = await readBought(deps, asked, found);
    if (bought === null && isCartOver(found, deps.clock.now())) return null;
    if (bought === null) return { cart: found, context, bought, invoice: null };
    const document = { organisationId, ownAccountId: found.accountId, id: found.invoiceId };
    const invoice = await deps.findDocument(document);
    return { cart: { ...found, status: 'completed' }, context, bought, invoice };
  };
}

/**
 * What a cart has made, and says that it is completed where nobody has; null: nothing yet. Throws `SetAsideError` where
 * that cannot be read.
 */
export async function readBought(
  { carts, load, findChain }: ReadBoughtDeps,
  { organisationId, whenTooMuchIsDue }: BoughtIn,
  { id, accountId, userProductId, status }: Cart,
): Promise<Bought | null> {
  const key = { organisationId, accountId, userProductId };
  if (status === 'open') {
    if ((await load(key)) === null) return null;
    await carts.complete(organisationId, id);
  }
  const subscription = { organisationId, subscriptionId: userProductId, accountId };
  const found = await findChain({ ...subscription, whenTooMuchIsDue });
  const first = (await load(key))?.product;
  if (found === null || first === undefined) throw new SetAsideError();
  return { first, chain: found.chain };
}
