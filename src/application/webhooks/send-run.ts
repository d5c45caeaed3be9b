import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WaitingDelivery } from '../ports/webhook-delivery-store.js';
import { attemptDelivery, type AttemptResult, resultForRemovedEvent } from './attempt-delivery.js';
import { failDispatcher, type DispatcherContext } from './dispatcher-context.js';
import { maySendMore } from './hold-lease.js';
import type { DueRun } from './due-runs.js';

/** The events that deliveries refer to, by their position in the log. */
export type EventsByPosition = ReadonlyMap<number, DomainEvent>;

/**
 * Sends the deliveries of one subscription one after the other, up to the first that is to be tried again. Ends when all
 * outcomes are written.
 */
export async function sendRun(
  dispatcher: DispatcherContext,
  { deliveries }: DueRun,
  events: EventsByPosition,
): Promise<void> {
  const written: Promise<void>[] = [];
  for (const delivery of deliveries) {
    if (!(await maySendMore(dispatcher))) break;
    const result = await attempt(dispatcher, delivery, events.get(delivery.position));
    if (result === null || (await updateEndpoint(dispatcher, result)) === 'gone') break;
    const { outcome } = result;
    written.push(
      dispatcher.record(outcome).catch((error: unknown) => {
        failDispatcher(dispatcher, error);
      }),
    );
    reportOutcome(dispatcher, delivery, result);
    if (outcome.state === 'failed') break;
  }
  await Promise.all(written);
}

function attempt(
  { deps, options, state }: DispatcherContext,
  delivery: WaitingDelivery,
  event: DomainEvent | undefined,
): Promise<AttemptResult | null> {
  if (event === undefined) return Promise.resolve(resultForRemovedEvent(deps, delivery));
  const { zone, signal } = options;
  return attemptDelivery(deps, { endpoint: state.endpoint, delivery, event, zone, signal });
}

/** What an attempt means for the endpoint as a whole: the receiver may be silent, ask for a pause, or be gone. */
async function updateEndpoint(
  { deps, options, state }: DispatcherContext,
  result: AttemptResult,
): Promise<'gone' | 'goes on'> {
  state.isSilent = result.isSilent;
  if (result.pausedUntil !== null) {
    state.pausedUntil = laterOf(state.pausedUntil, result.pausedUntil);
    state.isOver = true;
  }
  if (!result.isGone) return 'goes on';
  const { organisationId, id } = options;
  await deps.webhookEndpoints.disable(organisationId, id, state.endpoint.url);
  state.isOver = true;
  deps.log.warn('a webhook endpoint answered 410 and was disabled', { organisationId, id });
  return 'gone';
}

function laterOf(known: Instant | null, next: Instant): Instant {
  return known === null || next > known ? next : known;
}

function reportOutcome(
  { deps, options }: DispatcherContext,
  delivery: WaitingDelivery,
  { outcome }: AttemptResult,
): void {
  const { state, attempt } = outcome;
  deps.onAttempt(state, attempt.durationMs);
  if (state !== 'dead') return;
  const { organisationId, id: endpointId } = options;
  const facts = { organisationId, endpointId, eventId: delivery.eventId };
  deps.log.warn('a webhook was given up after its last try', facts);
}
