import type { UserProductId } from '../../domain/ids.js';
import type { Log } from '../ports/log.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { DrainRows } from './drain-outbox.js';

/** What this process has committed and not drained yet. */
export type CommittedRows = {
  readonly keep: (rows: readonly StoredUserProduct[]) => void;
  /** Drains what is kept and answers how many documents that were. */
  readonly drain: () => Promise<number>;
};

export type CommittedRowsDeps = { readonly drainRows: DrainRows; readonly log: Log };

const pageSize = 500;
/** Some 20 MB. What comes on top is left to the drain that asks the database. */
const mostRows = 4 * pageSize;

/**
 * Keeps what a commit has left in its documents, so that it is drained without being read back. That is what a drainer
 * knows who has read the documents right behind the commit, so nothing new can happen (docs/architecture.md §3). A
 * document that is committed again replaces what was kept of it: its outbox still has all that waited.
 *
 * Nothing depends on it: what is not kept, or cannot be drained now, waits in its document for the drain.
 */
export function makeCommittedRows({ drainRows, log }: CommittedRowsDeps): CommittedRows {
  let kept = new Map<UserProductId, StoredUserProduct>();

  return {
    keep: (rows) => {
      if (kept.size >= mostRows) return;
      for (const row of rows) kept.set(row.product.id, row);
    },
    drain: async () => {
      const rows = [...kept.values()];
      kept = new Map();
      try {
        for (let from = 0; from < rows.length; from += pageSize) {
          await drainRows(rows.slice(from, from + pageSize));
        }
        return rows.length;
      } catch (error) {
        log.warn('what was committed here is left to the drain', { error });
        return 0;
      }
    },
  };
}
