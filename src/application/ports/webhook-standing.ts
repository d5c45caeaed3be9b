import type { EventId, OrganisationId, WebhookEndpointId } from '../../domain/ids.js';

/** How deliveries of some endpoints stand: for people who look, never to decide by. */
export type WebhookStanding = {
  /** Those that were given up; counting stops at the limit. */
  countDead(
    organisationId: OrganisationId,
    query: { readonly endpointIds: readonly WebhookEndpointId[]; readonly limit: number },
  ): Promise<number>;
  /** Of what is not finished, the event that stands first in the log; null where all is. */
  findOldestWaiting(
    organisationId: OrganisationId,
    endpointIds: readonly WebhookEndpointId[],
  ): Promise<EventId | null>;
};
