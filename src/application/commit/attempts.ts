import type { ChangeId, UserProductId } from '../../domain/ids.js';
import { type Instant, laterOf } from '../../domain/time/instant.js';
import { isDue } from '../../domain/user-product/due-at.js';
import { endPeriod } from '../../domain/user-product/end-period.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import { BusyError } from '../ports/failures.js';
import type { Clock, IdSource, Pause, Random } from '../ports/surroundings.js';
import {
  outboxLimit,
  recentChangesLimit,
  type StoredUserProduct,
} from '../ports/user-product-store.js';
import { buildCommit, transitionIds } from './build-commit.js';
import type { DrainRows } from './drain-outbox.js';
import {
  answeredBefore,
  guardFailure,
  isFullOfKeys,
  keptWith,
  type WriteGuards,
} from './guards.js';
import type { LoadUserProduct, UserProductKey } from './load-user-product.js';
import { catchUpLimit } from './limits.js';
import type { SendCommit, SendKept } from './send-commit.js';
import type { WriteFailure, WriteResult } from './write-result.js';

const tryLimit = 10;
const longestPauseMs = 40;

/** A write on one user product, as it is asked for once and tried up to ten times. */
export type UserProductWrite = {
  readonly key: UserProductKey;
  readonly context: OrganisationContext;
  /** Chosen once for all tries: found in `recent_changes` it says that a try whose reply was lost was done. */
  readonly changeId: ChangeId;
  readonly guards: WriteGuards;
};

/** A commit to be tried: what it means, and the id that is answered once it is written. */
export type ProposedCommit = { readonly id: UserProductId; readonly transition: Transition };

/**
 * One try: the row as it is now, with nothing due and room in its outbox. Whoever asks goes through the steps in this
 * order. Where `answer` or `commit` give null the row has moved, and the next attempt has it as it is then.
 */
export type Attempt = {
  readonly product: UserProduct;
  /** The organisation's now, never before the row's last effective instant. */
  readonly now: Instant;
  /** What this very call, or its key, was answered with before; null: neither was. */
  readonly answeredBefore: () => WriteResult<never> | null;
  /** Answers without a change of the row: for a repeat, and where it is like that already. Keeps it for its key. */
  readonly answer: (id: UserProductId) => Promise<WriteResult<never> | null>;
  /** Why the caller's own conditions do not hold (too many keys, `If-Match`); null: they do. */
  readonly guardFailure: () => WriteFailure<never> | null;
  /** Refuses, unless an earlier try may still be written: then nothing may be claimed (`BusyError`). */
  readonly refuse: <Reason extends string>(failure: WriteFailure<Reason>) => WriteFailure<Reason>;
  readonly commit: (proposed: ProposedCommit) => Promise<WriteResult<never> | null>;
};

/** Attempts until somebody returns out of the loop; none where the user product is not there. */
export type Attempts = (write: UserProductWrite) => AsyncGenerator<Attempt, void, undefined>;

export type AttemptsDeps = {
  readonly load: LoadUserProduct;
  readonly drainRows: DrainRows;
  readonly sendCommit: SendCommit;
  readonly sendKept: SendKept;
  readonly organisationNow: OrganisationNow;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly pause: Pause;
  readonly random: Random;
};

/**
 * The tries of one write by the protocol of docs/architecture.md §3: read, decide, one version-filtered commit; two
 * commands where nothing is in the way. Throws `BusyError` where nothing may be claimed: the row moved under ten tries,
 * or a command whose reply was lost could still land. Throws `StoreUnavailableError` where the database is gone.
 */
