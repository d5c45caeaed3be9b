import { completedEvent } from '../user-product/change-events.js';
import type { ChangeDocuments } from '../user-product/change.js';
import { committed, eventsOf } from '../user-product/commit-frame.js';
import { documentEffects } from '../user-product/document-lines.js';
import type { Effect } from '../user-product/number-effects.js';
import { paidUntil } from '../user-product/paid.js';
import { successorOf } from '../user-product/successor-of.js';
import { closeSuperseded, withoutPendingChange } from '../user-product/superseded-change.js';
import type { Transition } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';
import { type CausedDocuments, documentsOfChange } from './documents-of-change.js';
import type { ChangeOrder } from './change-order.js';
import { openedChange } from './opened-change.js';
import { settledTerms } from './settled-terms.js';

/**
 * A change that happens now: the user product ends, keeping its `validTo`, and its successor begins
 * (docs/spec/payway-api.md §3). What waited is superseded first; where nothing was left to carry over the successor is
 * renewed (docs/spec/change-rules.md §3); the documents that it causes are told last. The answer is the successor's id.
 */
export function changeAtOnce(order: ChangeOrder): Transition {
  const { product, decision, changeId, ids, now } = order;
  const { target, behaviour } = decision;
  const frame = { ...order, at: now };
  const { successorId } = ids;
  const terms = settledTerms(decision);
  const caused = documentsOfChange(order, begunBy(order));
  const { successor } = caused;
  const documents = idsOf(caused);
  const answered = { changeId, successorId, answerId: successorId };
  const endedBy = { ...answered, target, behaviour, terms, documents };
  const next = committed(frame, { state: 'deactivated', pendingChange: null, endedBy });

  const { row, effects } = withoutPendingChange(frame);
  const { events, lastSequence } = eventsOf(frame, [
    ...effects,
    ...beginnings(order, row, successor),
    ...documentsTold(order, caused),
  ]);
  const outcome = { state: 'applied', closedAt: now, successorId, documents } as const;
  const change = openedChange(order, outcome, events);
  return {
    next: { ...next, lastSequence },
    successor: { ...successor, lastSequence },
    changeRows: [...closeSuperseded({ product, at: now }, events), { write: 'open', change }],
    events,
    changeId,
  };
}

function begunBy({ product, decision, ids, now, catalogue }: ChangeOrder): UserProduct {
  const { kind, target, next } = decision;
  return successorOf(product, { id: ids.successorId, kind, target, at: now, next }, catalogue);
}

function beginnings(
  { decision, changeId, now }: ChangeOrder,
  source: UserProduct,
  successor: UserProduct,
): readonly Effect[] {
  const type = completedEvent[decision.kind];
  const { settlement } = decision.amounts;
  const settled = settlement === null ? {} : { settlement };
  if (!decision.next.renewedAtOnce) {
    return [{ type, changeId, before: source, after: successor, ...settled }];
  }
  const begun = { ...successor, validTo: now, paid: paidUntil(successor.paid, now) };
  return [
    { type, changeId, before: source, after: begun, ...settled },
    { type: 'user_product_renewed', changeId, before: begun, after: successor },
  ];
}

function documentsTold(
  { changeId, sendsCreditNote }: ChangeOrder,
  { creditNote, invoice, successor }: CausedDocuments,
): readonly Effect[] {
  const sent =
    creditNote !== null && sendsCreditNote
      ? [{ changeId, before: successor, after: successor, document: creditNote }]
      : [];
  return [
    ...documentEffects(creditNote, successor, changeId),
    ...documentEffects(invoice, successor, changeId),
    ...sent.map((it) => ({ ...it, type: 'credit_note.send_requested' as const })),
  ];
}

function idsOf({ creditNote, invoice }: CausedDocuments): ChangeDocuments | null {
  if (creditNote === null && invoice === null) return null;
  return { creditNote: creditNote?.id ?? null, invoice: invoice?.id ?? null };
}
