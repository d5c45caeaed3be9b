import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../../../src/domain/time/instant.js';
import { successorIdOf, verifyRow } from '../../../../src/application/verification/verify-row.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { entryOf, pack, realNow, rowOf } from './installation-of-rows.js';

const ago = (ms: number): Instant => (realNow - ms) as Instant;
const minute = 60_000;
const times = { realNow, now: realNow };
const promises = (row: ReturnType<typeof rowOf>, existing: readonly string[] = []) =>
  verifyRow(row, times, new Set(existing as never[])).map((it) => it.promise);
const successor = (createdAt: Instant) => ({
  product: rowOf(502).product,
  outbox: [entryOf(createdAt)],
});
const { target, behaviour, changeId } = buildPending(pack);
const endedBy = {
  changeId,
  successorId: idOf(502),
  answerId: idOf(502),
  target,
  behaviour,
} as never;

describe('A document', () => {
  test('breaks nothing by itself mostly', () => {
    expect(promises(rowOf(501))).toEqual([]);
  });

  test.each([
    ['set aside', rowOf(501, {}, { dueBlocked: true }), ['user_product_set_aside']],
    ['an entry of a minute', rowOf(501, {}, { outbox: [entryOf(ago(minute))] }), []],
    [
      'an entry of more',
      rowOf(501, {}, { outbox: [entryOf(ago(minute + 1))] }),
      ['outbox_not_drained'],
    ],
    [
      'a change overdue by a minute',
      rowOf(501, { pendingChange: buildPending(pack, { dueAt: ago(minute) }) }),
      [],
    ],
    [
      'a change overdue by more',
      rowOf(501, { pendingChange: buildPending(pack, { dueAt: ago(minute + 1) }) }),
      ['pending_change_overdue'],
    ],
    ['a successor just made', rowOf(501, {}, { successor: successor(realNow) }), []],
    [
      'a successor made long ago',
      rowOf(501, {}, { successor: successor(ago(minute + 1)) }),
      ['successor_not_inserted'],
    ],
    [
      'a successor with nothing to tell',
      rowOf(501, {}, { successor: { ...successor(realNow), outbox: [] } }),
      ['successor_not_inserted'],
    ],
    ['a successor that is nowhere', rowOf(501, { endedBy }), ['successor_lost']],
  ] as [string, ReturnType<typeof rowOf>, string[]][])('with %s', (_, row, found) => {
    expect(promises(row)).toEqual(found);
  });

  test('keeps its promise where the successor that it names is there', () => {
    expect(promises(rowOf(501, { endedBy }), [idOf(502)])).toEqual([]);
  });

  test('names its successor, waiting or inserted', () => {
    expect(successorIdOf(rowOf(501))).toBeNull();
    expect(successorIdOf(rowOf(501, { endedBy }))).toBe(idOf(502));
    expect(successorIdOf(rowOf(501, {}, { successor: successor(realNow) }))).toBe(idOf(502));
  });
});
