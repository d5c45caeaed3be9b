import type { mongo } from 'mongoose';
import type {
  CommitResult,
  CommitWrite,
  UserProductStore,
} from '../../application/ports/user-product-store.js';
import type { ChangeId, OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { makeSendTogether } from '../send-together.js';
import { byOrganisation } from './by-organisation.js';
import { toCommitUpdate } from './commit-update.js';
import { together } from './together.js';

type Commit = { readonly organisationId: OrganisationId; readonly write: CommitWrite };
type NamedCommit = Commit & { readonly changeId: ChangeId };
type Collection = mongo.Collection<UserProductDocument>;

/**
 * Commits of one document each, filtered by its version; commits that meet are one command (docs/architecture.md §3).
 * One that does not match whole does not say which of its commits did: that is looked up in their documents, by the ids
 * of their changes. A commit without such an id, as the end of a period is, therefore goes alone.
 */
export function makeCommitTogether(
  database: Database,
  collection: Collection,
): Pick<UserProductStore, 'commit'> {
  const commitOne = async ({ organisationId, write }: Commit): Promise<CommitResult> => {
    const { filter, update } = toCommitUpdate(organisationId, write);
    const idOnly = { projection: { _id: 1 } } as const;
    const written = await database.writing(() =>
      collection.findOneAndUpdate(filter, update, idOnly),
    );
    return written === null ? 'lost' : 'done';
  };

  const commit = makeSendTogether<NamedCommit, CommitResult>({
    ...together,
    sendOne: commitOne,
    sendMany: async (commits) => {
      const updates = commits.map(({ organisationId, write }) => ({
        updateOne: toCommitUpdate(organisationId, write),
      }));
      const { matchedCount } = await database.writing(() =>
        collection.bulkWrite(updates, { ordered: false }),
      );
      if (matchedCount === commits.length) return commits.map(() => 'done');
      return lookUp(database, collection, commits);
    },
    sendAgain: async (it) => {
      const result = await commitOne(it);
      if (result === 'done') return result;
      const [found = result] = await lookUp(database, collection, [it]);
      return found;
    },
  });

  return {
    commit: (organisationId, write) => {
      const { changeId } = write;
      return changeId === null
        ? commitOne({ organisationId, write })
        : commit({ organisationId, write, changeId });
    },
  };
}

/** Whether each of these is written in its document. */
async function lookUp(
  { reading }: Pick<Database, 'reading'>,
  collection: Collection,
  commits: readonly NamedCommit[],
): Promise<readonly CommitResult[]> {
  const read = byOrganisation(commits).map(([first, ...others]) => {
    const ids = [first, ...others].map(({ write }) => objectIdOf(write.next.id));
    const accounts = new Set([first, ...others].map(({ write }) => write.next.accountId));
    const filter = {
      _id: { $in: ids },
      organisation_id: objectIdOf(first.organisationId),
      account_id: { $in: [...accounts].map(objectIdOf) },
    };
    const changesOnly = { projection: { recent_changes: 1 }, batchSize: ids.length + 1 };
    return reading(() => collection.find(filter, changesOnly).toArray());
  });
  const documents = (await Promise.all(read)).flat();
  const written = new Set(documents.flatMap((it) => it.recent_changes.map(idOf<ChangeId>)));
  return commits.map(({ changeId }) => (written.has(changeId) ? 'done' : 'lost'));
}
