import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WaitingDelivery } from '../ports/webhook-delivery-store.js';
import { attemptDelivery, type Attempted, withoutEvent } from './attempt-delivery.js';
import { mayGoOn } from './hold-lane.js';
import { failLane, firstPage, type LaneContext } from './lane-context.js';
import { nextRuns, type Run } from './next-runs.js';
import { queuedEvents } from './queued-events.js';

const largestPage = 200;
/** Subscriptions of one endpoint at once; but one alone while its receiver does not answer at all. */
const mostAtOnce = 10;

/** Makes deliveries of the next page of the log, then moves the endpoint's place past it. False: there is none. */
export async function queueFromLog({ deps, options, state }: LaneContext): Promise<boolean> {
  const { organisationId, id } = options;
  const { position: after, types } = state.endpoint;
  const page = await deps.events.read(organisationId, { after, limit: state.pageSize });
  const position = page.at(-1)?.position;
  if (position === undefined) return false;
  const events = queuedEvents(page, types);
  if (events.length > 0) {
    const batch = { events, now: deps.clock.now() };
    await deps.webhookDeliveries.queue(organisationId, id, batch);
  }
  await deps.webhookEndpoints.advance(organisationId, id, position);
  state.endpoint = { ...state.endpoint, position };
  return true;
}

/** Starts what is due of subscriptions that nothing is being sent of. False: there is nothing. */
export async function startDueRuns(lane: LaneContext): Promise<boolean> {
  const { deps, options, state, busy } = lane;
  const { organisationId, id } = options;
  const now = deps.clock.now();
  const page = { now, except: [...busy.keys()], limit: state.pageSize };
  const due = await deps.webhookDeliveries.findDue(organisationId, id, page);
  if (due.length === 0) return false;
  const { runs, postponed } = nextRuns(await withWhatIsBefore(lane, due), now);
  await deps.webhookDeliveries.postpone(organisationId, id, postponed);
  const events = await eventsOf(lane, runs);
  for (const run of runs) {
    await freePlace(lane);
    if (!(await mayGoOn(lane))) break;
    busy.set(run.subscriptionId, sendAndLeave(lane, run, events));
  }
  state.pageSize = state.isSilent ? firstPage : Math.min(2 * state.pageSize, largestPage);
  return true;
}

type Events = ReadonlyMap<number, DomainEvent>;

/** What is due may stand behind something that is not. */
function withWhatIsBefore(
  { deps, options: { organisationId, id } }: LaneContext,
  due: readonly WaitingDelivery[],
): Promise<readonly WaitingDelivery[]> {
  const subscriptionIds = [...new Set(due.map((it) => it.subscriptionId))];
  const upTo = Math.max(...due.map((it) => it.position));
  return deps.webhookDeliveries.findWaiting(organisationId, id, { subscriptionIds, upTo });
}

async function eventsOf(
  { deps, options: { organisationId } }: LaneContext,
  runs: readonly Run[],
): Promise<Events> {
  const positions = runs.flatMap((run) => run.deliveries.map((it) => it.position));
  const found = await deps.webhookEvents.findAt(organisationId, positions);
  return new Map(found.map(({ position, event }) => [position, event]));
}

async function freePlace({ state, busy }: LaneContext): Promise<void> {
  while (busy.size >= (state.isSilent ? 1 : mostAtOnce)) await Promise.race(busy.values());
}

async function sendAndLeave(lane: LaneContext, run: Run, events: Events): Promise<void> {
  try {
    await sendRun(lane, run, events);
  } catch (error) {
    failLane(lane, error);
  }
  lane.busy.delete(run.subscriptionId);
}

/** One after the other, up to the first that is to be tried again. Ends when all that came of it is written. */
async function sendRun(lane: LaneContext, { deliveries }: Run, events: Events): Promise<void> {
  const written: Promise<void>[] = [];
  for (const delivery of deliveries) {
    if (!(await mayGoOn(lane))) break;
    const attempted = await attempt(lane, delivery, events.get(delivery.position));
    if (attempted === null || (await heed(lane, attempted)) === 'gone') break;
    const { outcome } = attempted;
    written.push(
      lane.record(outcome).catch((error: unknown) => {
        failLane(lane, error);
      }),
    );
    tell(lane, delivery, attempted);
    if (outcome.state === 'failed') break;
  }
  await Promise.all(written);
}

function attempt(
  { deps, options, state }: LaneContext,
  delivery: WaitingDelivery,
  event: DomainEvent | undefined,
): Promise<Attempted | null> {
  if (event === undefined) return Promise.resolve(withoutEvent(deps, delivery));
  const { zone, signal } = options;
  return attemptDelivery(deps, { endpoint: state.endpoint, delivery, event, zone, signal });
}

/** What the endpoint as a whole learns from a try. */
async function heed(lane: LaneContext, attempted: Attempted): Promise<'gone' | 'goes on'> {
  const { deps, options, state } = lane;
  state.isSilent = attempted.isSilent;
  if (attempted.pausedUntil !== null) {
    state.pausedUntil = laterOf(state.pausedUntil, attempted.pausedUntil);
    state.isOver = true;
  }
  if (!attempted.isGone) return 'goes on';
  const { organisationId, id } = options;
  await deps.webhookEndpoints.disable(organisationId, id, state.endpoint.url);
  state.isOver = true;
  deps.log.warn('a webhook endpoint answered 410 and was disabled', { organisationId, id });
  return 'gone';
}

function laterOf(known: Instant | null, next: Instant): Instant {
  return known === null || next > known ? next : known;
}

function tell({ deps, options }: LaneContext, delivery: WaitingDelivery, { outcome }: Attempted) {
  const { state, attempt } = outcome;
  deps.onAttempt(state, attempt.durationMs);
  if (state !== 'dead') return;
  const { organisationId, id: endpointId } = options;
  const facts = { organisationId, endpointId, eventId: delivery.eventId };
  deps.log.warn('a webhook was given up after its last try', facts);
}
