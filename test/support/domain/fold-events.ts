import type { DomainEvent, EventSide } from '../../../src/domain/user-product/event-side.js';
import type { UserProductId } from '../../../src/domain/ids.js';
import { laterOf } from '../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';

const endings = new Set<DomainEvent['type']>([
  'package_upgrade',
  'package_downgrade_completed',
  'package_change_completed',
]);

/**
 * The rows of a chain, rebuilt from its events alone, whatever their order and however often each is told
 * (docs/spec/change-rules.md §6, law 11): the events ordered by sequence, each once.
 */
export function foldEvents(
  events: readonly DomainEvent[],
): ReadonlyMap<UserProductId, UserProduct> {
  const bySequence = new Map(events.map((it) => [it.sequence, it]));
  const rows = new Map<UserProductId, UserProduct>();
  for (const event of [...bySequence.values()].sort((a, b) => a.sequence - b.sequence)) {
    fold(rows, event);
  }
  return rows;
}

function fold(rows: Map<UserProductId, UserProduct>, event: DomainEvent): void {
  const { before, after } = event;
  if (after === null) throw new TypeError('every event of a user product has a side after it');
  const row = rowOf(event, after);
  rows.set(row.id, row);
  if (before === null) return;
  if (endings.has(event.type)) rows.set(before.userProduct.id, ended(event, before, row));
  else if (row.version === 1 && event.type === 'user_product_renewed') moveEnded(rows, event, row);
}

/** A renewal that belongs to the commit of an upgrade moves the ended row's sequence too. */
function moveEnded(
  rows: Map<UserProductId, UserProduct>,
  { sequence }: DomainEvent,
  successor: UserProduct,
): void {
  for (const it of rows.values()) {
    if (it.endedBy?.successorId !== successor.id) continue;
    rows.set(it.id, { ...it, lastSequence: sequence });
  }
}

function rowOf(event: DomainEvent, side: EventSide): UserProduct {
  const { organisationId, accountId } = event;
  const { paid } = side.userProduct;
  if (paid === null) throw new TypeError('an event tells what was paid');
  return { ...side.userProduct, paid, organisationId, accountId, endedBy: null };
}

function ended(event: DomainEvent, before: EventSide, successor: UserProduct): UserProduct {
  const source = rowOf(event, before);
  const { changeId, type, occurredAt, sequence } = event;
  if (changeId === null) throw new TypeError('a user product is ended by a change');
  const { packageId, packageCode, soldPeriod: period, quantity, tierId } = successor;
  return {
    ...source,
    state: 'deactivated',
    pendingChange: null,
    endedBy: {
      changeId,
      successorId: successor.id,
      answerId: type === 'package_upgrade' ? successor.id : source.id,
      target: { packageId, packageCode, period, quantity, tierId },
      behaviour: source.pendingChange?.behaviour ?? 'default',
      // What it was settled at is told by its row of changes, not by events.
      terms: null,
      documents: null,
    },
    version: source.version + 1,
    lastSequence: sequence,
    updatedAt: occurredAt,
    lastEffectiveAt: laterOf(source.lastEffectiveAt, occurredAt),
  };
}
