import type { Log } from '../application/ports/log.js';

/** A background task that runs again and again, never twice at once unless one turn never comes to its end. */
export type Loop = {
  readonly start: () => void;
  /** Run soon, without waiting for the interval. Many calls before the next run are one. */
  readonly wake: () => void;
  /** No further run; resolves when the one under way has come to the end of its page. */
  readonly stop: () => Promise<void>;
};

export type LoopOptions = {
  readonly name: string;
  readonly everyMs: number;
  /** How long a wake waits for others to join it, so that one run does the work of many. */
  readonly gatherMs: number;
  readonly run: (stopping: () => boolean) => Promise<unknown>;
  readonly log: Log;
};

const longestPauseMs = 10_000;
/** A turn that lasts so long is asked to end, as at a stop. */
const turnMs = 300_000;
/** One that does not is left to itself, so that something that never answers does not hold up the background for ever. */
const longestTurnMs = 2 * turnMs;

/** Failures are told and tried again, later each time up to 10 s: the database may be away for as long as it likes. */
export function makeLoop({ name, everyMs, gatherMs, run, log }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | null = null;
  let timerDueAt = Infinity;
  let running: Promise<void> | null = null;
  let isStopped = true;
  let isWoken = false;
  let failures = 0;

  const schedule = (delayMs: number): void => {
    const dueAt = performance.now() + delayMs;
    if (isStopped || running !== null || (timer !== null && timerDueAt <= dueAt)) return;
    if (timer !== null) clearTimeout(timer);
    timerDueAt = dueAt;
    timer = setTimeout(turn, delayMs);
  };

  const turn = (): void => {
    timer = null;
    isWoken = false;
    running = attempt().finally(() => {
      running = null;
      schedule(isWoken && failures === 0 ? gatherMs : pauseMs());
    });
  };

  const attempt = async (): Promise<void> => {
    try {
      await withinLongestTurn((isOver) => run(() => isStopped || isOver()));
      if (failures > 0) log.info('the background task works again', { task: name });
      failures = 0;
    } catch (error) {
      failures += 1;
      log.warn('a background task failed and will be tried again', { task: name, failures, error });
    }
  };

  const pauseMs = (): number => (failures === 0 ? everyMs : retryAfterMs(everyMs, failures));

  return {
    start: () => {
      isStopped = false;
      schedule(0);
    },
    wake: () => {
      isWoken = true;
      if (failures === 0) schedule(gatherMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
    },
  };
}

/** Whatever the turn does after it was given up may be done beside the next one: other processes do so all the time. */
async function withinLongestTurn(turn: (isOver: () => boolean) => Promise<unknown>): Promise<void> {
  const begunAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it did not come to an end and is left to itself'));
    }, longestTurnMs);
  });
  try {
    await Promise.race([turn(() => performance.now() - begunAt >= turnMs), givenUp]);
  } finally {
    clearTimeout(timer);
  }
}

function retryAfterMs(everyMs: number, failures: number): number {
  return Math.min(everyMs * 2 ** Math.min(failures, 10), longestPauseMs);
}
