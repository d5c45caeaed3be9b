import type { Catalogue } from '../catalogue/catalogue.js';
import { anchorOf, type Anchor } from '../time/anchor.js';
import { earlierOf, type Instant, type TimeZone } from '../time/instant.js';
import { effectiveAnchor } from '../time/period.js';
import { registeredEvent } from './change-events.js';
import type { Change, PendingChange } from './change.js';
import { type CommitFrame, eventIdsOf, eventsOf } from './commit-frame.js';
import { documentEffects, type DocumentFrame } from './document-lines.js';
import { invoiceBoundary } from './invoice-period.js';
import type { Effect } from './number-effects.js';
import type { Paid } from './paid.js';
import { paidAhead } from './paid-ahead.js';
import type { Transition } from './transition.js';
import type { UserProduct } from './user-product.js';

/** What is known of a user product that is new here; the rest follows from it. */
export type UserProductDraft = Omit<
  UserProduct,
  | 'createdAt'
  | 'updatedAt'
  | 'anchor'
  | 'paid'
  | 'cancellation'
  | 'endedBy'
  | 'version'
  | 'lastSequence'
  | 'lastEffectiveAt'
> & {
  /** Null: where it began, or `validTo` where that is no boundary of it (docs/spec/change-rules.md §2). */
  readonly anchor: Anchor | null;
  /** Null: the price of as many whole periods as reach back to now (docs/spec/change-rules.md §3). */
  readonly paid: Paid | null;
};

/**
 * The first user product that is here of a chain, version 1, sequence 1 (docs/architecture.md §7). It takes effect where it
 * began, or now if that is still to come, so that an organisation whose clock is set back before the import can still
 * decide on it. A change that already waits is told and kept as if it had been registered here.
 */
export function createUserProduct(given: {
  draft: UserProductDraft;
  catalogue: Catalogue;
  ids: CommitFrame['ids'];
  now: Instant;
}): Transition {
  const { draft, catalogue, ids, now } = given;
  const at = earlierOf(draft.validFrom, now);
  const pendingChange = draft.pendingChange && {
    ...draft.pendingChange,
    dueAt: draft.validTo ?? draft.pendingChange.dueAt,
  };
  const zone = catalogue.timeZone;
  const anchor = anchorOfDraft(draft, zone);
  const drawn: UserProduct = {
    ...draft,
    pendingChange,
    createdAt: now,
    updatedAt: now,
    anchor,
    paid: draft.paid ?? paidAhead({ ...draft, anchor }, { now, zone }),
    cancellation: null,
    endedBy: null,
    version: 1,
    lastSequence: 0,
    lastEffectiveAt: at,
  };
  const { begun: product, invoice } = invoiced(drawn, { at, catalogue, ids });
  const { events, lastSequence } = eventsOf({ product, at, catalogue, ids }, [
    ...effectsOf(product),
    ...documentEffects(invoice, product, null),
  ]);
  const change = pendingChange && waitingChange(product, pendingChange);
  return {
    next: { ...product, lastSequence },
    successor: null,
    changeRows: change
      ? [{ write: 'open', change: { ...change, eventIds: eventIdsOf(events, change.id) } }]
      : [],
    events,
    changeId: null,
  };
}

/** What is sold here is charged by an invoice; what an import brings along was charged elsewhere. */
function invoiced(product: UserProduct, frame: DocumentFrame) {
  return product.createdFrom === 'import'
    ? { begun: product, invoice: null }
    : invoiceBoundary(frame, { ended: null, begun: product });
}

function anchorOfDraft(
  { anchor, validFrom, validTo, soldPeriod }: UserProductDraft,
  zone: TimeZone,
): Anchor {
  const given = anchor ?? anchorOf(validFrom, zone);
  if (validTo === null) return given;
  return effectiveAnchor({ anchor: given, interval: soldPeriod.interval, zone, validTo });
}

function effectsOf(product: UserProduct): readonly Effect[] {
  const { pendingChange } = product;
  const created = { ...product, pendingChange: null };
  const creation: Effect = {
    type: 'user_product_created',
    changeId: null,
    before: null,
    after: created,
  };
  if (pendingChange === null) return [creation];
  const { kind, changeId } = pendingChange;
  return [creation, { type: registeredEvent[kind], changeId, before: created, after: product }];
}

function waitingChange(product: UserProduct, pending: PendingChange): Change {
  const { changeId, kind, behaviour, rule, requestedAt, requestedBy, dueAt, target } = pending;
  return {
    id: changeId,
    accountId: product.accountId,
    userProductId: product.id,
    subscriptionId: product.subscriptionId,
    successorId: null,
    supersedes: null,
    kind,
    behaviour,
    state: 'created',
    rule,
    requirements: [],
    requestedAt,
    requestedBy,
    effectiveAt: dueAt,
    closedAt: null,
    target,
    amounts: null,
    documents: null,
    eventIds: [],
  };
}
