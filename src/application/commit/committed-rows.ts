import type { CommitWrite, StoredUserProduct } from '../ports/user-product-store.js';

/** The documents as a commit leaves them: the row, and the successor that takes the outbox along. */
export function committedRows(
  row: StoredUserProduct,
  { next, successor, entry }: CommitWrite,
): readonly StoredUserProduct[] {
  if (successor === null) return [{ ...row, product: next, outbox: [...row.outbox, entry] }];
  const begun = { recentChanges: [], successor: null, dueBlocked: false, keptAnswers: [] };
  return [
    { ...row, product: next, outbox: [], successor },
    { ...begun, ...successor },
  ];
}
