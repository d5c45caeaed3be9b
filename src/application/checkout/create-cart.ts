import { soldPeriodOf } from '../../domain/catalogue/sold-period.js';
import {
  type AccountId,
  type CartId,
  type DocumentId,
  type OrganisationId,
  toId,
  type UserProductId,
} from '../../domain/ids.js';
import type {
  SettledOrder,
  SubscriptionOrder,
} from '../../domain/user-product/subscription-order.js';
import type { FullResource, InvalidFields } from '../catalogue/refused-write.js';
import { whenFull } from '../catalogue/limits-of-catalogue.js';
import type { Cart, CartStore } from '../ports/cart-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import { mostOpenCarts, openCartsEndAt } from './cart-life.js';
import type { FindCart, ReadCart } from './find-cart.js';
import { readOrder, type ReadOrderDeps, unknownAccount } from './read-order.js';

type CreateCartCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly order: SubscriptionOrder;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: CartId | null;
};

export type CreateCart = (
  command: CreateCartCommand,
) => Promise<({ readonly ok: true } & ReadCart) | InvalidFields | FullResource>;

export type CreateCartDeps = ReadOrderDeps & {
  readonly carts: Pick<CartStore, 'insert' | 'countOpen'>;
  readonly findCart: FindCart;
  readonly ids: IdSource;
  /** Real time: a cart is there whatever an organisation's own clock says. */
  readonly clock: Clock;
};

/**
 * A cart of what could be bought now (docs/spec/product-groups-api.md §4). The ids of what it will make are chosen here.
 * Called again for the same id it answers what there is by now.
 */
export function makeCreateCart(deps: CreateCartDeps): CreateCart {
  return async (command) => {
    const { organisationId } = command;
    const id = command.chosenId ?? toId<CartId>(deps.ids.next());
    const read = await readOffer(deps, command);
    const refused = read.ok ? await whenCartsAreFull(deps, command) : read;
    if (read.ok && refused === null) {
      const cart = newCart(deps, { ...command, id }, read);
      const inserted = await deps.carts.insert(organisationId, cart);
      if (inserted === 'inserted') return { ok: true, cart, context: read.context, ...nothingMade };
    }
    const made = await deps.findCart({ organisationId, id });
    if (made !== null) return { ok: true, ...made };
    if (refused !== null) return refused;
    throw new Error('a cart that was just made is gone');
  };
}

const nothingMade = { bought: null, invoice: null } as const;

/** What the order comes to now, for an account that is there. */
async function readOffer(
  deps: ReadOrderDeps,
  asked: CreateCartCommand,
): ReturnType<typeof readOrder> {
  const read = await readOrder(deps, asked);
  if (!read.ok) return read;
  const isKnown = await deps.accounts.exists(asked.organisationId, asked.accountId);
  return isKnown ? read : unknownAccount;
}

/** Counted, not reserved: as many more may be let in as are made at the same moment. */
async function whenCartsAreFull(
  { carts, clock }: Pick<CreateCartDeps, 'carts' | 'clock'>,
  { organisationId, accountId }: CreateCartCommand,
): Promise<FullResource | null> {
  const most = mostOpenCarts;
  const asked = { madeAfter: openCartsEndAt(clock.now()), most };
  const open = await carts.countOpen(organisationId, accountId, asked);
  return whenFull(open, most);
}

function newCart(
  { ids, clock }: Pick<CreateCartDeps, 'ids' | 'clock'>,
  { id, accountId, order }: CreateCartCommand & Pick<Cart, 'id'>,
  { settled: { pack, period, quantity } }: { readonly settled: SettledOrder },
): Cart {
  return {
    id,
    accountId,
    packageId: pack.id,
    packageCode: pack.code,
    offered: soldPeriodOf(period),
    quantity,
    startAt: order.startAt,
    userProductId: toId<UserProductId>(ids.next()),
    invoiceId: toId<DocumentId>(ids.next()),
    status: 'open',
    createdAt: clock.now(),
  };
}
