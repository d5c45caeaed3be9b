import type { CommitWrite } from '../../../src/application/ports/user-product-store.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { buildEntry } from './build-entry.js';
import { nextOf, successorOf } from './build-row.js';
import { newId } from './ids.js';

/** A commit that renews the row, asked for by a change of its own, but for what is given. */
export function buildCommit(row: UserProduct, edits: Partial<CommitWrite> = {}): CommitWrite {
  const next = edits.next ?? nextOf(row);
  return { next, changeId: newId(), entry: buildEntry(row), successor: null, kept: null, ...edits };
}

/** A commit that ends the row: what waits in it, and the commit's own entry, go to the successor. */
export function buildEndingCommit(
  row: UserProduct,
  waiting: CommitWrite['entry'][] = [],
): CommitWrite & { readonly successor: NonNullable<CommitWrite['successor']> } {
  const entry = buildEntry(row);
  return {
    next: nextOf(row, { state: 'deactivated' }),
    changeId: newId(),
    entry,
    kept: null,
    successor: { product: successorOf(row), outbox: [...waiting, entry] },
  };
}
