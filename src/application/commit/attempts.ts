import type { ChangeId, OrganisationId } from '../../domain/ids.js';
import { type Instant, laterOf } from '../../domain/time/instant.js';
import { isDue } from '../../domain/user-product/due-at.js';
import { endPeriod } from '../../domain/user-product/end-period.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { BusyError } from '../ports/busy-error.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { Clock, IdSource, Pause, Random } from '../ports/surroundings.js';
import type { Log } from '../ports/log.js';
import type { Metrics } from '../ports/metrics.js';
import {
  type CommitResult,
  type CommitWrite,
  type KeptAnswers,
  OutcomeUnknownError,
  type StoredUserProduct,
  type Successor,
  StoreUnavailableError,
  type UserProductStore,
} from '../ports/user-product-store.js';
import { commitWrite, transitionIds } from './build-commit.js';
import { catchUpLimit, outboxLimit, recentChangesLimit } from './limits.js';
import type { DrainRows } from './drain-outbox.js';
import type { LoadUserProduct, UserProductKey } from './load-user-product.js';

const tryLimit = 10;
const longestPauseMs = 40;

/** What a decider says of the row as it is now: answer without writing, or commit this and then answer. */
export type Verdict<Answer> =
  | { readonly act: 'answer'; readonly answer: Answer }
  | { readonly act: 'refuse'; readonly answer: Answer }
  /** Keep the answer for its key, write nothing else, and then answer. */
  | { readonly act: 'keep'; readonly answer: Answer; readonly kept: KeptAnswers }
  | {
      readonly act: 'commit';
      readonly answer: Answer;
      readonly transition: Transition;
      readonly kept: KeptAnswers | null;
    };

type UserProductWrite<Answer> = {
  readonly key: UserProductKey;
  readonly context: OrganisationContext;
  /** Chosen once for all tries: found in `recent_changes` it says that a try whose reply was lost was done. */
  readonly changeId: ChangeId;
  /** Called after every re-read; repeats are its business. `now` is never before the row's last effective instant. */
  readonly decide: (row: StoredUserProduct, now: Instant) => Promise<Verdict<Answer>>;
  /** The answer where an earlier try of this very write turns out to be done. */
  readonly answerDone: (row: StoredUserProduct) => Answer;
};

export type CommitUserProductDeps = {
  readonly userProducts: UserProductStore;
  readonly load: LoadUserProduct;
  readonly drainRows: DrainRows;
  readonly organisationNow: OrganisationNow;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly pause: Pause;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'decided' | 'commitLost'>;
  /** Told after each commit, so that a drain in this process need not wait for its next look. */
  readonly onCommitted: () => void;
};

/** Version in the filter of a commit whose reply was lost, or null. */
type Unknown = number | null;
type Step<Answer> = { readonly answered: Answer } | { readonly again: Unknown };

export type CommitUserProduct = <Answer>(write: UserProductWrite<Answer>) => Promise<Answer | null>;

/**
 * Writes one user product by the protocol of design.md §3: read, decide, one version-filtered commit, insert the
 * successor; three commands where nothing is in the way. Null where the user product is not there.
 *
 * Throws `BusyError` where nothing may be claimed: the row moved under ten tries, or a command whose reply was lost
 * could still land. Throws `StoreUnavailableError` where the database is gone.
 */
export function makeCommitUserProduct(deps: CommitUserProductDeps): CommitUserProduct {
  return async <Answer>(write: UserProductWrite<Answer>) => {
    let unknown: Unknown = null;
    for (let tries = 0, ways = 0; tries < tryLimit && ways < catchUpLimit;) {
      const row = await deps.load(write.key);
      if (row === null) return null;
      const now = await nowFor(deps, write.context, row);
      if (await makeWay(deps, write, { row, now, unknown })) {
        ways += 1;
        continue;
      }
      const step: Step<Answer> = await takeStep(deps, write, { row, now, unknown, tries });
      if ('answered' in step) return step.answered;
      unknown = step.again;
      tries += 1;
      await deps.pause(deps.random() * longestPauseMs * (tries / tryLimit));
    }
    throw new BusyError('the user product kept changing');
  };
}

