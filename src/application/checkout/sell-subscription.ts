import { linkedTier } from '../../domain/catalogue/linked-tier.js';
import type { AccountId, DocumentId, OrganisationId, UserProductId } from '../../domain/ids.js';
import { createUserProduct } from '../../domain/user-product/create-user-product.js';
import { draftOfOrder } from '../../domain/user-product/ordered-draft.js';
import type { WriteRefusal } from '../../domain/user-product/refusal.js';
import type {
  SettledOrder,
  SubscriptionOrder,
} from '../../domain/user-product/subscription-order.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { InvalidFields } from '../catalogue/refused-write.js';
import { type BuildCommitDeps, newEntry, transitionIds } from '../commit/build-commit.js';
import { mostUserProducts } from '../commit/limits.js';
import type { Places } from '../ports/places.js';
import type { UserProductStore } from '../ports/user-product-store.js';
import { readOrder, type ReadOrderDeps, unknownAccount } from './read-order.js';

export type Sale = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly order: SubscriptionOrder;
  /** Chosen beforehand: sold twice under it, one is made. */
  readonly id: UserProductId;
  /** Of its first invoice, where that is chosen beforehand too; null: a new one. */
  readonly invoiceId: DocumentId | null;
  /** Whether it is put on the tier that its payment period is linked to. */
  readonly takesLinkedTier: boolean;
};

export type RefusedSale = {
  readonly ok: false;
  readonly failure: 'refused';
  readonly refusals: readonly [WriteRefusal];
};

export type SellSubscription = (
  sale: Sale,
) => Promise<{ readonly ok: true } | InvalidFields | RefusedSale>;

export type SellSubscriptionDeps = ReadOrderDeps &
  BuildCommitDeps & {
    readonly userProducts: Pick<UserProductStore, 'insert' | 'find'>;
    readonly productPlaces: Pick<Places<AccountId>, 'take'>;
    readonly onCommitted: (rows: readonly []) => void;
  };

const tooMany: RefusedSale = {
  ok: false,
  failure: 'refused',
  refusals: [{ reason: 'too_many_user_products', facts: { most: mostUserProducts } }],
};

/**
 * Makes the first user product of a subscription, and its first invoice (docs/spec/product-groups-api.md §4): 1 load,
 * 2 settle the order, 3 refuse, 4 take a place, 5 insert. One insert decides: whoever inserts the same id again changes
 * nothing, and what is refused by then was made if that id is there.
 */
export function makeSellSubscription(deps: SellSubscriptionDeps): SellSubscription {
  return async (sale) => {
    const read = await readOrder(deps, sale);
    if (!read.ok) return unlessMade(deps, sale, read);
    const place = await takePlace(deps, sale);
    if (place === 'no_owner') return unlessMade(deps, sale, unknownAccount);
    if (place === 'full') return unlessMade(deps, sale, tooMany);
    await insert(deps, sale, read);
    return { ok: true };
  };
}

/** An earlier call for the same id may have made it and could not say so. */
async function unlessMade<Refused>(
  { userProducts }: SellSubscriptionDeps,
  { organisationId, accountId, id }: Sale,
  refused: Refused,
): Promise<Refused | { readonly ok: true }> {
  const made = await userProducts.find(organisationId, id, accountId);
  return made === null ? refused : { ok: true };
}

function takePlace(deps: SellSubscriptionDeps, { organisationId, accountId }: Sale) {
  const asked = { most: mostUserProducts, now: deps.clock.now() };
  return deps.productPlaces.take(organisationId, accountId, asked);
}

type Read = { readonly context: OrganisationContext; readonly settled: SettledOrder };

async function insert(
  deps: SellSubscriptionDeps,
  sale: Sale,
  read: Read & { readonly now: SettledOrder['startAt'] },
): Promise<void> {
  const { context, settled, now } = read;
  const { catalogue } = context;
  const { id, organisationId, accountId, takesLinkedTier } = sale;
  const sold = { packageId: settled.pack.id, periodId: settled.period.id };
  const tierId = takesLinkedTier ? linkedTier(sold, catalogue) : null;
  const zone = catalogue.timeZone;
  const draft = draftOfOrder(settled, { id, organisationId, accountId, tierId, zone });
  const ids = idsOf(deps, sale);
  const { next: product, changeRows, events } = createUserProduct({ draft, catalogue, ids, now });
  const entry = newEntry(deps, { changeRows, events });
  await deps.userProducts.insert(organisationId, { product, outbox: [entry] });
  // Nothing to drain from memory: where a repeat finds its id taken, what is written has events of its own.
  deps.onCommitted([]);
}

function idsOf({ ids }: SellSubscriptionDeps, { invoiceId }: Sale) {
  const { nextEventId, nextDocumentId } = transitionIds(ids);
  return { nextEventId, nextDocumentId: () => invoiceId ?? nextDocumentId() };
}
