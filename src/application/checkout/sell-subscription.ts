import { linkedTier } from '../../domain/catalogue/linked-tier.js';
import type { AccountId, DocumentId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { draftOfOrder } from '../../domain/user-product/ordered-draft.js';
import type { WriteRefusal } from '../../domain/user-product/refusal.js';
import type {
  SettledOrder,
  SubscriptionOrder,
} from '../../domain/user-product/subscription-order.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { InvalidFields } from '../catalogue/refused-write.js';
import { transitionIds } from '../commit/build-commit.js';
import type { UserProductStore } from '../ports/user-product-store.js';
import {
  beginChain,
  type BeginChainDeps,
  isBegun,
  tooManyUserProducts,
} from '../user-product/begin-chain.js';
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
  BeginChainDeps & { readonly userProducts: Pick<UserProductStore, 'find'> };

const tooMany: RefusedSale = { ok: false, failure: 'refused', refusals: [tooManyUserProducts] };

/**
 * Makes the first user product of a subscription, and its first invoice (docs/spec/product-groups-api.md §4): 1 load,
 * 2 settle the order, 3 refuse, 4 begin the chain. What is refused by now was made if its id is there.
 */
export function makeSellSubscription(deps: SellSubscriptionDeps): SellSubscription {
  return async (sale) => {
    const read = await readOrder(deps, sale);
    if (!read.ok) return unlessMade(deps, sale, read);
    const outcome = await beginChain(deps, beginningOf(deps, sale, read));
    if (outcome === 'begun') return { ok: true };
    return unlessMade(deps, sale, outcome === 'full' ? tooMany : unknownAccount);
  };
}

async function unlessMade<Refused>(
  deps: SellSubscriptionDeps,
  sale: Sale,
  refused: Refused,
): Promise<Refused | { readonly ok: true }> {
  return (await isBegun(deps, sale)) ? { ok: true } : refused;
}

type Read = {
  readonly context: OrganisationContext;
  readonly settled: SettledOrder;
  readonly now: Instant;
};

function beginningOf(deps: SellSubscriptionDeps, sale: Sale, { context, settled, now }: Read) {
  const { catalogue } = context;
  const { id, organisationId, accountId, takesLinkedTier } = sale;
  const sold = { packageId: settled.pack.id, periodId: settled.period.id };
  const tierId = takesLinkedTier ? linkedTier(sold, catalogue) : null;
  const zone = catalogue.timeZone;
  const draft = draftOfOrder(settled, { id, organisationId, accountId, tierId, zone });
  return { draft, catalogue, ids: idsOf(deps, sale), now };
}

function idsOf({ ids }: SellSubscriptionDeps, { invoiceId }: Sale) {
  const { nextDocumentId, ...others } = transitionIds(ids);
  return { ...others, nextDocumentId: () => invoiceId ?? nextDocumentId() };
}
