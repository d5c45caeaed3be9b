import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OrganisationId, WebhookEndpointId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-11-01T12:00:00Z');

/** What whoever looks at webhooks may rely on of any `WebhookStanding`. */
export function webhookStandingContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  test('How webhooks stand is told of some endpoints of an organisation alone', async () => {
    const organisationId = newId<OrganisationId>();
    const [one, other] = [newId<WebhookEndpointId>(), newId<WebhookEndpointId>()];
    const queued = (position: number) => ({
      position,
      eventId: newId<never>(),
      eventType: 'user_product_renewed' as const,
      subscriptionId: newId<never>(),
    });
    const events = [queued(1), queued(2), queued(3)];
    const { webhookDeliveries: deliveries, webhookStanding: standing } = stores;
    await deliveries.queue(organisationId, one, { events, now: noon });
    await deliveries.queue(organisationId, other, { events: [queued(4)], now: noon });
    const attempt = { at: noon, status: 500, failure: null, durationMs: 1, answer: null };
    const tried = { tries: 0, replays: 0, attempt };
    await deliveries.record(organisationId, one, [
      { ...tried, position: 1, state: 'dead' },
      { ...tried, position: 2, state: 'failed', nextAttemptAt: noon },
    ]);
    const dead = (endpointIds: readonly WebhookEndpointId[], limit = 9) =>
      standing.countDead(organisationId, { endpointIds, limit });
    expect([await dead([one, other]), await dead([other]), await dead([])]).toEqual([1, 0, 0]);
    expect(await standing.countDead(newId(), { endpointIds: [one], limit: 9 })).toBe(0);
    const oldest = await standing.findOldestWaiting(organisationId, [other, one]);
    expect(oldest).toBe(events[1]?.eventId);
    expect(await standing.findOldestWaiting(newId(), [one])).toBeNull();
  });
}
