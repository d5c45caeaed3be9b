import { describe, expect, test } from '@jest/globals';
import { knownChanges } from '../../../../src/application/change/known-changes.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import type { Change, ChangeRowWrite } from '../../../../src/domain/user-product/change.js';
import { at } from '../../../support/domain/at.js';
import { buildChange } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const row = buildRow();
const boundary = at('2026-05-01T00:00:00Z');
const earlier = at('2026-04-20T00:00:00Z');

const entryOf = (changeRows: readonly ChangeRowWrite[]) => ({
  ...{ id: newId<never>(), createdAt: earlier, changeRows, events: [] },
});

/** A row of the database in which this waits to be drained. */
const rowWith = (
  changeRows: readonly ChangeRowWrite[],
  edits: Partial<StoredUserProduct> = {},
): StoredUserProduct => ({ product: row, outbox: [entryOf(changeRows)], ...edits }) as never;

const opened = (change: Change): ChangeRowWrite => ({ write: 'open', change });
const closed = (
  change: Change,
  edits: Partial<ChangeRowWrite & { write: 'close' }> = {},
): ChangeRowWrite => ({
  ...{ write: 'close', changeId: change.id, state: 'applied', closedAt: boundary },
  ...{ effectiveAt: boundary, successorId: null, eventIds: [newId<never>()] },
  ...edits,
});

describe('The changes that are known', () => {
  test('are those that are written, and those that still wait in a row', () => {
    const [written, waiting] = [buildChange(row), buildChange(row)];
    const known = knownChanges([written], [rowWith([opened(waiting)])]);
    expect(known).toEqual([written, waiting]);
  });

  test('count once where they are in both, as they are written', () => {
    const written = buildChange(row, { state: 'cancelled', closedAt: earlier });
    const stale = opened({ ...written, state: 'created', closedAt: null });
    expect(knownChanges([written], [rowWith([stale])])).toEqual([written]);
  });

  test('are closed by what waits, with the events of both', () => {
    const change = buildChange(row);
    const end = closed(change, { successorId: newId(), effectiveAt: earlier });
    const [known] = knownChanges([change], [rowWith([end])]);
    expect(known).toMatchObject({ state: 'applied', closedAt: boundary, effectiveAt: boundary });
    expect(known?.eventIds).toHaveLength(2);
  });

  test('are closed once: an end that comes late says nothing', () => {
    const change = buildChange(row, { state: 'superseded', closedAt: earlier });
    expect(knownChanges([change], [rowWith([closed(change)])])).toEqual([change]);
  });

  test('are no change of which only the end is known', () => {
    expect(knownChanges([], [rowWith([closed(buildChange(row))])])).toEqual([]);
  });

  test('are also what waits in a successor that is not inserted yet', () => {
    const waiting = buildChange(row);
    const successor = { product: buildRow(), outbox: [entryOf([opened(waiting)])] } as never;
    expect(knownChanges([], [rowWith([], { successor })])).toEqual([waiting]);
  });

  test('wait for the boundary as it was moved since', () => {
    const change = buildChange(row);
    const dueAt = at('2026-06-01T00:00:00Z');
    const product = { ...row, pendingChange: { changeId: change.id, dueAt } } as never;
    const [known] = knownChanges([change], [rowWith([], { product })]);
    expect(known?.effectiveAt).toBe(dueAt);
  });
});
