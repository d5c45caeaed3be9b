import type { DispatcherContext } from './dispatcher-context.js';
import { queuedEvents } from './queued-events.js';

/** Makes deliveries of the next page of the log, then moves the endpoint's position past it. False: the log has no more. */
export async function queueFromLog({ deps, options, state }: DispatcherContext): Promise<boolean> {
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
