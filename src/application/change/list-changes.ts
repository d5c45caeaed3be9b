import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Change } from '../../domain/user-product/change.js';
import type { UserProductId } from '../../domain/ids.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { AccountKey, ReadAccountRows } from '../user-product/read-account-rows.js';
import { knownChanges } from './known-changes.js';

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
    const following = knownChanges(written, rows)
      .filter((it) => userProductId === null || it.userProductId === userProductId)
      .filter((it) => after === null || byPlace(it, after) > 0)
      .toSorted(byPlace);
    const changes = following.slice(0, limit);
    const last = changes.at(-1);
    const next = following.length > limit && last ? placeOf(last) : null;
    return { changes, next, catalogue: context.catalogue };
  };
}

function placeOf({ requestedAt, id }: Change): ChangePlace {
  return { requestedAt, id };
}

function byPlace(a: ChangePlace, b: ChangePlace): number {
  return a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
