import { describe, expect, test } from '@jest/globals';
import {
  buildCommit,
  newEntry,
  transitionIds,
} from '../../../../src/application/commit/build-commit.js';
import type { UserProductId } from '../../../../src/domain/ids.js';
import type { Transition } from '../../../../src/domain/user-product/transition.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { buildChange, buildEntry, buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow, nextOf, successorOf } from '../../../support/stored/build-row.js';

const now = at('2026-04-16T12:00:00Z');
const countingDeps = () => {
  let last = 0;
  const next = (): string => {
    last += 1;
    return idOf(last);
  };
  return { ids: { next }, clock: { now: () => now } };
};

const product = buildRow();
const waiting = [buildEntry(product), buildEntry(product)];
const row = {
  product,
  outbox: waiting,
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers: [],
};
const change = buildChange(product);
const transition: Transition = {
  next: nextOf(product),
  successor: null,
  changeId: change.id,
  changeRows: [{ write: 'open', change }],
  events: [buildEvent(product)],
};
const entry = {
  id: idOf(1),
  createdAt: now,
  changeRows: transition.changeRows,
  events: transition.events,
};

describe('A commit', () => {
  test('tells in one new entry what happened, and leaves what waits where it is', () => {
    expect(buildCommit(countingDeps(), { row }, transition)).toEqual({
      next: transition.next,
      changeId: change.id,
      entry,
      successor: null,
      kept: null,
    });
  });

  test('gives its successor what waits and its own entry, in that order', () => {
    const successor = successorOf(product);
    const commit = buildCommit(countingDeps(), { row }, { ...transition, successor });
    expect(commit.entry).toEqual(entry);
    expect(commit.successor).toEqual({ product: successor, outbox: [...waiting, entry] });
  });

  test('keeps the answer that it is given', () => {
    const record = { keyHash: 'k', commandHash: 'c', status: 200, body: '{}', keptAt: now };
    const kept = { before: [], fresh: [], record };
    expect(buildCommit(countingDeps(), { row, kept }, transition).kept).toBe(kept);
  });
});

test('An entry is new, of real time', () => {
  const deps = countingDeps();
  const told = { changeRows: [], events: [] };
  expect(newEntry(deps, told)).toEqual({ id: idOf(1), createdAt: now, ...told });
  expect(newEntry(deps, told).id).toBe(idOf(2));
});

test('The ids of a transition are new each time, but the successor’s where it was chosen before', () => {
  const { ids } = countingDeps();
  const fresh = transitionIds(ids);
  expect([fresh.successorId, fresh.nextEventId(), fresh.nextEventId()]).toEqual(
    [1, 2, 3].map((it) => idOf(it)),
  );
  expect(transitionIds(ids, idOf<UserProductId>(9)).successorId).toBe(idOf(9));
});
