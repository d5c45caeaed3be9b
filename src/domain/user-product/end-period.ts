import type { Catalogue } from '../catalogue/catalogue.js';
import { priceOf } from '../money/price-of.js';
import type { ChangeRowWrite, ChangeSettlement, PendingChange } from './change.js';
import type { Effect } from './number-effects.js';
import { completedEvent } from './change-events.js';
import { committed, eventIdsOf, eventsOf, touched, type CommitFrame } from './commit-frame.js';
import { documentEffects } from './document-lines.js';
import { dueAtOf } from './due-at.js';
import { invoiceBoundary } from './invoice-period.js';
import { paidForSold } from './paid.js';
import { periodFromBoundary } from './period-from-boundary.js';
import { renewalOf } from './renewal-of.js';
import { successorOf } from './successor-of.js';
import { closeSuperseded, withoutPendingChange } from './superseded-change.js';
import type { Transition, TransitionIds } from './transition.js';
import type { UserProduct } from './user-product.js';
import { waitingTerms } from './waiting-terms.js';

type PeriodEnd = CommitFrame & { readonly ids: TransitionIds };

/**
 * What the end of one period does to a user product, effective at its `validTo`, however late that is noticed
 * (docs/architecture.md §4): a cancellation ends it, else a pending change is applied, else it is renewed or, not
 * recurring, ended. One period a call; `validTo` moves or the user product ends. Throws a TypeError for one that is
 * never due.
 */
export function endPeriod(given: {
  product: UserProduct;
  catalogue: Catalogue;
  ids: TransitionIds;
}): Transition {
  const at = dueAtOf(given.product);
  if (at === null) throw new TypeError('a user product that is never due has no period to end');
  const end = { ...given, at };
  const { state, pendingChange } = given.product;
  if (state === 'cancelled') return endCancelled(end);
  if (pendingChange === null) return goOn(end, []);
  const target = given.catalogue.packagesById.get(pendingChange.target.packageId);
  const isGone = target === undefined || target.archived;
  return isGone ? failPending(end, pendingChange) : applyPending(end, pendingChange);
}

function endCancelled(end: PeriodEnd): Transition {
  const { row, effects } = withoutPendingChange(end);
  const next = committed(end, { state: 'deactivated', pendingChange: null });
  const { invoice } = invoiceBoundary(end, { ended: end.product, begun: null });
  const { events, lastSequence } = eventsOf(end, [
    ...effects,
    { type: 'user_product_deactivated', changeId: null, before: row, after: next },
    ...documentEffects(invoice, next, null),
  ]);
  return {
    next: { ...next, lastSequence },
    successor: null,
    changeRows: closeSuperseded(end, events),
    events,
    changeId: null,
  };
}

/** Renewal of what recurs, the end of what does not; `earlier` is what the same commit did before. */
function goOn(end: PeriodEnd, earlier: readonly Effect[]): Transition {
  const { product, at, catalogue } = end;
  const recurs = product.subscriptionType === 'recurring';
  const moved = committed(end, {
    pendingChange: null,
    ...(recurs ? renewalOf(product, at, catalogue) : { state: 'deactivated' }),
  });
  const boundary = invoiceBoundary(end, { ended: product, begun: recurs ? moved : null });
  const { invoice } = boundary;
  const next = boundary.begun ?? moved;
  const type = recurs ? 'user_product_renewed' : 'user_product_deactivated';
  const before = earlier.at(-1)?.after ?? product;
  const { events, lastSequence } = eventsOf(end, [
    ...earlier,
    { type, changeId: null, before, after: next },
    ...documentEffects(invoice, next, null),
  ]);
  return {
    next: { ...next, lastSequence },
    successor: null,
    changeRows: [],
    events,
    changeId: null,
  };
}

function failPending(end: PeriodEnd, { changeId }: PendingChange): Transition {
  const after = touched(end, { pendingChange: null });
  const failure: Effect = {
    type: 'package_change_failed',
    changeId,
    before: end.product,
    after,
  };
  const gone = goOn(end, [failure]);
  const eventIds = eventIdsOf(gone.events, changeId);
  const changeRows: readonly ChangeRowWrite[] = [
    {
      write: 'close',
      changeId,
      state: 'failed',
      closedAt: end.at,
      effectiveAt: end.at,
      successorId: null,
      eventIds,
    },
  ];
  return { ...gone, changeRows };
}

function applyPending(end: PeriodEnd, pending: PendingChange): Transition {
  const { product, at, catalogue, ids } = end;
  const { changeId, kind, target, behaviour } = pending;
  const { successorId } = ids;
  const boundary = invoiceBoundary(end, { ended: product, begun: successorAt(end, pending) });
  const { begun: successor, invoice } = boundary;
  const documents = invoice && { creditNote: null, invoice: invoice.id };
  const terms = waitingTerms(product, pending, catalogue.timeZone);
  const endedBy = { changeId, successorId, answerId: product.id, target, behaviour, terms };
  const next = committed(end, {
    state: 'deactivated',
    pendingChange: null,
    endedBy: { ...endedBy, documents },
  });
  const settled = behaviour === 'group' ? { settlement: settledAtEnd(product, successor) } : {};
  const { events, lastSequence } = eventsOf(end, [
    { type: completedEvent[kind], changeId, before: product, after: successor, ...settled },
    ...documentEffects(invoice, successor, changeId),
  ]);
  const eventIds = eventIdsOf(events, changeId);
  return {
    next: { ...next, lastSequence },
    successor: { ...successor, lastSequence },
    changeRows: [
      {
        write: 'close',
        changeId,
        state: 'applied',
        closedAt: at,
        effectiveAt: at,
        successorId,
        documents,
        eventIds,
      },
    ],
    events,
    changeId: null,
  };
}

function successorAt(
  { product, at, catalogue, ids }: PeriodEnd,
  { kind, target }: PendingChange,
): UserProduct {
  const period = periodFromBoundary(product, target.period.interval, catalogue.timeZone);
  const sold = { soldPeriod: target.period, quantity: target.quantity };
  const paid = paidForSold(sold, { from: period.startAt, to: period.validTo });
  const next = { ...period, paid };
  return successorOf(product, { id: ids.successorId, kind, target, at, next }, catalogue);
}

/** What a period in arrears owes when it has ended, and what the next one costs in advance. Nothing is given back. */
function settledAtEnd(ended: UserProduct, begun: UserProduct): ChangeSettlement {
  const { price, billing } = ended.soldPeriod;
  const nothing = { ...price, amountMinor: 0 };
  const used = billing.payInAdvance ? nothing : priceOf(price, ended.quantity);
  return { credit: nothing, used, charge: begun.paid.amount };
}
