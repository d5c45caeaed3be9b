import type { mongo } from 'mongoose';
import {
  recentChangesLimit,
  type CommitWrite,
  type KeptAnswers,
} from '../../application/ports/user-product-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { outboxEntryDocument } from '../mappers/outbox-entry.mapper.js';
import {
  keptAnswersDocument,
  lastKeptOf,
  newUserProductDocument,
  userProductRowDocument,
} from '../mappers/user-product.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';

type Commit = {
  readonly filter: mongo.Filter<UserProductDocument>;
  readonly update: mongo.UpdateFilter<UserProductDocument>;
};

const notDue = { due_organisation_id: '', due_bucket: '', next_due_at: '' } as const;

const leftOut = ['quantity', 'tier_id', 'has_documents'] as const;

/**
 * One commit as one update of one document (docs/architecture.md §3). The whole row is set, not what differs: what is
 * stored is then what was decided whatever was read before, an old document becomes a new one, and a server writes only
 * what differs anyway. A row that was set aside and is moved on by a commit is no longer set aside.
 */
export function toCommitUpdate(organisationId: OrganisationId, write: CommitWrite): Commit {
  const { next, successor, kept } = write;
  const { _id, organisation_id, account_id, ...row } = {
    ...userProductRowDocument(next),
    organisation_id: objectIdOf(organisationId),
  };
  const filter = {
    _id,
    organisation_id,
    account_id,
    version: next.version - 1,
    ...(kept === null ? {} : lastKeptFilter(kept)),
  };
  const set = {
    ...row,
    ...(successor === null ? {} : { successor: newUserProductDocument(successor) }),
    ...(kept === null ? {} : keptAnswersDocument(kept)),
  };
  const unset = {
    due_blocked: '',
    ...absentParts(row),
    ...(row.next_due_at === undefined ? notDue : {}),
    ...(successor === null ? {} : { outbox: '' as const }),
  } as const;
  return { filter, update: { $set: set, $unset: unset, ...pushOf(organisationId, write) } };
}

/** What a row leaves out where it is nothing must go where it was something. */
function absentParts(row: Partial<UserProductDocument>): Readonly<Record<string, ''>> {
  const absent = leftOut.filter((name) => row[name] === undefined);
  return Object.fromEntries(absent.map((name) => [name, '']));
}

/** Keeping an answer and nothing else: no version moves, so nobody's `If-Match` does either. */
export function toKeepUpdate(
  organisationId: OrganisationId,
  { id, accountId, version }: UserProduct,
  kept: KeptAnswers,
): Commit {
  const own = { _id: objectIdOf(id), organisation_id: objectIdOf(organisationId) };
  const filter = { ...own, account_id: objectIdOf(accountId), version, ...lastKeptFilter(kept) };
  return { filter, update: { $set: keptAnswersDocument(kept) } };
}

/** Where nothing was kept yet, null finds the field absent. */
function lastKeptFilter({ before }: KeptAnswers): { last_kept: string | null } {
  const last = before.at(-1);
  return { last_kept: last === undefined ? null : lastKeptOf(last) };
}

/** Servers before MongoDB 5 refuse an operator without fields, so there may be no `$push` at all. */
function pushOf(
  organisationId: OrganisationId,
  { changeId, entry, successor }: CommitWrite,
): Pick<mongo.UpdateFilter<UserProductDocument>, '$push'> {
  const push: mongo.PushOperator<UserProductDocument> = {
    ...(changeId === null
      ? {}
      : { recent_changes: { $each: [objectIdOf(changeId)], $slice: -recentChangesLimit } }),
    ...(successor === null ? { outbox: outboxEntryDocument(organisationId, entry) } : {}),
  };
  return Object.keys(push).length === 0 ? {} : { $push: push };
}
