import { type AccountId, type OrganisationId, toId, type UserProductId } from '../../domain/ids.js';
import type { SubscriptionOrder } from '../../domain/user-product/subscription-order.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { InvalidFields } from '../catalogue/refused-write.js';
import type { IdSource } from '../ports/surroundings.js';
import type { FindChain, SubscriptionChain } from '../user-product/subscription-chain.js';
import type { RefusedSale, SellSubscription } from './sell-subscription.js';

type CreateSubscriptionCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly order: SubscriptionOrder;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: UserProductId | null;
};

export type CreateSubscription = (command: CreateSubscriptionCommand) => Promise<
  | {
      readonly ok: true;
      readonly chain: SubscriptionChain;
      readonly context: OrganisationContext;
    }
  | InvalidFields
  | RefusedSale
>;

/**
 * A subscription made in the back office (docs/spec/product-groups-api.md §4): on no tier, and with what is due since its
 * start applied before it is answered. Where more is due than a request ends, it is answered as far as it is by then:
 * it is made, and a failure would have whoever sent no key make another.
 */
export function makeCreateSubscription(deps: {
  readonly sellSubscription: SellSubscription;
  readonly findChain: FindChain;
  readonly ids: IdSource;
}): CreateSubscription {
  return async ({ organisationId, accountId, order, chosenId }) => {
    const id = chosenId ?? toId<UserProductId>(deps.ids.next());
    const sale = { organisationId, accountId, order, id, invoiceId: null, takesLinkedTier: false };
    const sold = await deps.sellSubscription(sale);
    if (!sold.ok) return sold;
    const found = await deps.findChain({
      organisationId,
      subscriptionId: id,
      accountId,
      whenTooMuchIsDue: 'show',
    });
    if (found === null) throw new Error('a subscription that was just made is gone');
    return { ok: true, ...found };
  };
}
