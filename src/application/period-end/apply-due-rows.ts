import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Instant } from '../../domain/time/instant.js';
import { dueAtOf } from '../../domain/user-product/due-at.js';
import { endPeriod } from '../../domain/user-product/end-period.js';
import { buildCommit, type BuildCommitDeps, transitionIds } from '../commit/build-commit.js';
import {
  outboxLimit,
  type CommitWrite,
  type DuePageQuery,
  type StoredUserProduct,
  type UserProductStore,
} from '../ports/user-product-store.js';
import type { DrainRows } from '../commit/drain-outbox.js';
import type { SetAside } from '../commit/set-aside.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { UnreadableUserProduct } from '../ports/failures.js';
import type { Log } from '../ports/log.js';

export type ApplyDueDeps = BuildCommitDeps & {
  readonly userProducts: UserProductStore;
  readonly drainRows: DrainRows;
  readonly setAside: SetAside;
  readonly log: Log;
};

/** A due row, and what its period's end makes of it. */
export type DueWrite = {
  readonly row: StoredUserProduct;
  readonly write: CommitWrite;
  readonly dueAt: Instant;
  /** When the row, or what follows it, is due next; null: never. */
  readonly nextDueAt: Instant | null;
};

/**
 * A page of rows that are due; one that cannot be read is set aside, so that it is not found again. `found` counts both.
 */
export async function findDueRows(
  { userProducts, setAside }: Pick<ApplyDueDeps, 'userProducts' | 'setAside'>,
  organisationId: OrganisationId,
  query: DuePageQuery,
): Promise<{ readonly rows: readonly StoredUserProduct[]; readonly found: number }> {
  const unreadable: UnreadableUserProduct[] = [];
  const onUnreadable = (it: UnreadableUserProduct) => unreadable.push(it);
  const rows = await userProducts.findDue(organisationId, { ...query, onUnreadable });
  for (const it of unreadable) await setAside.unreadable(it, 'found due');
  return { rows, found: rows.length + unreadable.length };
}

/**
 * Decides one period for each of these due rows. A row with a full outbox is drained and left for the next look. One
 * whose decision throws is set aside and told as an error, so that it never blocks the others
 * (docs/architecture.md §4).
 */
export async function decideDueRows(
  deps: ApplyDueDeps,
  catalogue: Catalogue,
  rows: readonly StoredUserProduct[],
): Promise<readonly DueWrite[]> {
  await deps.drainRows(rows.filter(isFull));
  const decided: DueWrite[] = [];
  for (const row of rows) {
    if (isFull(row)) continue;
    try {
      decided.push(decideDueRow(deps, catalogue, row));
    } catch (error) {
      // Found due, it is to be taken out of what is found, whatever mark somebody left on it.
      await deps.setAside.undecidable({ ...row, dueBlocked: false }, error);
    }
  }
  return decided;
}

function decideDueRow(deps: ApplyDueDeps, catalogue: Catalogue, row: StoredUserProduct): DueWrite {
  const { product } = row;
  const dueAt = dueAtOf(product);
  if (dueAt === null) throw new Error('a row that is never due was found due');
  const transition = endPeriod({ product, catalogue, ids: transitionIds(deps.ids) });
  const nextDueAt = dueAtOf(transition.successor ?? transition.next);
  return { row, write: buildCommit(deps, { row }, transition), dueAt, nextDueAt };
}

function isFull(row: StoredUserProduct): boolean {
  return row.outbox.length >= outboxLimit;
}
