import { expect, test } from '@jest/globals';
import { makeCommittedRows } from '../../../../src/application/commit/drain-committed.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { silentLog } from '../../../support/process.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { buildRow, nextOf } from '../../../support/stored/build-row.js';

function rowOf(product = buildRow()): StoredUserProduct {
  const outbox = [buildEntry(product)];
  const empty = { recentChanges: [], successor: null, dueBlocked: false, keptAnswers: [] };
  return { product, outbox, ...empty };
}

function committed({ isAway = false } = {}) {
  const pages: (readonly StoredUserProduct[])[] = [];
  const drainRows = (rows: readonly StoredUserProduct[]) => {
    if (isAway) return Promise.reject(new Error('away'));
    pages.push(rows);
    return Promise.resolve();
  };
  return { ...makeCommittedRows({ drainRows, log: silentLog }), pages };
}

test('what was committed is drained once', async () => {
  const { keep, drain, pages } = committed();
  const [first, second] = [rowOf(), rowOf()];
  keep([first]);
  keep([second]);
  expect(await drain()).toBe(2);
  expect(await drain()).toBe(0);
  expect(pages).toEqual([[first, second]]);
});

test('of a document that was committed again only the last is drained', async () => {
  const { keep, drain, pages } = committed();
  const first = rowOf();
  const second = rowOf(nextOf(first.product));
  keep([first]);
  keep([second]);
  expect(await drain()).toBe(1);
  expect(pages).toEqual([[second]]);
});

test('what cannot be drained is left to the drain that asks the database', async () => {
  const { keep, drain } = committed({ isAway: true });
  keep([rowOf()]);
  expect(await drain()).toBe(0);
  expect(await drain()).toBe(0);
});

test('a process that commits faster than it drains keeps no more than some pages', async () => {
  const { keep, drain, pages } = committed();
  for (let index = 0; index < 2_100; index += 1) keep([rowOf()]);
  expect(await drain()).toBe(2_000);
  expect(pages.map((it) => it.length)).toEqual([500, 500, 500, 500]);
});
