import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { DispatcherContext, DispatcherDeps, DispatcherOptions } from './dispatcher-context.js';

/** Far longer than one message takes, also one that begins just before the lease is extended. */
const leaseMs = 60_000;
const extendAfterMs = 20_000;

/** Takes the lease of an endpoint, or extends it. Null: the endpoint is gone or disabled, or another process has the lease. */
export function takeLease(
  { webhookEndpoints }: DispatcherDeps,
  { organisationId, id, owner }: DispatcherOptions,
  now: Instant,
): Promise<WebhookEndpoint | null> {
  const lease = { owner, now, until: toInstant(now + leaseMs) };
  return webhookEndpoints.takeLease(organisationId, id, lease);
}

/** Asked before each message. Extends the lease when it is time to, and sees what became of the endpoint. */
export async function maySendMore({ deps, options, state }: DispatcherContext): Promise<boolean> {
  const now = deps.clock.now();
  if (!options.isStopping() && !state.isOver && now - state.leasedAt >= extendAfterMs) {
    // Set before waiting, so that only one of many that ask at once extends it.
    state.leasedAt = now;
    const endpoint = await takeLease(deps, options, now);
    if (endpoint === null) state.isOver = true;
    else state.endpoint = endpoint;
  }
  return !options.isStopping() && !state.isOver;
}
