import type { DrainOutbox } from '../application/commit/drain-outbox.js';
import type { ForgetOldAnswers } from '../application/idempotency/forget-old-answers.js';
import type { RunPeriodEnd } from '../application/period-end/run-period-end.js';
import type { Log } from '../application/ports/log.js';
import type { RemoveOldEvents } from '../application/retention/remove-old-events.js';
import type { DeliverWebhooks } from '../application/webhooks/deliver-webhooks.js';
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
  /** Absent: this process sends no webhooks. */
  readonly deliverWebhooks?: DeliverWebhooks;
  /** Null: events stay for ever. */
  readonly removeOldEvents: RemoveOldEvents | null;
  readonly forgetOldAnswers: ForgetOldAnswers;
  readonly log: Log;
};

const periodEndEveryMs = 1_000;
const drainEveryMs = 500;
const webhooksEveryMs = 1_000;
const retentionEveryMs = 3_600_000;
/** A commit's events wait this long for others', so that one bulk writes them all. */
const gatherMs = 200;
/** What was drained is in the log already: a wake need not wait for others. */
const dispatchGatherMs = 10;

/** The background of the product: period ends, the outbox, webhooks, retention. Any number may run beside each other. */
export function makeWorker(deps: WorkerDeps): Worker {
  const { runPeriodEnd, drainOutbox, deliverWebhooks, log } = deps;
  const retention = makeRetentionLoop(deps);
  const webhooks = deliverWebhooks && makeWebhooksLoop(deliverWebhooks, log);
  const drain: Loop = makeLoop({
    name: 'outbox',
    everyMs: drainEveryMs,
    gatherMs,
    run: async () => {
      if ((await drainOutbox('all')) > 0) webhooks?.wake();
    },
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
      webhooks?.start();
      retention.start();
    },
    onCommitted: drain.wake,
    /** Period ends first: what they committed last is drained before the drain ends. */
    stop: async () => {
      await retention.stop();
      await periodEnd.stop();
      await drain.stop();
      await webhooks?.stop();
      await deliverWebhooks?.stop();
    },
  };
}

/** Each turn only starts what there is to do and does not wait for it: one receiver that hangs delays no other. */
function makeWebhooksLoop({ startDispatchers }: DeliverWebhooks, log: Log): Loop {
  return makeLoop({
    name: 'webhooks',
    everyMs: webhooksEveryMs,
    gatherMs: dispatchGatherMs,
    run: startDispatchers,
    log,
  });
}

function makeRetentionLoop({ removeOldEvents, forgetOldAnswers, log }: WorkerDeps): Loop {
  const run = async (stopping: () => boolean): Promise<void> => {
    await forgetOldAnswers(stopping);
    const events = (await removeOldEvents?.(stopping)) ?? 0;
    if (events > 0) log.info('old events were removed', { events });
  };
  return makeLoop({ name: 'retention', everyMs: retentionEveryMs, gatherMs, run, log });
}
