import type { DrainOutbox } from '../application/change/drain-outbox.js';
import type { RunPeriodEnd } from '../application/period-end/run-period-end.js';
import type { Log } from '../application/ports/log.js';
import { type Loop, makeLoop } from './loop.js';

export type Worker = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Something was committed in this process: drain soon. */
  readonly onCommitted: () => void;
};

export type WorkerDeps = {
  readonly runPeriodEnd: RunPeriodEnd;
  readonly drainOutbox: DrainOutbox;
  readonly log: Log;
};

const periodEndEveryMs = 1_000;
const drainEveryMs = 500;
/** A commit's events wait this long for others', so that one bulk writes them all. */
const gatherMs = 200;

/** The background of the product: period ends, and the outbox. Any number may run beside each other. */
export function makeWorker({ runPeriodEnd, drainOutbox, log }: WorkerDeps): Worker {
  const drain: Loop = makeLoop({
    name: 'outbox',
    everyMs: drainEveryMs,
    gatherMs,
    run: () => drainOutbox('all'),
    log,
  });
  const periodEnd: Loop = makeLoop({
    name: 'period end',
    everyMs: periodEndEveryMs,
    gatherMs,
    run: runPeriodEnd,
    log,
  });
  return {
    start: () => {
      drain.start();
      periodEnd.start();
    },
    onCommitted: drain.wake,
    /** Period ends first: what they committed last is drained before the drain ends. */
    stop: async () => {
      await periodEnd.stop();
      await drain.stop();
    },
  };
}
