import type { UserProduct } from '../../domain/user-product/user-product.js';
import { OutcomeUnknownError } from '../ports/failures.js';
import type { Metrics } from '../ports/metrics.js';
import type {
  CommitResult,
  CommitWrite,
  KeptAnswers,
  UserProductStore,
} from '../ports/user-product-store.js';
import type { InsertBehind } from './insert-behind.js';

/** `unknown`: the reply was lost, so it may be written, now or later. */
type SendResult = CommitResult | 'unknown';

/** Keeps an answer for its key, and writes nothing else. */
export type SendKept = (product: UserProduct, kept: KeptAnswers) => Promise<CommitResult>;
export type SendCommit = (write: CommitWrite) => Promise<SendResult>;

export type SendCommitDeps = {
  readonly userProducts: Pick<UserProductStore, 'commit'>;
  readonly insertBehind: InsertBehind;
  readonly metrics: Pick<Metrics, 'decided' | 'commitLost'>;
  /** Told after each commit, so that a drain in this process need not wait for its next look. */
  readonly onCommitted: () => void;
};

/**
 * Sends one commit (docs/architecture.md §3). Once it is written the change has happened: the successor, if there is
 * one, is inserted behind it, and nobody waits for that.
 */
export function makeSendCommit(deps: SendCommitDeps): SendCommit {
  return async (write) => {
    const { organisationId } = write.next;
    try {
      const result = await deps.userProducts.commit(organisationId, write);
      if (result === 'lost') deps.metrics.commitLost();
      else committed(deps, write);
      return result;
    } catch (error) {
      if (error instanceof OutcomeUnknownError) return 'unknown';
      throw error;
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

function committed(deps: SendCommitDeps, { entry, successor }: CommitWrite): void {
  for (const row of entry.changeRows) {
    if (row.write === 'open') deps.metrics.decided(row.change.kind);
  }
  if (successor !== null) deps.insertBehind(successor);
  deps.onCommitted();
}
