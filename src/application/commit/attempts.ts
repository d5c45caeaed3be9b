import type { ChangeId, UserProductId } from '../../domain/ids.js';
import { type Instant, laterOf } from '../../domain/time/instant.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { OrganisationTime } from '../clock/organisation-now.js';
import { BusyError } from '../ports/failures.js';
import type { Random, Stopwatch } from '../ports/surroundings.js';
import { recentChangesLimit, type StoredUserProduct } from '../ports/user-product-store.js';
import { buildCommit } from './build-commit.js';
import {
  catchUp,
  type CatchUpBudget,
  type CatchUpDeps,
  newCatchUpBudget,
  type SeenRow,
} from './catch-up.js';
import {
  answeredBefore,
  guardFailure,
  isFullOfKeys,
  keptWith,
  type WriteGuards,
} from './guards.js';
import type { LoadUserProduct, UserProductKey } from './load-user-product.js';
import type { SendKept } from './send-commit.js';
import type { WriteFailure, WriteResult } from './write-result.js';

const tryLimit = 10;
const longestPauseMs = 40;
/** Far more than tries, due periods, waits and drains of a full outbox come to. */
const mostRounds = 200;

/** A write on one user product, as it is asked for once and tried up to ten times. */
export type UserProductWrite = {
  readonly key: UserProductKey;
  readonly context: OrganisationContext;
  /** Chosen once for all tries: found in `recent_changes` it says that a try whose reply was lost was done. */
  readonly changeId: ChangeId;
  readonly guards: WriteGuards;
  /** Shared with other rows of the same request; its own unless given. */
  readonly budget?: CatchUpBudget;
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

export type AttemptsDeps = CatchUpDeps & {
  readonly load: LoadUserProduct;
  readonly sendKept: SendKept;
  readonly organisationTime: OrganisationTime;
  readonly random: Random;
  readonly stopwatch: Stopwatch;
  /** Time-out of a request. No try is begun after half of it: what a try waits for ends before the rest is over. */
  readonly requestTimeoutMs: number;
};

/**
 * The tries of one write by the protocol of docs/architecture.md §3: read, decide, one version-filtered commit; two
 * commands where nothing is in the way. Throws `BusyError` where nothing may be claimed: the row moved under ten tries,
 * half of the request's time-out is over, or a command whose reply was lost could still land. Throws
 * `StoreUnavailableError` where the database is gone, and `SetAsideError` where the row is.
 */
export function makeAttempts(deps: AttemptsDeps): Attempts {
  return async function* (write) {
    const fate: Fate = { unknown: null };
    const { budget = newCatchUpBudget() } = write;
    const lastBeginAt = deps.stopwatch() + deps.requestTimeoutMs / 2;
    for (let tries = 0, rounds = 0; tries < tryLimit && rounds < mostRounds; rounds += 1) {
      if (deps.stopwatch() > lastBeginAt) throw new BusyError('the database takes too long');
      const row = await deps.load(write.key);
      if (row === null) return;
      const seen = await seenRow(deps, write.context, row);
      if (await catchUp(deps, { ...write, budget }, seen)) continue;
      if (isBeyondKnowing(row, write, fate)) {
        throw new BusyError('the fate of an earlier try can no longer be known');
      }
      tries += 1;
      yield attemptOn(deps, write, { row, now: seen.now, fate, isLast: tries === tryLimit });
      await deps.pause(deps.random() * longestPauseMs * (tries / tryLimit));
    }
    throw new BusyError('the user product kept changing');
  };
}

/** The version in the filter of a commit whose reply was lost: it may have been written, or be written yet. */
type Fate = { unknown: number | null };
type Try = {
  readonly row: StoredUserProduct;
  readonly now: Instant;
  readonly fate: Fate;
  readonly isLast: boolean;
};

async function seenRow(
  deps: AttemptsDeps,
  { organisation }: OrganisationContext,
  row: StoredUserProduct,
): Promise<SeenRow> {
  const { now, isHeld } = await deps.organisationTime(organisation);
  return { row, now: laterOf(now, row.product.lastEffectiveAt), isHeld };
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
      if (row.recentChanges.includes(changeId)) {
        return { ok: true, id: idOfDone(product, changeId), product, written: null };
      }
      const known = answeredBefore(row, guards, realNow);
      return known?.ok === false ? refuse(known) : known;
    },
    answer: async (id) => {
      const answered = { id, product, written: null };
      const kept = isFullOfKeys(row, guards, realNow)
        ? null
        : await keptWith(row, guards, { answered, realNow });
      const result = kept === null ? 'done' : await deps.sendKept(product, kept);
      // Many keys at once must not turn an answer that is known into 503: the last try gives it without keeping it.
      return result === 'done' || it.isLast ? { ok: true, ...answered } : null;
    },
    guardFailure: () => guardFailure(row, guards, realNow),
    commit: async ({ id, transition }) => {
      const answered = { id, product, written: transition };
      const kept = await keptWith(row, guards, { answered, realNow });
      const write = buildCommit(deps, { row, kept }, transition);
      const isTriedBefore = fate.unknown !== null;
      const result = await deps.sendCommit({ row, write, isTriedBefore });
      if (result === 'unknown') fate.unknown = product.version;
      return result === 'done' ? { ok: true, ...answered } : null;
    },
  };
}

/** An earlier try of the very write was committed: it ended this user product, or changed it and left it going on. */
function idOfDone(product: UserProduct, changeId: ChangeId): UserProductId {
  const ended = product.endedBy?.changeId === changeId ? product.endedBy : null;
  return ended?.answerId ?? product.id;
}
