import type { SubscriptionId } from '../../domain/ids.js';
import { mayGoOn, takeLane } from './hold-lane.js';
import {
  failLane,
  firstPage,
  type LaneContext,
  type LaneDeps,
  type LaneOptions,
} from './lane-context.js';
import { makeRecordOutcomes } from './record-outcomes.js';
import { queueFromLog, startDueRuns } from './turn-of-lane.js';

export type Lane = {
  /** There may be more to do. */
  readonly nudge: () => void;
  /** Resolves when there is nothing to do any more; rejects where the database failed it. */
  readonly done: Promise<void>;
};

/**
 * Sends to one endpoint what the log has for it, until there is nothing to do. One process at a time has the right to,
 * so events go out in order without a claim on each; and what one receiver does costs no other anything.
 */
export function startLane(deps: LaneDeps, options: LaneOptions): Lane {
  let nudge = (): void => undefined;
  const nudged = (): Promise<void> =>
    new Promise((resolve) => {
      nudge = resolve;
    });
  return {
    nudge: () => {
      nudge();
    },
    done: run(deps, options, nudged),
  };
}

async function run(
  deps: LaneDeps,
  options: LaneOptions,
  nudged: () => Promise<void>,
): Promise<void> {
  const lane = await open(deps, options);
  if (lane === null) return;
  const { busy, state } = lane;
  try {
    while (await mayGoOn(lane)) {
      const isQueued = await queueFromLog(lane);
      const isStarted = await startDueRuns(lane);
      if (isQueued || isStarted) continue;
      if (busy.size === 0) break;
      await Promise.race([...busy.values(), nudged()]);
    }
  } catch (error) {
    failLane(lane, error);
  }
  await Promise.all(busy.values());
  await close(lane);
  if (state.failure !== null) throw state.failure.error;
}

async function open(deps: LaneDeps, options: LaneOptions): Promise<LaneContext | null> {
  const heldAt = deps.clock.now();
  const endpoint = await takeLane(deps, options, heldAt);
  if (endpoint === null) return null;
  const { organisationId, id } = options;
  return {
    deps,
    options,
    state: {
      endpoint,
      heldAt,
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

/** Where the database is away the right runs out by itself. */
async function close(lane: LaneContext): Promise<void> {
  const { deps, options, state } = lane;
  const { organisationId, id, owner } = options;
  const { pausedUntil } = state;
  try {
    await deps.webhookEndpoints.leaveLane(organisationId, id, { owner, pausedUntil });
  } catch (error) {
    failLane(lane, error);
  }
}
