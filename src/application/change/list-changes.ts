import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Change, ChangeRowWrite } from '../../domain/user-product/change.js';
import type { ChangeId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { AccountKey, ReadAccountRows } from '../user-product/read-account-rows.js';

/** Where a change stands in the list of an account: oldest first, by id where two were asked for at one instant. */
export type ChangePlace = { readonly requestedAt: number; readonly id: string };

type Query = AccountKey & {
  /** Those that were asked for of it alone. */
  readonly userProductId: UserProductId | null;
  readonly after: ChangePlace | null;
  readonly limit: number;
};

type ListedChanges = {
  readonly changes: readonly Change[];
  /** Where the next page begins, null where there is none. */
  readonly next: ChangePlace | null;
  readonly catalogue: Catalogue;
};

/** Oldest first; null for an account that is unknown, or a user product that is not its. */
export type ListChanges = (query: Query) => Promise<ListedChanges | null>;

export type ListChangesDeps = {
  readonly readAccountRows: ReadAccountRows;
  readonly changes: Pick<ChangeStore, 'listByAccount'>;
};

/**
 * What was asked of an account's user products, decided and came of it (docs/spec/payway-api.md §6). What was just
 * committed still waits in an outbox: the documents are read before the collection, so that what leaves them in between
 * is found there, and what is found in both counts once.
 */
export function makeListChanges(deps: ListChangesDeps): ListChanges {
  return async ({ userProductId, after, limit, ...account }) => {
    const read = await deps.readAccountRows(account);
    if (read === null) return null;
    const { rows, context } = read;
    if (userProductId !== null && !rows.some(({ product }) => product.id === userProductId)) {
      return null;
    }
    const written = await deps.changes.listByAccount(account.organisationId, account.accountId);
    const known = folded(written, rows.flatMap(waitingWrites));
    const boundaries = boundariesIn(rows);
    const following = known
      .filter((it) => userProductId === null || it.userProductId === userProductId)
      .filter((it) => after === null || byPlace(it, after) > 0)
      .map((it) => ({ ...it, effectiveAt: boundaries.get(it.id) ?? effectOf(it) }))
      .toSorted(byPlace);
    const changes = following.slice(0, limit);
    const last = changes.at(-1);
    const next = following.length > limit && last ? placeOf(last) : null;
    return { changes, next, catalogue: context.catalogue };
  };
}

/** What waits in a document, and in a successor of it that was not inserted when it was read. */
function waitingWrites({ outbox, successor }: StoredUserProduct): readonly ChangeRowWrite[] {
  return [...outbox, ...(successor?.outbox ?? [])].flatMap((entry) => entry.changeRows);
}

/** As the drain would leave the collection (docs/architecture.md §3): a row is opened once, and closed once. */
function folded(written: readonly Change[], waiting: readonly ChangeRowWrite[]): readonly Change[] {
  const changes = new Map<ChangeId, Change>(written.map((it) => [it.id, it]));
  for (const row of waiting) {
    if (row.write === 'open' && !changes.has(row.change.id)) changes.set(row.change.id, row.change);
  }
  for (const row of waiting) {
    const change = row.write === 'close' ? changes.get(row.changeId) : undefined;
    if (row.write !== 'close' || change?.state !== 'created') continue;
    const { state, closedAt, successorId } = row;
    const eventIds = [...change.eventIds, ...row.eventIds];
    const effectiveAt = row.effectiveAt ?? change.effectiveAt;
    changes.set(change.id, { ...change, state, closedAt, effectiveAt, successorId, eventIds });
  }
  return [...changes.values()];
}

/** The boundaries that changes wait for, which edits of their user products may have moved. */
function boundariesIn(rows: readonly StoredUserProduct[]): ReadonlyMap<ChangeId, Instant> {
  const waiting = rows.flatMap(({ product }) => product.pendingChange ?? []);
  return new Map(waiting.map((it) => [it.changeId, it.dueAt]));
}

/** One that was applied before its row was told when it took effect did so when it was closed. */
function effectOf({ state, effectiveAt, closedAt }: Change): Instant {
  return state === 'applied' && closedAt !== null ? closedAt : effectiveAt;
}

function placeOf({ requestedAt, id }: Change): ChangePlace {
  return { requestedAt, id };
}

function byPlace(a: ChangePlace, b: ChangePlace): number {
  return a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