async function nowFor(
  deps: CommitUserProductDeps,
  { organisation }: OrganisationContext,
  row: StoredUserProduct,
): Promise<Instant> {
  return laterOf(await deps.organisationNow(organisation), row.product.lastEffectiveAt);
}

type Turn = { readonly row: StoredUserProduct; readonly now: Instant; readonly unknown: Unknown };
type Try = Turn & { readonly tries: number };

/** Does what must be done before anything can be decided: drains a full outbox, applies what is due. True: read again. */
async function makeWay<Answer>(
  deps: CommitUserProductDeps,
  write: UserProductWrite<Answer>,
  { row, now }: Turn,
): Promise<boolean> {
  if (row.recentChanges.includes(write.changeId)) return false;
  if (row.outbox.length >= outboxLimit) {
    await deps.drainRows([row]);
    return true;
  }
  if (!isDue(row.product, now)) return false;
  const transition = endPeriod({
    product: row.product,
    catalogue: write.context.catalogue,
    ids: transitionIds(deps.ids),
  });
  await commit(deps, commitWrite(deps, { row }, transition));
  return true;
}

async function takeStep<Answer>(
  deps: CommitUserProductDeps,
  write: UserProductWrite<Answer>,
  { row, now, unknown, tries }: Try,
): Promise<Step<Answer>> {
  if (row.recentChanges.includes(write.changeId)) return { answered: write.answerDone(row) };
  const { version } = row.product;
  if (unknown !== null && version > unknown + recentChangesLimit) {
    throw new BusyError('the fate of an earlier try can no longer be known');
  }
  const verdict = await write.decide(row, now);
  if (verdict.act === 'refuse' && unknown === version) {
    throw new BusyError('an earlier try may still be written');
  }
  if (verdict.act === 'answer' || verdict.act === 'refuse') return { answered: verdict.answer };

  const result = await carryOut(deps, { row, tries }, verdict);
  if (result === 'done') return { answered: verdict.answer };
  return { again: result === 'unknown' ? version : unknown };
}

async function carryOut<Answer>(
  deps: CommitUserProductDeps,
  { row, tries }: Pick<Try, 'row' | 'tries'>,
  verdict: Extract<Verdict<Answer>, { act: 'keep' | 'commit' }>,
): Promise<CommitResult | 'unknown'> {
  const { kept } = verdict;
  if (verdict.act === 'commit') {
    return commit(deps, commitWrite(deps, { row, kept }, verdict.transition));
  }
  const result = await keep(deps, row.product, verdict.kept);
  // Many keys at once must not turn an answer that is known into 503: the last try gives it without keeping it.
  return tries === tryLimit - 1 ? 'done' : result;
}

/** Whether it was kept or not may stay unknown: the next read tells, and keeping it twice is keeping it once. */
async function keep(
  deps: CommitUserProductDeps,
  product: UserProduct,
  kept: KeptAnswers,
): Promise<CommitResult> {
  try {
    return await deps.userProducts.keepAnswer(product.organisationId, product, kept);
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return 'lost';
    throw error;
  }
}

/** Commits and inserts the successor. Once the commit is written the change has happened, whatever becomes of the insert. */
async function commit(
  deps: CommitUserProductDeps,
  write: CommitWrite,
): Promise<CommitResult | 'unknown'> {
  const { organisationId } = write.next;
  try {
    const result = await deps.userProducts.commit(organisationId, write);
    if (result === 'lost') {
      deps.metrics.commitLost();
      return result;
    }
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return 'unknown';
    throw error;
  }
  for (const row of write.entry.changeRows) {
    if (row.write === 'open') deps.metrics.decided(row.change.kind);
  }
  deps.onCommitted();
  if (write.successor !== null) await insertSuccessor(deps, organisationId, write.successor);
  return 'done';
}

async function insertSuccessor(
  deps: CommitUserProductDeps,
  organisationId: OrganisationId,
  successor: Successor,
): Promise<void> {
  try {
    await deps.userProducts.insert(organisationId, successor);
  } catch (error) {
    if (!(error instanceof OutcomeUnknownError || error instanceof StoreUnavailableError))
      throw error;
    deps.log.warn('a successor waits in its source for the drain', { id: successor.product.id });
  }
}
