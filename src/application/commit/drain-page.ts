import { OutcomeUnknownError, StoreUnavailableError } from '../ports/failures.js';
import type { Log } from '../ports/log.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import { asInserted } from './committed-rows.js';

export type DrainPageDeps = {
  readonly drainRows: (rows: readonly StoredUserProduct[]) => Promise<void>;
  readonly log: Pick<Log, 'error'>;
};

/**
 * Drains rows as they were found, and answers how many it drained, what they hold not inserted yet among them. One that
 * cannot be drained is told as an error and left: it does not hold up the others. Throws where the database is away.
 */
export function drainPage(
  deps: DrainPageDeps,
  rows: readonly StoredUserProduct[],
): Promise<number> {
  return rows.length === 0 ? Promise.resolve(0) : drainOrSplit(deps, withSuccessors(rows));
}

/** With what travels in successors that are not inserted yet, so that all that waits goes out in one order. */
function withSuccessors(rows: readonly StoredUserProduct[]): readonly StoredUserProduct[] {
  const ids = new Set(rows.map(({ product }) => product.id));
  return rows.flatMap((row) => {
    const { successor } = row;
    const isAlone = successor === null || ids.has(successor.product.id);
    return isAlone ? [row] : [row, asInserted(successor)];
  });
}

async function drainOrSplit(
  deps: DrainPageDeps,
  rows: readonly StoredUserProduct[],
): Promise<number> {
  try {
    await deps.drainRows(rows);
    return rows.length;
  } catch (error) {
    if (isPassing(error)) throw error;
    if (rows.length > 1) return drainOneByOne(deps, rows);
    deps.log.error('a user product cannot be drained', { id: rows[0]?.product.id, error });
    return 0;
  }
}

async function drainOneByOne(
  deps: DrainPageDeps,
  rows: readonly StoredUserProduct[],
): Promise<number> {
  let done = 0;
  for (const row of rows) done += await drainOrSplit(deps, [row]);
  return done;
}

/** The database is away: nothing is wrong with the documents. */
function isPassing(error: unknown): boolean {
  return error instanceof StoreUnavailableError || error instanceof OutcomeUnknownError;
}
