import type { OrganisationId } from '../../domain/ids.js';
import type { SubscriptionOrder } from '../../domain/user-product/subscription-order.js';
import type { FindChangeDocuments } from '../billing/find-change-documents.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import {
  type InvalidFields,
  type MovedResource,
  movedResource,
  type UnknownResource,
  unknownResource,
} from '../catalogue/refused-write.js';
import { type TakenVersions, takesVersion } from '../catalogue/takes-version.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Cart } from '../ports/cart-store.js';
import type { Clock } from '../ports/surroundings.js';
import { cartVersionOf, isCartOver } from './cart-life.js';
import { type CartKey, readBought, type ReadBoughtDeps, type ReadCart } from './find-cart.js';
import type { RefusedSale, SellSubscription } from './sell-subscription.js';

type CompleteCartCommand = CartKey & { readonly ifMatch: TakenVersions };

export type CompleteCart = (
  command: CompleteCartCommand,
) => Promise<
  ({ readonly ok: true } & ReadCart) | UnknownResource | MovedResource | InvalidFields | RefusedSale
>;

export type CompleteCartDeps = ReadBoughtDeps & {
  readonly readContext: ReadOrganisationContext;
  readonly sellSubscription: SellSubscription;
  readonly findChangeDocuments: FindChangeDocuments;
  /** Real time, as carts are made in. */
  readonly clock: Clock;
};

/**
 * Sells what is in a cart (docs/spec/product-groups-api.md §4): 1 load, 2 refuse one that is over or at another version,
 * 3 sell, at the price and on the terms of now, 4 say that it is completed, 5 answer what was made. However often, by
 * however many at once, and whoever died in between: the ids were chosen with the cart, so there is one subscription and
 * one invoice, which is answered as it was made; where more is due since than a request ends, with the subscription as far
 * as it is by then.
 */
export function makeCompleteCart(deps: CompleteCartDeps): CompleteCart {
  return async ({ organisationId, id, ifMatch }) => {
    const context = await deps.readContext(organisationId);
    const found = await deps.carts.find(organisationId, id);
    if (context === null || found === null) return unknownResource;
    const sale = { organisationId, whenTooMuchIsDue: 'show' } as const;
    const refused = whyNot(found, ifMatch, deps.clock.now());
    if (refused !== null && !(await isSold(deps, sale, found))) return refused;
    if (found.status === 'open') {
      const sold = await deps.sellSubscription(saleOf(organisationId, found));
      if (!sold.ok) return sold;
    }
    const bought = await readBought(deps, sale, found);
    if (bought === null) return unknownResource;
    const { accountId, invoiceId } = found;
    const asked = { organisationId, accountId, ids: [invoiceId] };
    const invoice = (await deps.findChangeDocuments(asked)).get(invoiceId) ?? null;
    return { ok: true, cart: { ...found, status: 'completed' }, context, bought, invoice };
  };
}

/** Nothing of one that is completed: it answers the same again, before `If-Match`. */
function whyNot(
  cart: Cart,
  ifMatch: TakenVersions,
  now: Instant,
): UnknownResource | MovedResource | null {
  if (cart.status === 'completed') return null;
  if (isCartOver(cart, now)) return unknownResource;
  return takesVersion(ifMatch, cartVersionOf(cart)) ? null : movedResource;
}

/** Whoever sold it may have died before saying that it is completed. */
async function isSold(...given: Parameters<typeof readBought>): Promise<boolean> {
  return (await readBought(...given)) !== null;
}

function saleOf(organisationId: OrganisationId, cart: Cart) {
  const { accountId, packageId, offered, quantity, startAt, userProductId, invoiceId } = cart;
  const order: SubscriptionOrder = { packageId, periodId: offered.periodId, quantity, startAt };
  const id = userProductId;
  return { organisationId, accountId, order, id, invoiceId, takesLinkedTier: true };
}