export function makeAttempts(deps: AttemptsDeps): Attempts {
  return async function* (write) {
    const fate: Fate = { unknown: null };
    for (let tries = 0, caughtUp = 0; tries < tryLimit && caughtUp < catchUpLimit;) {
      const row = await deps.load(write.key);
      if (row === null) return;
      const now = await nowFor(deps, write.context, row);
      if (await catchUp(deps, write, { row, now })) {
        caughtUp += 1;
        continue;
      }
      if (isBeyondKnowing(row, write, fate)) {
        throw new BusyError('the fate of an earlier try can no longer be known');
      }
      tries += 1;
      yield attemptOn(deps, write, { row, now, fate, isLast: tries === tryLimit });
      await deps.pause(deps.random() * longestPauseMs * (tries / tryLimit));
    }
    throw new BusyError('the user product kept changing');
  };
}

/** The version in the filter of a commit whose reply was lost: it may have been written, or be written yet. */
type Fate = { unknown: number | null };
type Seen = { readonly row: StoredUserProduct; readonly now: Instant };
type Try = Seen & { readonly fate: Fate; readonly isLast: boolean };

async function nowFor(
  deps: AttemptsDeps,
  { organisation }: OrganisationContext,
  row: StoredUserProduct,
): Promise<Instant> {
  return laterOf(await deps.organisationNow(organisation), row.product.lastEffectiveAt);
}

/** Does what must be done before anything can be decided: drains a full outbox, ends one due period. True: read again. */
async function catchUp(
  deps: AttemptsDeps,
  { context, changeId }: UserProductWrite,
  { row, now }: Seen,
): Promise<boolean> {
  if (row.recentChanges.includes(changeId)) return false;
  if (row.outbox.length >= outboxLimit) {
    await deps.drainRows([row]);
    return true;
  }
  const { product } = row;
  if (!isDue(product, now)) return false;
  const transition = endPeriod({
    product,
    catalogue: context.catalogue,
    ids: transitionIds(deps.ids),
  });
  const write = buildCommit(deps, { row }, transition);
  await deps.sendCommit({ row, write, isTriedBefore: false });
  return true;
}

/** So many commits later, one's own id may have left `recent_changes`. */
function isBeyondKnowing(
  { recentChanges, product }: StoredUserProduct,
  { changeId }: UserProductWrite,
  { unknown }: Fate,
): boolean {
  if (unknown === null || recentChanges.includes(changeId)) return false;
  return product.version > unknown + recentChangesLimit;
}

function attemptOn(deps: AttemptsDeps, write: UserProductWrite, it: Try): Attempt {
  const { row, now, fate } = it;
  const { product } = row;
  const { guards, changeId } = write;
  const realNow = deps.clock.now();

  const refuse: Attempt['refuse'] = (failure) => {
    if (fate.unknown === product.version)
      throw new BusyError('an earlier try may still be written');
    return failure;
  };

  return {
    product,
    now,
    refuse,
    answeredBefore: () => {
      if (row.recentChanges.includes(changeId))
        return { ok: true, id: idOfDone(product, changeId) };
      const known = answeredBefore(row, guards, realNow);
      return known?.ok === false ? refuse(known) : known;
    },
    answer: async (id) => {
      const kept = isFullOfKeys(row, guards, realNow)
        ? null
        : keptWith(row, guards, { id, realNow });
      const result = kept === null ? 'done' : await deps.sendKept(product, kept);
      // Many keys at once must not turn an answer that is known into 503: the last try gives it without keeping it.
      return result === 'done' || it.isLast ? { ok: true, id } : null;
    },
    guardFailure: () => guardFailure(row, guards, realNow),
    commit: async ({ id, transition }) => {
      const kept = keptWith(row, guards, { id, realNow });
      const write = buildCommit(deps, { row, kept }, transition);
      const isTriedBefore = fate.unknown !== null;
      const result = await deps.sendCommit({ row, write, isTriedBefore });
      if (result === 'unknown') fate.unknown = product.version;
      return result === 'done' ? { ok: true, id } : null;
    },
  };
}

/** An earlier try of the very write was committed: it ended this user product, or changed it and left it going on. */
function idOfDone(product: UserProduct, changeId: ChangeId): UserProductId {
  const ended = product.endedBy?.changeId === changeId ? product.endedBy : null;
  return ended?.answerId ?? product.id;
}
