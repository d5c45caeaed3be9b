import type { UserProductState } from '../../../domain/user-product/user-product.js';

/** What each state is called here (docs/spec/product-groups-api.md §4). */
export const itemStatusOf = {
  activated: 'active',
  cancelled: 'canceled',
  pending: 'pending',
  frozen: 'paused',
  deactivated: 'terminated',
} as const satisfies Readonly<Record<UserProductState, string>>;

export type ItemStatus = (typeof itemStatusOf)[UserProductState];

export const itemStatuses = Object.values(itemStatusOf) as [ItemStatus, ...ItemStatus[]];

const states = Object.entries(itemStatusOf) as [UserProductState, ItemStatus][];

/** The state that is called so. */
export function stateCalled(status: ItemStatus): UserProductState | null {
  return states.find(([, called]) => called === status)?.[0] ?? null;
}
