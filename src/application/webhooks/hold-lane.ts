import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { LaneContext, LaneDeps, LaneOptions } from './lane-context.js';

/** Far longer than a message takes, also one that begins just before the right is held on to. */
const heldForMs = 60_000;
const heldAgainAfterMs = 20_000;

/** Takes the right to send to an endpoint, or holds it longer. Null: it is gone, disabled, or somebody else's. */
export function takeLane(
  { webhookEndpoints }: LaneDeps,
  { organisationId, id, owner }: LaneOptions,
  now: Instant,
): Promise<WebhookEndpoint | null> {
  const lane = { owner, now, until: toInstant(now + heldForMs) };
  return webhookEndpoints.takeLane(organisationId, id, lane);
}

/** Asked before each message. Holds the right longer where it is time to, and sees what became of the endpoint. */
export async function mayGoOn({ deps, options, state }: LaneContext): Promise<boolean> {
  const now = deps.clock.now();
  if (!options.isStopping() && !state.isOver && now - state.heldAt >= heldAgainAfterMs) {
    // Said beforehand, so that of many who ask at once only one goes.
    state.heldAt = now;
    const endpoint = await takeLane(deps, options, now);
    if (endpoint === null) state.isOver = true;
    else state.endpoint = endpoint;
  }
  return !options.isStopping() && !state.isOver;
}
