import type { Requester } from '../user-product/requester.js';
import type { Ruling } from '../user-product/ruling.js';
import type { Change, ChangeDocuments } from '../user-product/change.js';
import type { Effect } from '../user-product/number-effects.js';
import type { ChangeId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import { committed, eventIdsOf, eventsOf, type CommitFrame } from '../user-product/commit-frame.js';
import { documentEffects } from '../user-product/document-lines.js';
import { successorOf } from '../user-product/successor-of.js';
import { closeSuperseded, withoutPendingChange } from '../user-product/superseded-change.js';
import type { Transition, TransitionIds } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';
import { amountsAtPeriodEnd } from '../user-product/waiting-terms.js';
import { openedAgain, toldAgain, type Restored } from './waiting-again.js';
import { undoneDocuments, type UndoneDocuments } from './undone-documents.js';
import { withoutChange } from './without-change.js';

/** Why a change cannot be undone any more. */
export type UndoRefusalReason = 'not_the_last' | 'too_late' | 'money_moved' | 'edited_since';

type UndoOrder = CommitFrame & {
  readonly ids: TransitionIds;
  /** Names the correction, which is a change of its own. */
  readonly changeId: ChangeId;
  readonly requestedBy: Requester;
  /** The user product that the mistaken change ended. */
  readonly source: UserProduct;
  /** What the mistaken change had superseded; null: nothing. */
  readonly superseded: Restored | null;
};

/**
 * An operator's correction of the last change of a subscription, as if it had not been (docs/spec/operations.md §1):
 * what it made ends, and a new user product goes on as the one before would have: on its package and period, until its
 * end, and what the change had superseded waits again. What the customer has wished since stays: a cancellation, a
 * number. Refused where something has ended the change's product since, where the end of before has passed, where money
 * moved since (a period was sold), and where dates or type were set since.
 * Example: basic until 1 May, a downgrade waits, mistakenly upgraded on 10 April; undone on 12 April: basic again, until
 * 1 May, and the downgrade waits for that day.
 */
export function undoChange(order: UndoOrder): Ruling<UndoRefusalReason> {
  const { product, at, ids } = order;
  if (product.endedBy !== null || product.state === 'deactivated') return refuse('not_the_last');
  const before = withoutChange(order);
  const { validTo } = before;
  if (before.state === 'deactivated' || validTo === null || validTo <= at) {
    return refuse('too_late');
  }
  if (hasMoneyMoved(order)) return refuse('money_moved');
  if (isEditedSince(order)) return refuse('edited_since');
  const transition = goBack(order, { ...before, validTo });
  return { rule: 'commit', id: ids.successorId, transition };
}

function refuse(reason: UndoRefusalReason): Ruling<UndoRefusalReason> {
  return { rule: 'refuse', refusals: [{ reason, facts: {} }] };
}

/**
 * Whether a period was sold since, by the change as a renewal, or charged at the boundary that it came at or by a
 * correction; or a document was written since. What a change at once was charged or given back by is undone with it.
 */
function hasMoneyMoved({ product, source }: UndoOrder): boolean {
  const { paid, validFrom } = product;
  const terms = source.endedBy?.terms ?? null;
  const isSoldSince = paid.from > (terms?.effectiveAt ?? validFrom);
  const isSoldByIt = terms?.renewedAtOnce === true || hasDocumentsThatStay(source);
  return isSoldSince || isSoldByIt || paid.creditedMinor > 0 || isChargedSince(paid, source);
}

/** Only of a change at once that was settled in money is it known what its documents came to: not of a correction. */
function hasDocumentsThatStay({ id, endedBy }: UserProduct): boolean {
  const documents = endedBy?.documents ?? null;
  const settlement = endedBy?.terms?.amounts.settlement ?? null;
  return documents !== null && (endedBy?.answerId === id || settlement === null);
}

/** By no invoice that is known from before, or of the change itself. */
function isChargedSince({ document }: UserProduct['paid'], source: UserProduct): boolean {
  if (document === null) return false;
  const byChange = 'invoice' in document && document.invoice === source.endedBy?.documents?.invoice;
  return !byChange && textOf(document) !== textOf(source.paid.document);
}

function textOf(reference: UserProduct['paid']['document']): string {
  return JSON.stringify(reference);
}

/** Whether the change's product is no longer of the dates and the type that the change gave it. */
function isEditedSince({ product, source }: UndoOrder): boolean {
  const { endedBy } = source;
  const terms = endedBy?.terms ?? null;
  if (endedBy === null || terms === null) return false;
  return (
    product.validFrom !== terms.effectiveAt ||
    product.validTo !== terms.validTo ||
    product.subscriptionType !== endedBy.target.period.type
  );
}

/** As it would be, and the wishes that the customer has said since. A cancellation supersedes what waits. */
function begun(
  { product, catalogue, ids, at }: UndoOrder,
  before: UserProduct & { readonly validTo: Instant },
): UserProduct {
  const { packageId, packageCode, soldPeriod: period, quantity, tierId } = before;
  const target = { packageId, packageCode, period, quantity, tierId };
  const next = { id: ids.successorId, kind: 'change', target, at, next: before } as const;
  const { state, cancelledAt, cancellation } = product;
  const pendingChange = state === 'activated' ? before.pendingChange : null;
  const successor = successorOf(product, next, catalogue);
  return { ...successor, createdFrom: 'undo', state, cancelledAt, cancellation, pendingChange };
}

function goBack(order: UndoOrder, before: UserProduct & { readonly validTo: Instant }): Transition {
  const { product, changeId, ids, at, superseded } = order;
  const { successorId } = ids;
  const begunAgain = begun(order, before);
  const documents = undoneDocuments(order, { source: order.source, product, restored: begunAgain });
  const successor = { ...begunAgain, paid: documents.paid };
  const { creditNote, invoice } = documents;
  const { packageId, packageCode, soldPeriod: period, quantity, tierId } = successor;
  const target = { packageId, packageCode, period, quantity, tierId };
  const correction = { kind: 'change', rule: 'operator_correction' } as const;
  const { validTo } = before;
  const behaviour = 'explicit';
  const amounts = amountsAtPeriodEnd({ period, quantity });
  const terms = { ...correction, effectiveAt: at, validTo, renewedAtOnce: false, amounts };
  const endedBy = {
    changeId,
    successorId,
    answerId: successorId,
    target,
    behaviour,
    terms,
    documents: documentsOf(documents),
  } as const;
  const next = committed(order, { state: 'deactivated', pendingChange: null, endedBy });
  const { row, effects } = withoutPendingChange(order);
  const restored = { ...successor, pendingChange: null };
  const undone: Effect = { type: 'package_change_undone', changeId, before: row, after: restored };
  const { events, lastSequence } = eventsOf(order, [
    ...effects,
    undone,
    ...toldAgain(restored, successor),
    ...documentEffects(creditNote, successor, changeId),
    ...documentEffects(invoice, successor, changeId),
  ]);
  const made = { target, behaviour, successorId, documents: endedBy.documents } as const;
  const change = { ...changeRow(order, made), ...correction };
  return {
    next: { ...next, lastSequence },
    successor: { ...successor, lastSequence },
    changeRows: [
      ...closeSuperseded({ product, at }, events),
      { write: 'open', change: { ...change, eventIds: eventIdsOf(events, changeId) } },
      ...(superseded === null ? [] : openedAgain(superseded, successor, events)),
    ],
    events,
    changeId,
  };
}

function documentsOf({ creditNote, invoice }: UndoneDocuments): ChangeDocuments | null {
  if (creditNote === null && invoice === null) return null;
  return { creditNote: creditNote?.id ?? null, invoice: invoice?.id ?? null };
}

function changeRow(
  { product, changeId, requestedBy, at }: UndoOrder,
  made: Pick<Change, 'target' | 'behaviour' | 'successorId' | 'documents'>,
): Omit<Change, 'kind' | 'rule'> {
  return {
    ...made,
    id: changeId,
    accountId: product.accountId,
    userProductId: product.id,
    subscriptionId: product.subscriptionId,
    supersedes: product.pendingChange?.changeId ?? null,
    state: 'applied',
    requirements: [],
    requestedAt: at,
    requestedBy,
    effectiveAt: at,
    closedAt: at,
    amounts: null,
    eventIds: [],
  };
}
