import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { OperatorAction } from '../../../domain/operators/role.js';
import type { Change } from '../../../domain/user-product/change.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { subscriptionState } from '../../kit/subscription/subscription-state.js';
import { consolePaths } from '../paths.js';

type Act = {
  readonly act: 'cancel' | 'reactivate' | 'assign' | 'dates';
  readonly action: OperatorAction;
  readonly pathOf: typeof consolePaths.cancel;
  readonly isPossible: (state: ReturnType<typeof subscriptionState>, last: UserProduct) => boolean;
};

const acts: readonly Act[] = [
  {
    act: 'reactivate',
    action: 'reactivate_subscription',
    pathOf: consolePaths.reactivate,
    isPossible: ({ state }) => state === 'cancelled',
  },
  {
    act: 'assign',
    action: 'assign_group',
    pathOf: consolePaths.assign,
    isPossible: (_, { endedBy, subscriptionType, state }) =>
      endedBy === null && state !== 'deactivated' && subscriptionType === 'recurring',
  },
  {
    act: 'dates',
    action: 'edit_subscription_dates',
    pathOf: consolePaths.dates,
    isPossible: (_, { endedBy }) => endedBy === null,
  },
  {
    act: 'cancel',
    action: 'cancel_subscription',
    pathOf: consolePaths.cancel,
    isPossible: ({ state }) => state === 'renews' || state === 'waits',
  },
];

/** What may be done with a subscription besides a change, by what it is now; the server looks again when it is done. */
export function possibleActs({
  last,
  context,
}: Pick<SubscriptionLife, 'last' | 'context'>): readonly Omit<Act, 'isPossible'>[] {
  const state = subscriptionState(last, context.catalogue);
  return acts.filter((it) => it.isPossible(state, last));
}

/** The change that made what the subscription is now: the one that a correction takes back. Null: there is none. */
export function undoableChange({
  changes,
  last,
}: Pick<SubscriptionLife, 'changes' | 'last'>): Change | null {
  const made = changes.find(
    ({ state, successorId }) => state === 'applied' && successorId === last.id,
  );
  return made ?? null;
}
