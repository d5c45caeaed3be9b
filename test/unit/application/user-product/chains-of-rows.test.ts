import { describe, expect, test } from '@jest/globals';
import { chainsOfRows } from '../../../../src/application/user-product/chains-of-rows.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { buildRow, successorOf } from '../../../support/stored/build-row.js';

const stored = (product: UserProduct): StoredUserProduct => ({
  product,
  outbox: [],
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers: [],
});

describe('The user products of an account', () => {
  test('are as many subscriptions as there are chains, each made when its first one was', () => {
    const [april, may] = [at('2026-04-01T00:00:00Z'), at('2026-05-01T00:00:00Z')];
    const first = buildRow({ createdAt: april });
    const other = buildRow({ accountId: first.accountId, createdAt: may });
    const last = successorOf(first, { createdAt: may });
    expect(chainsOfRows([first, other, last].map(stored))).toEqual([
      { id: first.id, accountId: first.accountId, createdAt: april, last },
      { id: other.id, accountId: first.accountId, createdAt: may, last: other },
    ]);
    expect(chainsOfRows([])).toEqual([]);
  });
});
