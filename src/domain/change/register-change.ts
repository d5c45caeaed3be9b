import { registeredEvent } from '../user-product/change-events.js';
import type { PendingChange } from '../user-product/change.js';
import { committed, eventsOf } from '../user-product/commit-frame.js';
import { closeSuperseded, withoutPendingChange } from '../user-product/superseded-change.js';
import type { Transition } from '../user-product/transition.js';
import type { ChangeOrder } from './change-order.js';
import { openedChange } from './opened-change.js';

/**
 * A change that waits for the end of the period, in place of one that waited before (docs/spec/payway-api.md §3). The
 * answer is the user product's own id. Throws for an upgrade, which never waits.
 */
export function registerChange(order: ChangeOrder): Transition {
  const { product, decision, changeId, now } = order;
  const frame = { ...order, at: now };
  const pendingChange: PendingChange = {
    changeId,
    kind: decision.kind,
    behaviour: decision.behaviour,
    rule: decision.rule,
    target: decision.target,
    requestedAt: now,
    requestedBy: order.requestedBy,
    dueAt: decision.effectiveAt,
  };
  const { row, effects } = withoutPendingChange(frame);
  const next = committed(frame, { pendingChange });
  const type = registeredEvent[pendingChange.kind];
  const { events, lastSequence } = eventsOf(frame, [
    ...effects,
    { type, changeId, before: row, after: next },
  ]);
  const outcome = { state: 'created', closedAt: null, successorId: null, documents: null } as const;
  const change = openedChange(order, outcome, events);
  return {
    next: { ...next, lastSequence },
    successor: null,
    changeRows: [...closeSuperseded({ product, at: now }, events), { write: 'open', change }],
    events,
    changeId,
  };
}
