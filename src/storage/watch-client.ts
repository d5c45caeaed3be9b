import { setTimeout as pauseFor } from 'node:timers/promises';

export type ClientWatchDeps = {
  /** Asks by the client that is in use. */
  readonly ping: () => Promise<unknown>;
  /** Asks by a client made for it alone. */
  readonly pingFreshly: () => Promise<unknown>;
  /** Puts a new client in the place of the one in use. May be called again where it failed. */
  readonly replace: () => Promise<unknown>;
  /** Told after each replacement. */
  readonly onReplaced: () => void;
  /** How long the database may be away before a fresh connection is tried. */
  readonly unavailableMs: number;
  readonly lookEveryMs: number;
  /** No question is waited for longer. */
  readonly answerMs: number;
};

/** Looks after a client that may have stopped for ever. */
export type ClientWatch = {
  /** The database did not answer: look until it does. */
  readonly notice: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * A driver's client can stop for ever where all its connections break at once (docs/upstream/monitor-hangs.md): it
 * waits for a heartbeat that never ends, and nothing that it is asked is sent any more. From within that looks like a
 * database that is away; from outside it does not. So where the database has been away for some seconds while a fresh
 * connection reaches it, the client is replaced. While all is well nothing is asked.
 */
export function makeClientWatch(deps: ClientWatchDeps): ClientWatch {
  const ending = new AbortController();
  let looking: Promise<void> | null = null;

  const isAnswered = async (question: () => Promise<unknown>): Promise<boolean> => {
    const late = new AbortController();
    const answered = question().then(
      () => true,
      () => false,
    );
    const tooLate = pauseFor(deps.answerMs, false, { signal: late.signal }).catch(() => false);
    const isInTime = await Promise.race([answered, tooLate]);
    late.abort();
    return isInTime;
  };

  const look = async (): Promise<void> => {
    const awaySince = performance.now();
    for (;;) {
      await pauseFor(deps.lookEveryMs, undefined, { signal: ending.signal, ref: false }).catch(
        () => undefined,
      );
      if (ending.signal.aborted || (await isAnswered(deps.ping))) return;
      const isLongAway = performance.now() - awaySince >= deps.unavailableMs;
      if (!isLongAway || !(await isAnswered(deps.pingFreshly))) continue;
      if (await isAnswered(deps.replace)) {
        deps.onReplaced();
        return;
      }
    }
  };

  return {
    notice: () => {
      if (ending.signal.aborted) return;
      looking ??= look().finally(() => {
        looking = null;
      });
    },
    stop: async () => {
      ending.abort();
      await looking;
    },
  };
}
