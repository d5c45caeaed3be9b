import { StoreUnavailableError } from '../application/ports/failures.js';

/** Runs a write as soon as it may, or throws `StoreUnavailableError` where that takes too long: nothing was sent. */
export type LimitWrites = <T>(write: () => Promise<T>) => Promise<T>;

/**
 * So many writes at once, first come first served. While a majority of a replica set is away every write waits for it;
 * without a limit they would hold all connections, and reads, which could be answered, would find none.
 */
export function makeLimitWrites({
  places,
  waitMs,
}: {
  readonly places: number;
  readonly waitMs: number;
}): LimitWrites {
  let free = places;
  const waiting = new Set<() => void>();

  const place = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(take);
        reject(new StoreUnavailableError('too many writes wait for the database'));
      }, waitMs);
      waiting.add(take);
    });

  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  };

  return async (write) => {
    if (free > 0) free -= 1;
    else await place();
    try {
      return await write();
    } finally {
      leave();
    }
  };
}
