import type { CommitWrite, StoredUserProduct, Successor } from '../ports/user-product-store.js';

/** The documents as a commit leaves them: the row, and the successor that takes the outbox along. */
export function committedRows(
  row: StoredUserProduct,
  { next, successor, entry }: CommitWrite,
): readonly StoredUserProduct[] {
  if (successor === null) return [{ ...row, product: next, outbox: [...row.outbox, entry] }];
  return [{ ...row, product: next, outbox: [], successor }, asInserted(successor)];
}

/** A successor as its document is when it is inserted. */
export function asInserted(successor: Successor): StoredUserProduct {
  const begun = { recentChanges: [], successor: null, dueBlocked: false, keptAnswers: [] };
  return { ...begun, ...successor };
}
