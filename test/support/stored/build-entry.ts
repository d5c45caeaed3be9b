import type { OutboxEntry } from '../../../src/application/ports/user-product-store.js';
import { toClientId } from '../../../src/domain/ids.js';
import type { Change, ChangeRowWrite } from '../../../src/domain/user-product/change.js';
import type { DomainEvent, EventSide } from '../../../src/domain/user-product/event-side.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../domain/at.js';
import { money } from '../domain/build-package.js';
import { target } from './build-row.js';
import { newId } from './ids.js';

/** A change of that row that waits, but for what is given. */
export function buildChange(row: UserProduct, edits: Partial<Change> = {}): Change {
  return {
    id: newId(),
    accountId: row.accountId,
    userProductId: row.id,
    subscriptionId: row.subscriptionId,
    successorId: null,
    supersedes: null,
    kind: 'downgrade',
    behaviour: 'default',
    state: 'created',
    rule: 'rank_lower',
    requirements: [
      {
        code: 'same_package',
        passed: true,
        facts: { code: 'a', rank: 3, free: false, gone: null },
      },
    ],
    requestedAt: at('2026-04-10T00:00:00Z'),
    requestedBy: toClientId('demo'),
    effectiveAt: at('2026-05-01T00:00:00Z'),
    closedAt: null,
    target,
    amounts: null,
    documents: null,
    eventIds: [newId()],
    ...edits,
  };
}

/** Whatever may be null is not. */
export function fullChange(row: UserProduct, edits: Partial<Change> = {}): Change {
  return buildChange(row, {
    successorId: newId(),
    supersedes: newId(),
    closedAt: at('2026-05-01T00:00:00Z'),
    state: 'applied',
    amounts: {
      valueLeft: money(3_000_000_000),
      valueCarried: money(0),
      nextRenewal: money(12_345),
      settlement: null,
    },
    ...edits,
  });
}

/** The end of a change that waits. */
export function closeOf(
  change: Change,
  edits: Partial<Extract<ChangeRowWrite, { write: 'close' }>> = {},
): ChangeRowWrite {
  return {
    write: 'close',
    changeId: change.id,
    state: 'superseded',
    closedAt: at('2026-04-20T00:00:00Z'),
    effectiveAt: at('2026-05-01T00:00:00Z'),
    successorId: null,
    eventIds: [],
    ...edits,
  };
}

/** One side of an event, of a package that nothing else is known of. */
export function sideOf(row: UserProduct, pack: Partial<EventSide['package']> = {}): EventSide {
  const ofTheRowAlone = ['endedBy', 'organisationId', 'accountId'];
  const facts = Object.fromEntries(
    Object.entries(row).filter(([name]) => !ofTheRowAlone.includes(name)),
  );
  return {
    userProduct: facts as unknown as EventSide['userProduct'],
    package: {
      id: row.packageId,
      code: row.packageCode,
      kind: null,
      name: null,
      rank: null,
      ...pack,
    },
  };
}

/** A renewal of that row, but for what is given. */
export function buildEvent(row: UserProduct, edits: Partial<DomainEvent> = {}): DomainEvent {
  return {
    id: newId(),
    sequence: row.lastSequence,
    type: 'user_product_renewed',
    occurredAt: at('2026-05-01T00:00:00Z'),
    organisationId: row.organisationId,
    accountId: row.accountId,
    userProductId: row.id,
    subscriptionId: row.subscriptionId,
    changeId: null,
    before: null,
    after: null,
    document: null,
    settlement: null,
    ...edits,
  };
}

/** One event and nothing else, but for what is given. */
export function buildEntry(row: UserProduct, edits: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: newId(),
    createdAt: at('2026-05-01T00:00:01.234Z'),
    changeRows: [],
    events: [buildEvent(row)],
    ...edits,
  };
}

/** An entry that uses everything that an entry can hold. */
export function fullEntry(row: UserProduct): OutboxEntry {
  const change = fullChange(row);
  return buildEntry(row, {
    changeRows: [
      { write: 'open', change },
      { write: 'open', change: buildChange(row) },
      closeOf(change, { successorId: newId(), eventIds: [newId(), newId()] }),
      closeOf(change),
    ],
    events: [
      buildEvent(row, {
        changeId: change.id,
        before: sideOf(row, { kind: 'campaign', name: 'A', rank: 'unranked' }),
        after: sideOf(row, { kind: 'package', name: 'B', rank: 999 }),
      }),
      buildEvent(row),
    ],
  });
}
