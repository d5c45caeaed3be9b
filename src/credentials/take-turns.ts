import { BusyError } from '../application/ports/failures.js';
import type { Turn } from '../application/ports/secret-hashes.js';
import { type Waiting, makeWaitingLines, type WaitingLines } from './waiting-lines.js';

export type TurnPlaces = {
  /** How many tasks run at once. */
  readonly atOnce: number;
  /** How many more wait, in all lines together. */
  readonly waiting: number;
  /** What the `BusyError` says that one too many is told. */
  readonly refusal: string;
};

export type TakeTurns = <T>(turn: Turn, task: () => Promise<T>) => Promise<T>;

/**
 * Runs so many tasks at once, while so many more wait. Each `from` has a line of its own, first come first served, and
 * the lines take turns: who sends a hundred at once waits behind himself, and the one of somebody else waits for one
 * task of each other line at most.
 */
export function makeTakeTurns({ atOnce, waiting, refusal }: TurnPlaces): TakeTurns {
  const lines = makeWaitingLines(waiting);
  let running = 0;
  return async (turn, task) => {
    turn.signal.throwIfAborted();
    if (running < atOnce) running += 1;
    else await wait(lines, turn, refusal);
    try {
      return await task();
    } finally {
      // Whoever is next takes over the place, so that nobody who comes now can overtake.
      const next = lines.next();
      if (next === undefined) running -= 1;
      else next.begin();
    }
  };
}

function wait(lines: WaitingLines, { from, signal }: Turn, refusal: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: Error): void => {
      signal.removeEventListener('abort', leave);
      reject(reason);
    };
    const it: Waiting = {
      begin: () => {
        signal.removeEventListener('abort', leave);
        resolve();
      },
      refuse: () => {
        refuse(new BusyError(refusal));
      },
    };
    const leave = (): void => {
      lines.leave(from, it);
      refuse(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    if (!lines.join(from, it)) it.refuse();
  });
}
