import type { WebhookStanding } from '../../../src/application/ports/webhook-standing.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** How deliveries stand. */
export function makeWebhookStanding({ webhookDeliveries }: Memory): WebhookStanding {
  return inOneStep<WebhookStanding>({
    countDead: (organisationId, { endpointIds, limit }) =>
      rowsOf(webhookDeliveries, organisationId)
        .filter((it) => it.state === 'dead' && endpointIds.includes(it.endpointId))
        .slice(0, limit).length,

    findOldestWaiting: (organisationId, endpointIds) => {
      const [oldest] = rowsOf(webhookDeliveries, organisationId)
        .filter((it) => it.state === 'pending' || it.state === 'failed')
        .filter((it) => endpointIds.includes(it.endpointId))
        .toSorted((a, b) => a.position - b.position);
      return oldest?.eventId ?? null;
    },
  });
}
