import type { Output } from './operator-application.js';

/** One line that says how far a long command is: for a person at a terminal only, and not more often than one can read. */
export type Progress = {
  show(text: string): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
};

const everyMs = 300;
const eraseLine = '\r\u001B[K';

/** Writes to the terminal, or nothing if no person looks on. */
export function makeProgress(terminal: Output): Progress {
  let shownAt = -Infinity;
  let isShown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (terminal.isTTY !== true || now - shownAt < everyMs) return;
      terminal.write(eraseLine + text);
      shownAt = now;
      isShown = true;
    },
    clear: () => {
      if (isShown) terminal.write(eraseLine);
      isShown = false;
    },
  };
}
