import type { SubscriptionId } from '../../domain/ids.js';
import { maySendMore, takeLease } from './hold-lease.js';
import {
  failDispatcher,
  firstPage,
  type DispatcherContext,
  type DispatcherDeps,
  type DispatcherOptions,
} from './dispatcher-context.js';
import { makeRecordOutcomes } from './record-outcomes.js';
import { queueFromLog } from './queue-from-log.js';
import { startDueRuns } from './send-due.js';

/** What sends to one endpoint, in this process. */
export type Dispatcher = {
  /** There may be more to do: it looks at once, if it waits. */
  readonly wake: () => void;
  /** Resolves when there is nothing to do any more; rejects where the database failed it. */
  readonly done: Promise<void>;
};

/**
 * Sends to one endpoint what the log has for it, until there is nothing to do. Only one process at a time holds the
 * lease of an endpoint, so events go out in order without a claim on each; and each endpoint has a dispatcher of its own,
 * so one receiver that is slow does not delay the others.
 */
export function startDispatcher(deps: DispatcherDeps, options: DispatcherOptions): Dispatcher {
  let wake = (): void => undefined;
  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    wake: () => {
      wake();
    },
    done: run(deps, options, woken),
  };
}

async function run(
  deps: DispatcherDeps,
  options: DispatcherOptions,
  woken: () => Promise<void>,
): Promise<void> {
  const dispatcher = await open(deps, options);
  if (dispatcher === null) return;
  const { busy, state } = dispatcher;
  try {
    while (await maySendMore(dispatcher)) {
      const isQueued = await queueFromLog(dispatcher);
      const isStarted = await startDueRuns(dispatcher);
      if (isQueued || isStarted) continue;
      if (busy.size === 0) break;
      await Promise.race([...busy.values(), woken()]);
    }
  } catch (error) {
    failDispatcher(dispatcher, error);
  }
  await Promise.all(busy.values());
  await close(dispatcher);
  if (state.failure !== null) throw state.failure.error;
}

async function open(
  deps: DispatcherDeps,
  options: DispatcherOptions,
): Promise<DispatcherContext | null> {
  const leasedAt = deps.clock.now();
  const endpoint = await takeLease(deps, options, leasedAt);
  if (endpoint === null) return null;
  const { organisationId, id } = options;
  return {
    deps,
    options,
    state: {
      endpoint,
      leasedAt,
      isOver: false,
      pageSize: firstPage,
      isSilent: false,
      pausedUntil: null,
      failure: null,
    },
    record: makeRecordOutcomes((outcomes) =>
      deps.webhookDeliveries.record(organisationId, id, outcomes),
    ),
    busy: new Map<SubscriptionId, Promise<void>>(),
  };
}

/** Gives the lease back. If the database is away, the lease runs out by itself. */
async function close(dispatcher: DispatcherContext): Promise<void> {
  const { deps, options, state } = dispatcher;
  const { organisationId, id, owner } = options;
  const { pausedUntil } = state;
  try {
    await deps.webhookEndpoints.endLease(organisationId, id, { owner, pausedUntil });
  } catch (error) {
    failDispatcher(dispatcher, error);
  }
}
