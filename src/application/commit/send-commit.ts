import type { UserProduct } from '../../domain/user-product/user-product.js';
import { OutcomeUnknownError } from '../ports/failures.js';
import type { Log } from '../ports/log.js';
import type { Metrics } from '../ports/metrics.js';
import type {
  CommitResult,
  CommitWrite,
  KeptAnswers,
  StoredUserProduct,
  UserProductStore,
} from '../ports/user-product-store.js';
import { committedRows } from './committed-rows.js';
import type { InsertBehind } from './insert-behind.js';

/** `unknown`: the reply was lost, so it may be written, now or later. */
type SendResult = CommitResult | 'unknown';

/** Keeps an answer for its key, and writes nothing else. */
export type SendKept = (product: UserProduct, kept: KeptAnswers) => Promise<CommitResult>;

type CommitToSend = {
  /** As it was read for this commit. */
  readonly row: StoredUserProduct;
  readonly write: CommitWrite;
  /** An earlier try under the same change id may be written: then `done` may speak of that one. */
  readonly isTriedBefore: boolean;
};
export type SendCommit = (commit: CommitToSend) => Promise<SendResult>;

export type SendCommitDeps = {
  readonly userProducts: Pick<UserProductStore, 'commit'>;
  readonly insertBehind: InsertBehind;
  readonly metrics: Pick<Metrics, 'decided' | 'commitLost'>;
  readonly log: Pick<Log, 'warn'>;
  /** Told after each commit what its documents hold now, so that this process can drain them without a look. */
  readonly onCommitted: (rows: readonly StoredUserProduct[]) => void;
};

/**
 * Sends one commit (docs/architecture.md §3). Once it is written the change has happened: the successor, if there is
 * one, is inserted behind it, and nobody waits for that.
 */
export function makeSendCommit(deps: SendCommitDeps): SendCommit {
  return async (commit) => {
    const { write } = commit;
    const { organisationId } = write.next;
    try {
      const result = await deps.userProducts.commit(organisationId, write);
      if (result === 'lost') deps.metrics.commitLost();
      else committed(deps, commit);
      return result;
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) throw error;
      // Mostly nobody notices; a fault that stays is met by every try, and without this line nobody would know which.
      deps.log.warn('the fate of a commit is not known: it is read again', {
        id: write.next.id,
        error,
      });
      return 'unknown';
    }
  };
}

/** Whether an answer was kept may stay unknown: the next read tells, and keeping it twice is keeping it once. */
export function makeSendKept(deps: {
  readonly userProducts: Pick<UserProductStore, 'keepAnswer'>;
}): SendKept {
  return async (product, kept) => {
    try {
      return await deps.userProducts.keepAnswer(product.organisationId, product, kept);
    } catch (error) {
      if (error instanceof OutcomeUnknownError) return 'lost';
      throw error;
    }
  };
}

function committed(deps: SendCommitDeps, { row, write, isTriedBefore }: CommitToSend): void {
  const { entry, successor } = write;
  for (const it of entry.changeRows) {
    if (it.write === 'open') deps.metrics.decided(it.change.kind);
  }
  // The earlier try has events of its own: what is written is left to those who read it.
  if (isTriedBefore) {
    deps.onCommitted([]);
    return;
  }
  if (successor !== null) deps.insertBehind(successor);
  deps.onCommitted(committedRows(row, write));
}
