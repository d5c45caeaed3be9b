/** Somebody who waits. */
export type Waiting = { readonly begin: () => void; readonly refuse: () => void };

/** Lines of those who wait, one for each name; the lines take turns. */
export type WaitingLines = {
  /** False: all places are taken, and the line is not the one that gets one of another's. */
  join(line: string, it: Waiting): boolean;
  leave(line: string, it: Waiting): void;
  /** Takes out the first of the line whose turn it is. */
  next(): Waiting | undefined;
};

/**
 * Of so many places together. Where all are taken, the last of the longest line is refused in favour of a line that is
 * shorter, also with him in it.
 */
export function makeWaitingLines(places: number): WaitingLines {
  // In the order of their turns: whichever had one goes to the end.
  const lines = new Map<string, readonly Waiting[]>();
  let taken = 0;

  const lengthOf = (line: string): number => lines.get(line)?.length ?? 0;
  const set = (line: string, those: readonly Waiting[]): void => {
    taken += those.length - lengthOf(line);
    if (those.length > 0) lines.set(line, those);
    else lines.delete(line);
  };
  const takeFromLongest = (length: number): boolean => {
    const [[line, those] = ['', []]] = [...lines].toSorted(([, a], [, b]) => b.length - a.length);
    if (those.length <= length) return false;
    set(line, those.slice(0, -1));
    those.at(-1)?.refuse();
    return true;
  };

  return {
    join: (line, it) => {
      if (taken >= places && !takeFromLongest(lengthOf(line) + 1)) return false;
      set(line, [...(lines.get(line) ?? []), it]);
      return true;
    },
    leave: (line, it) => {
      set(
        line,
        (lines.get(line) ?? []).filter((other) => other !== it),
      );
    },
    next: () => {
      const [[line, [next, ...others]] = ['', []]] = lines;
      set(line, []);
      set(line, others);
      return next;
    },
  };
}
