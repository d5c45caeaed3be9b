import type { CommittedRows } from '../application/commit/drain-committed.js';
import type { DrainOutbox } from '../application/commit/drain-outbox.js';
import type { ForgetOldAnswers } from '../application/idempotency/forget-old-answers.js';
import type { RunPeriodEnd } from '../application/period-end/run-period-end.js';
import type { Log } from '../application/ports/log.js';
import type { StoredUserProduct } from '../application/ports/user-product-store.js';
import type { RemoveOldCarts } from '../application/retention/remove-old-carts.js';
import type { RemoveOldEvents } from '../application/retention/remove-old-events.js';
import type { RemoveOldPageAccess } from '../application/retention/remove-old-page-access.js';
import type { DeliverWebhooks } from '../application/webhooks/deliver-webhooks.js';
import { type Loop, makeLoop } from './loop.js';

export type Worker = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Something was committed in this process, and left this in its documents: drain soon. */
  readonly onCommitted: (rows: readonly StoredUserProduct[]) => void;
};

export type WorkerDeps = {
  readonly runPeriodEnd: RunPeriodEnd;
  readonly drainOutbox: DrainOutbox;
  readonly committedRows: CommittedRows;
  /** Absent: this process sends no webhooks. */
  readonly deliverWebhooks?: DeliverWebhooks;
  /** Null: events stay for ever. */
  readonly removeOldEvents: RemoveOldEvents | null;
  readonly forgetOldAnswers: ForgetOldAnswers;
  readonly removeOldCarts: RemoveOldCarts;
  readonly removeOldPageAccess: RemoveOldPageAccess;
  readonly log: Log;
};

const periodEndEveryMs = 1_000;
const drainEveryMs = 500;
/** While this process commits and drains its own, what others have left is looked for this often. */
const lookEveryMs = 5_000;
const webhooksEveryMs = 1_000;
const retentionEveryMs = 3_600_000;
/** A commit's events wait this long for others', so that one bulk writes them all. */
const gatherMs = 200;
/** What was drained is in the log already: a wake need not wait for others. */
const dispatchGatherMs = 10;

/** The background of the product: period ends, the outbox, webhooks, retention. Any number may run beside each other. */
export function makeWorker(deps: WorkerDeps): Worker {
  const { runPeriodEnd, committedRows, deliverWebhooks, log } = deps;
  const drainOnce = makeDrainOnce(deps);
  let isStarted = false;
  const retention = makeRetentionLoop(deps);
  const webhooks = deliverWebhooks && makeWebhooksLoop(deliverWebhooks, log);
  const drain: Loop = makeLoop({
    name: 'outbox',
    everyMs: drainEveryMs,
    gatherMs,
    run: async () => {
      if ((await drainOnce()) > 0) webhooks?.wake();
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
      isStarted = true;
      drain.start();
      periodEnd.start();
      webhooks?.start();
      retention.start();
    },
    onCommitted: (rows) => {
      if (!isStarted) return;
      committedRows.keep(rows);
      drain.wake();
    },
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

/** What this process has committed is drained from memory; what the database holds besides, when nothing was. */
function makeDrainOnce({ committedRows, drainOutbox }: WorkerDeps): () => Promise<number> {
  let lookedAt = -Infinity;
  return async () => {
    const drained = await committedRows.drain();
    if (drained > 0 && performance.now() - lookedAt < lookEveryMs) return drained;
    lookedAt = performance.now();
    return drained + (await drainOutbox('all'));
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

function makeRetentionLoop(deps: WorkerDeps): Loop {
  const { removeOldEvents, forgetOldAnswers, removeOldCarts, removeOldPageAccess, log } = deps;
  const run = async (stopping: () => boolean): Promise<void> => {
    await forgetOldAnswers(stopping);
    await removeOldCarts(stopping);
    await removeOldPageAccess(stopping);
    const events = (await removeOldEvents?.(stopping)) ?? 0;
    if (events > 0) log.info('old events were removed', { events });
  };
  return makeLoop({ name: 'retention', everyMs: retentionEveryMs, gatherMs, run, log });
}
