import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import { tierIn } from '../../domain/catalogue/catalogue.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import {
  type SubscriptionState,
  subscriptionState,
} from '../kit/subscription/subscription-state.js';
import type { PortalVisitor } from './visitor.js';

/** What the visitor may do with a subscription; the server looks again when it is done. */
export type Offered = {
  /** Where targets come from; null: there is no change to be asked for here. */
  readonly change: 'group' | 'offer' | null;
  /** Why there is no change although there might be one; null where nothing is to be said. */
  readonly whyNoChange: 'cancelled' | 'group_disabled' | 'nothing_offered' | 'undo_first' | null;
  readonly cancel: boolean;
  readonly reactivate: boolean;
  readonly undo: boolean;
};

const nothing: Offered = {
  change: null,
  whyNoChange: null,
  cancel: false,
  reactivate: false,
  undo: false,
};

/** By the state of its last user product, its product group and what the publisher offers (docs/spec/pages.md §8). */
export function whatIsOffered(
  { last, context: { catalogue } }: Pick<SubscriptionLife, 'last' | 'context'>,
  visitor: PortalVisitor,
): Offered {
  const { state } = subscriptionState(last, catalogue);
  const mayCancel = catalogue.packagesById.get(last.packageId)?.customerCanCancel ?? false;
  if (isOnlyLookedAt(state)) return nothing;
  switch (state) {
    case 'cancelled':
      return { ...nothing, whyNoChange: 'cancelled', reactivate: true };
    case 'waits': {
      const source = sourceOf(last, visitor, catalogue);
      const change =
        source.change === 'offer' ? source : { change: null, whyNoChange: 'undo_first' as const };
      return { ...nothing, ...change, cancel: mayCancel, undo: true };
    }
    case 'limited':
      return { ...nothing, ...sourceOf(last, visitor, catalogue) };
    case 'renews':
      return { ...nothing, ...sourceOf(last, visitor, catalogue), cancel: mayCancel };
  }
}

const onlyLookedAt = ['ended', 'pending', 'frozen', 'elsewhere'] as const;

function isOnlyLookedAt(state: SubscriptionState['state']): state is (typeof onlyLookedAt)[number] {
  return onlyLookedAt.some((it) => it === state);
}

function sourceOf(
  last: UserProduct,
  visitor: PortalVisitor,
  catalogue: SubscriptionLife['context']['catalogue'],
): Pick<Offered, 'change' | 'whyNoChange'> {
  const tier = tierIn(catalogue, last.tierId);
  if (tier !== undefined) {
    return tier.group.enabled
      ? { change: 'group', whyNoChange: null }
      : { change: null, whyNoChange: 'group_disabled' };
  }
  return offeredCodes(visitor).length > 0
    ? { change: 'offer', whyNoChange: null }
    : { change: null, whyNoChange: 'nothing_offered' };
}

/** Codes of packages to choose from where there is no product group: this visit's own, else the organisation's. */
export function offeredCodes({ session, settings }: PortalVisitor): readonly string[] {
  return session.visit.offer ?? settings.portal.offer;
}
