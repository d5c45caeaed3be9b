import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { WaitingDelivery } from '../ports/webhook-delivery-store.js';
import { failDispatcher, firstPage, type DispatcherContext } from './dispatcher-context.js';
import { maySendMore } from './hold-lease.js';
import { dueRuns, type DueRun } from './due-runs.js';
import { sendRun, type EventsByPosition } from './send-run.js';

const largestPage = 200;
/** Subscriptions of one endpoint at once; but one alone while its receiver does not answer at all. */
const mostAtOnce = 10;

/** Starts what is due of the subscriptions that nothing is being sent of. False: nothing is due. */
export async function startDueRuns(dispatcher: DispatcherContext): Promise<boolean> {
  const { deps, options, state, busy } = dispatcher;
  const { organisationId, id } = options;
  const now = deps.clock.now();
  const page = { now, except: [...busy.keys()], limit: state.pageSize };
  const due = await deps.webhookDeliveries.findDue(organisationId, id, page);
  if (due.length === 0) return false;
  const { runs, postponed } = dueRuns(await withEarlierDeliveries(dispatcher, due), now);
  await deps.webhookDeliveries.postpone(organisationId, id, postponed);
  const events = await eventsOf(dispatcher, runs);
  for (const run of runs) {
    await awaitRoom(dispatcher);
    if (!(await maySendMore(dispatcher))) break;
    busy.set(run.subscriptionId, sendRunSafely(dispatcher, run, events));
  }
  state.pageSize = state.isSilent ? firstPage : Math.min(2 * state.pageSize, largestPage);
  return true;
}

/** What is due, and what stands before it in its subscription though it is not due yet. */
function withEarlierDeliveries(
  { deps, options: { organisationId, id } }: DispatcherContext,
  due: readonly WaitingDelivery[],
): Promise<readonly WaitingDelivery[]> {
  const subscriptionIds = [...new Set(due.map((it) => it.subscriptionId))];
  const upTo = Math.max(...due.map((it) => it.position));
  return deps.webhookDeliveries.findWaiting(organisationId, id, { subscriptionIds, upTo });
}

async function eventsOf(
  { deps, options: { organisationId } }: DispatcherContext,
  runs: readonly DueRun[],
): Promise<EventsByPosition> {
  const positions = runs.flatMap((run) => run.deliveries.map((it) => it.position));
  const found = await deps.webhookEvents.findAt(organisationId, positions);
  return new Map<number, DomainEvent>(found.map(({ position, event }) => [position, event]));
}

async function awaitRoom({ state, busy }: DispatcherContext): Promise<void> {
  while (busy.size >= (state.isSilent ? 1 : mostAtOnce)) await Promise.race(busy.values());
}

/** Never rejects: a failure ends the dispatcher. */
async function sendRunSafely(
  dispatcher: DispatcherContext,
  run: DueRun,
  events: EventsByPosition,
): Promise<void> {
  try {
    await sendRun(dispatcher, run, events);
  } catch (error) {
    failDispatcher(dispatcher, error);
  }
  dispatcher.busy.delete(run.subscriptionId);
}
