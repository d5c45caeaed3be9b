import type { EventType } from '../events/domain-event.js';
import type { ChangeRowWrite } from './change.js';
import { committed, eventsOf } from './commit-frame.js';
import type { Effect } from './number-effects.js';
import { closeSuperseded, withoutPendingChange } from './superseded-change.js';
import type { Transition } from './transition.js';
import type { UserProduct } from './user-product.js';
import type { WriteOrder } from './write-order.js';

type Edit = {
  readonly type: EventType;
  readonly edits: Partial<UserProduct>;
};

/** A commit that edits the row and tells of it by one event; what waits in the row goes on waiting. */
export function editRow(order: WriteOrder, { type, edits }: Edit): Transition {
  const next = committed(order, edits);
  return oneRow(order, {
    next,
    effects: [{ type, changeId: null, before: order.product, after: next }],
    changeRows: () => [],
  });
}

/** The same, and a change that waits is superseded by it: told first (docs/spec/payway-api.md §5). */
export function editRowWithoutPendingChange(order: WriteOrder, { type, edits }: Edit): Transition {
  const { row, effects } = withoutPendingChange(order);
  const next = committed(order, { ...edits, pendingChange: null });
  return oneRow(order, {
    next,
    effects: [...effects, { type, changeId: null, before: row, after: next }],
    changeRows: (events) => closeSuperseded(order, events),
  });
}

type Row = {
  readonly next: UserProduct;
  readonly effects: readonly Effect[];
  readonly changeRows: (events: Transition['events']) => readonly ChangeRowWrite[];
};

/** A commit without a successor. */
export function oneRow(order: WriteOrder, { next, effects, changeRows }: Row): Transition {
  const { events, lastSequence } = eventsOf(order, effects);
  return {
    next: { ...next, lastSequence },
    successor: null,
    changeRows: changeRows(events),
    events,
    changeId: order.changeId,
  };
}
