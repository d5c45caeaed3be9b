import type { Ruling } from '../user-product/ruling.js';
import type { Change } from '../user-product/change.js';
import type { Effect } from '../user-product/number-effects.js';
import type { ChangeId } from '../ids.js';
import { committed, eventIdsOf, eventsOf, type CommitFrame } from '../user-product/commit-frame.js';
import { renewalOf, type Renewal } from '../user-product/renewal-of.js';
import { successorOf } from '../user-product/successor-of.js';
import { closeSuperseded, withoutPendingChange } from '../user-product/superseded-change.js';
import type { Transition, TransitionIds } from '../user-product/transition.js';
import type { UserProduct } from '../user-product/user-product.js';

/** Why a change cannot be undone any more. */
export type UndoRefusalReason = 'not_the_last' | 'too_late';

type UndoOrder = CommitFrame & {
  readonly ids: TransitionIds;
  /** Names the correction, which is a change of its own. */
  readonly changeId: ChangeId;
  readonly requestedBy: string;
  /** The user product that the mistaken change ended. */
  readonly source: UserProduct;
};

/**
 * An operator's correction of a change that has taken effect (docs/spec/operations.md §1): what it made ends, and a new
 * user product goes on as if it had not been: on the package and period of before, until that period's end; where the
 * change came at that end, until the end of the period that would have followed. Refused where something has ended
 * the change's product since, or where that end has passed.
 * Example: basic until 1 May, mistakenly upgraded on 10 April; undone on 12 April: basic again, until 1 May.
 */
export function undoChange(order: UndoOrder): Ruling<UndoRefusalReason> {
  const { product, source, at } = order;
  if (product.endedBy !== null || product.state === 'deactivated') {
    return refuse('not_the_last');
  }
  const restored = restoredOf(order);
  if (restored === null || restored.validTo <= at) return refuse('too_late');
  const transition = goBack(order, source, restored);
  return { rule: 'commit', id: order.ids.successorId, transition };
}

function refuse(reason: UndoRefusalReason): Ruling<UndoRefusalReason> {
  return { rule: 'refuse', refusals: [{ reason, facts: {} }] };
}

/** Until when, by what boundaries, and paid by what, the source would have gone on. */
function restoredOf({ product, source, catalogue }: UndoOrder): Renewal | null {
  const { validTo, anchor, soldPeriod, paid } = source;
  if (validTo === null) return null;
  const cameAtItsEnd = product.validFrom >= validTo;
  return cameAtItsEnd
    ? renewalOf(source, validTo, catalogue)
    : { validTo, anchor, soldPeriod, paid };
}

function goBack(order: UndoOrder, source: UserProduct, restored: Renewal): Transition {
  const { product, changeId, catalogue, ids, at } = order;
  const { successorId } = ids;
  const { packageId, packageCode } = source;
  const target = { packageId, packageCode, period: restored.soldPeriod };
  const behaviour = 'explicit';
  const endedBy = { changeId, successorId, answerId: successorId, target, behaviour } as const;
  const next = committed(order, { state: 'deactivated', pendingChange: null, endedBy });
  const begun = { id: successorId, kind: 'change', target, at, next: restored } as const;
  const successor = { ...successorOf(product, begun, catalogue), createdFrom: 'undo' } as const;
  const { row, effects } = withoutPendingChange(order);
  const undone: Effect = { type: 'package_change_undone', changeId, before: row, after: successor };
  const { events, lastSequence } = eventsOf(order, [...effects, undone]);
  const change = changeRow(order, { target, behaviour, successorId });
  return {
    next: { ...next, lastSequence },
    successor: { ...successor, lastSequence },
    changeRows: [
      ...closeSuperseded({ product, at }, events),
      { write: 'open', change: { ...change, eventIds: eventIdsOf(events, changeId) } },
    ],
    events,
    changeId,
  };
}

function changeRow(
  { product, changeId, requestedBy, at }: UndoOrder,
  made: Pick<Change, 'target' | 'behaviour' | 'successorId'>,
): Change {
  return {
    ...made,
    id: changeId,
    accountId: product.accountId,
    userProductId: product.id,
    subscriptionId: product.subscriptionId,
    kind: 'change',
    state: 'applied',
    rule: 'operator_correction',
    requirements: [],
    requestedAt: at,
    requestedBy,
    effectiveAt: at,
    closedAt: at,
    amounts: null,
    eventIds: [],
  };
}
