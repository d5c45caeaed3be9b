import {
  type CommitWrite,
  type KeptAnswers,
  recentChangesLimit,
  type StoredUserProduct,
  type Successor,
  type UserProductStore,
  type UserProductWalk,
} from '../../../src/application/ports/user-product-store.js';
import type { IdempotencyRecord } from '../../../src/application/ports/idempotency-store.js';
import type { AccountId, OrganisationId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { bucketOf, dueBy } from './due-rows.js';
import { insertRow, type Memory, pageAfter, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** User products by id; each write is filtered by the version, as in the database. */
export function makeUserProductStore({ userProducts }: Memory): UserProductStore {
  const put = (organisationId: OrganisationId, row: StoredUserProduct): void => {
    userProducts.set(row.product.id, { organisationId, row });
  };
  const commit = (organisationId: OrganisationId, write: CommitWrite): boolean => {
    const { next, kept } = write;
    const row = rowOf(userProducts, organisationId, next.id);
    if (row === null || !isAsRead(row, { ...next, version: next.version - 1 }, kept)) return false;
    put(organisationId, committed(row, { ...write, next: { ...next, organisationId } }));
    return true;
  };

  return inOneStep<UserProductStore>({
    find: (organisationId, id, accountId) =>
      ofAccount(rowOf(userProducts, organisationId, id), accountId),

    findBySuccessor: (organisationId, successorId, accountId) =>
      ofAccount(
        rowsOf(userProducts, organisationId).find(
          (it) => it.successor?.product.id === successorId,
        ) ?? null,
        accountId,
      ),

    listByAccount: (organisationId, accountId) =>
      rowsOf(userProducts, organisationId)
        .filter(({ product }) => product.accountId === accountId)
        .toSorted(byCreation),

    commit: (organisationId, write) => (commit(organisationId, write) ? 'done' : 'lost'),

    keepAnswer: (organisationId, product, kept) => {
      const row = rowOf(userProducts, organisationId, product.id);
      if (row === null || !isAsRead(row, product, kept)) return 'lost';
      put(organisationId, { ...row, keptAnswers: [...kept.fresh, kept.record] });
      return 'done';
    },

    commitMany: (organisationId, writes) =>
      writes.filter((write) => commit(organisationId, write)).length,

    insert: (organisationId, successor) =>
      insertRow(userProducts, successor.product.id, newRow(organisationId, successor))
        ? 'inserted'
        : 'present',

    findDue: (organisationId, { now, limit, bucket }) =>
      dueBy(rowsOf(userProducts, organisationId), now)
        .filter(({ product }) => bucket === 'all' || bucketOf(product) === bucket)
        .slice(0, limit),

    block: (organisationId, id, version) => {
      const row = rowOf(userProducts, organisationId, id);
      if (row === null || row.dueBlocked) return false;
      if (version !== 'any' && row.product.version !== version) return false;
      put(organisationId, { ...row, dueBlocked: true });
      return true;
    },
  });
}

/** All user products of an organisation in the order of their ids. */
export function makeUserProductWalk({ userProducts }: Memory): UserProductWalk {
  return inOneStep<UserProductWalk>({
    page: (organisationId, page) =>
      pageAfter(rowsOf(userProducts, organisationId), ({ product }) => product.id, page),

    existing: (organisationId, ids) =>
      new Set(ids.filter((id) => rowOf(userProducts, organisationId, id) !== null)),
  });
}

/** A user product as it is when it is inserted. */
export function newRow(organisationId: OrganisationId, { product, outbox }: Successor) {
  const begun = { recentChanges: [], successor: null, dueBlocked: false, keptAnswers: [] };
  return { organisationId, row: { product: { ...product, organisationId }, outbox, ...begun } };
}

/** Still of that account and version, and with a key: no other answer was kept since. */
function isAsRead(
  { product, keptAnswers }: StoredUserProduct,
  { accountId, version }: UserProduct,
  kept: KeptAnswers | null,
): boolean {
  const isSame = product.accountId === accountId && product.version === version;
  return isSame && (kept === null || nameOf(keptAnswers.at(-1)) === nameOf(kept.before.at(-1)));
}

function nameOf(answer: IdempotencyRecord | undefined): string {
  return answer === undefined ? '' : `${answer.keyHash} ${String(answer.keptAt)}`;
}

function committed(row: StoredUserProduct, write: CommitWrite): StoredUserProduct {
  const { next, changeId, entry, successor, kept } = write;
  const changes = changeId === null ? row.recentChanges : [...row.recentChanges, changeId];
  return {
    product: next,
    outbox: successor === null ? [...row.outbox, entry] : [],
    recentChanges: changes.slice(-recentChangesLimit),
    successor: successor ?? row.successor,
    dueBlocked: false,
    keptAnswers: kept === null ? row.keptAnswers : [...kept.fresh, kept.record],
  };
}

function byCreation({ product: a }: StoredUserProduct, { product: b }: StoredUserProduct): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

function ofAccount(row: StoredUserProduct | null, accountId?: AccountId): StoredUserProduct | null {
  return accountId === undefined || row?.product.accountId === accountId ? row : null;
}
