/** So many places at once, and so many who may wait for one, first come first served. */
export type Places = {
  /** False at once where too many wait already; else resolves when a place is free. */
  take(): Promise<boolean>;
  leave(): void;
};

/** All places are free. */
export function makePlaces({ atOnce, waiting }: { atOnce: number; waiting: number }): Places {
  const queue: (() => void)[] = [];
  let taken = 0;
  return {
    take() {
      if (taken < atOnce) {
        taken += 1;
        return Promise.resolve(true);
      }
      if (queue.length >= waiting) return Promise.resolve(false);
      return new Promise((resolve) => {
        queue.push(() => {
          resolve(true);
        });
      });
    },
    leave() {
      const next = queue.shift();
      if (next === undefined) taken -= 1;
      else next();
    },
  };
}
