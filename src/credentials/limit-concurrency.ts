import { BusyError } from '../application/ports/failures.js';

export type ConcurrencyLimit = {
  readonly atOnce: number;
  readonly waiting: number;
  /** What the `BusyError` says that one more is told. */
  readonly refusal: string;
};

/** Runs so many tasks at once, while so many more wait, first come first served. One more throws `BusyError`. */
export function limitConcurrency(
  limit: ConcurrencyLimit,
): <T>(task: () => Promise<T>) => Promise<T> {
  const { atOnce, waiting, refusal } = limit;
  const queue: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw new BusyError(refusal);
    else await new Promise<void>((resolve) => queue.push(resolve));
  };
  /** Whoever waits first takes over, so nobody who comes now can overtake. */
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
