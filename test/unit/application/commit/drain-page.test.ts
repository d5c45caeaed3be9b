import { describe, expect, test } from '@jest/globals';
import { drainPage } from '../../../../src/application/commit/drain-page.js';
import { StoreUnavailableError } from '../../../../src/application/ports/failures.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import { buildRow } from '../../../support/stored/build-row.js';

function rowOf(product = buildRow()): StoredUserProduct {
  const empty = { recentChanges: [], successor: null, dueBlocked: false, keptAnswers: [] };
  return { product, outbox: [], ...empty };
}

/** What is drained and told of, by a drain that fails for whom it is told to. */
async function drained(rows: readonly StoredUserProduct[], bad: Record<string, Error> = {}) {
  const [pages, told]: [string[][], unknown[]] = [[], []];
  const drainRows = (page: readonly StoredUserProduct[]) => {
    const ids = page.map(({ product }) => product.id);
    pages.push(ids);
    const fault = ids.map((id) => bad[id]).find((it) => it !== undefined);
    return fault === undefined ? Promise.resolve() : Promise.reject(fault);
  };
  const log = { error: (_: string, facts?: object) => told.push(facts) };
  return { done: await drainPage({ drainRows, log }, rows), pages, told };
}

describe('A page of rows', () => {
  test('is drained as one, with the successors that are not inserted yet', async () => {
    const [ended, other] = [rowOf(), rowOf()];
    const { successor } = buildEndingCommit(ended.product);
    const rows = [{ ...ended, successor }, other];
    const ids = [ended.product.id, successor.product.id, other.product.id];
    expect(await drained(rows)).toEqual({ done: 3, pages: [ids], told: [] });
    const inserted = rowOf(successor.product);
    expect(await drained([...rows, inserted])).toMatchObject({ done: 3 });
  });

  test('is drained one by one where one of them cannot be, and that is told', async () => {
    const [good, bad, last] = [rowOf(), rowOf(), rowOf()];
    const error = new Error('bad');
    const { id } = bad.product;
    const { done, told } = await drained([good, bad, last], { [id]: error });
    expect([done, told]).toEqual([2, [{ id, error }]]);
  });

  test('is left as it is where the database is away', async () => {
    const row = rowOf();
    const away = { [row.product.id]: new StoreUnavailableError() };
    await expect(drained([row, rowOf()], away)).rejects.toThrow(StoreUnavailableError);
  });

  test('sends nothing where it is empty', async () => {
    expect(await drained([])).toEqual({ done: 0, pages: [], told: [] });
  });
});
