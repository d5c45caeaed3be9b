import type { ChangeRowWrite } from './change.js';
import type { DomainEvent } from './event-side.js';
import type { Effect } from './number-effects.js';
import { eventIdsOf, touched, type CommitFrame } from './commit-frame.js';
import type { UserProduct } from './user-product.js';

/** The row without its pending change, and the effect that says so; the row as it is where nothing waits. */
export function withoutPendingChange({ product, at }: Pick<CommitFrame, 'product' | 'at'>): {
  readonly row: UserProduct;
  readonly effects: readonly Effect[];
} {
  const { pendingChange } = product;
  if (pendingChange === null) return { row: product, effects: [] };
  const row = touched({ product, at }, { pendingChange: null });
  const { changeId } = pendingChange;
  return {
    row,
    effects: [{ type: 'package_change_cancelled', changeId, before: product, after: row }],
  };
}

/** Closes the change row of what a commit superseded, if anything (docs/spec/payway-api.md §3). */
export function closeSuperseded(
  { product, at }: Pick<CommitFrame, 'product' | 'at'>,
  events: readonly DomainEvent[],
): readonly ChangeRowWrite[] {
  const { pendingChange } = product;
  if (pendingChange === null) return [];
  const { changeId, dueAt: effectiveAt } = pendingChange;
  const eventIds = eventIdsOf(events, changeId);
  return [
    {
      write: 'close',
      changeId,
      state: 'superseded',
      closedAt: at,
      effectiveAt,
      successorId: null,
      eventIds,
    },
  ];
}
