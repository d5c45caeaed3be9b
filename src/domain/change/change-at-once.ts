import { completedEvent } from '../user-product/change-events.js';
import { committed, eventsOf } from '../user-product/commit-frame.js';
import type { Effect } from '../user-product/number-effects.js';
import { paidUntil } from '../user-product/paid.js';
import { successorOf } from '../user-product/successor-of.js';
import { closeSuperseded, withoutPendingChange } from '../user-product/superseded-change.js';
import type { Transition } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { ChangeOrder } from './change-order.js';
import { openedChange } from './opened-change.js';
import { settledTerms } from './settled-terms.js';

/**
 * A change that happens now: the user product ends, keeping its `validTo`, and its successor begins
 * (docs/spec/payway-api.md §3). What waited is superseded first; where nothing was left to carry over the successor is
 * renewed last (docs/spec/change-rules.md §3). The answer is the successor's id.
 */
export function changeAtOnce(order: ChangeOrder): Transition {
  const { product, decision, changeId, ids, now } = order;
  const { kind, target, behaviour } = decision;
  const frame = { ...order, at: now };
  const { successorId } = ids;
  const terms = settledTerms(decision);
  const endedBy = {
    changeId,
    successorId,
    answerId: successorId,
    target,
    behaviour,
    terms,
    documents: null,
  };
  const next = committed(frame, { state: 'deactivated', pendingChange: null, endedBy });

  const successor = successorOf(
    product,
    { id: successorId, kind, target, at: now, next: decision.next },
    order.catalogue,
  );
  const { row, effects } = withoutPendingChange(frame);
  const { events, lastSequence } = eventsOf(frame, [
    ...effects,
    ...beginnings(order, row, successor),
  ]);
  const outcome = { state: 'applied', closedAt: now, successorId, documents: null } as const;
  const change = openedChange(order, outcome, events);
  return {
    next: { ...next, lastSequence },
    successor: { ...successor, lastSequence },
    changeRows: [...closeSuperseded({ product, at: now }, events), { write: 'open', change }],
    events,
    changeId,
  };
}

function beginnings(
  { decision, changeId, now }: ChangeOrder,
  source: UserProduct,
  successor: UserProduct,
): readonly Effect[] {
  const type = completedEvent[decision.kind];
  if (!decision.next.renewedAtOnce) return [{ type, changeId, before: source, after: successor }];
  const begun = { ...successor, validTo: now, paid: paidUntil(successor.paid, now) };
  return [
    { type, changeId, before: source, after: begun },
    { type: 'user_product_renewed', changeId, before: begun, after: successor },
  ];
}
