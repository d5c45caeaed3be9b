import { OutcomeUnknownError, StoreUnavailableError } from '../ports/failures.js';
import type { Log } from '../ports/log.js';
import type { Successor, UserProductStore } from '../ports/user-product-store.js';

/** Inserts a successor without being waited for. */
export type InsertBehind = (successor: Successor) => void;

/**
 * A successor is written in its source already (docs/architecture.md §3), so its insert may come after the answer.
 * Whoever misses it in between inserts it, and where this one fails the drain does: nothing is lost, and nobody is
 * told.
 */
export function makeInsertBehind(deps: {
  readonly userProducts: Pick<UserProductStore, 'insert'>;
  readonly log: Log;
}): InsertBehind {
  return (successor) => {
    const { organisationId, id } = successor.product;
    deps.userProducts.insert(organisationId, successor).catch((error: unknown) => {
      const isPassing =
        error instanceof OutcomeUnknownError || error instanceof StoreUnavailableError;
      const level = isPassing ? 'warn' : 'error';
      deps.log[level]('a successor waits in its source for the drain', { id, error });
    });
  };
}
