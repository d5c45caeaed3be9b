import { expect, test } from '@jest/globals';
import { committedRows } from '../../../../src/application/commit/committed-rows.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { buildCommit, buildEndingCommit } from '../../../support/stored/build-commit.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const product = buildRow();
const waiting = buildEntry(product);
const row: StoredUserProduct = {
  product,
  outbox: [waiting],
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers: [],
};

test('a row that goes on holds what waited, and then its own entry', () => {
  const write = buildCommit(product);
  expect(committedRows(row, write)).toEqual([
    { ...row, product: write.next, outbox: [waiting, write.entry] },
  ]);
});

test('a row that ends holds its successor, and the successor what waited', () => {
  const write = buildEndingCommit(product, [waiting]);
  const { successor } = write;
  expect(committedRows(row, write)).toEqual([
    { ...row, product: write.next, outbox: [], successor },
    { ...row, product: successor.product, outbox: [waiting, write.entry], successor: null },
  ]);
});
