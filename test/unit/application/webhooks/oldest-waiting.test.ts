import { expect, test } from '@jest/globals';
import type { OldestWaitingDeps } from '../../../../src/application/webhooks/oldest-waiting.js';
import { readOldestWaiting } from '../../../../src/application/webhooks/oldest-waiting.js';
import type { OrganisationId, WebhookEndpointId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { makeWebhookWorld } from './webhook-world.js';

test('What waits longest is the first place of each endpoint, with when it happened where the log still says', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  const { organisationId, deps } = world;
  const events = await world.happen(2);
  const [one, two] = [await world.add('https://a.test/'), await world.add('https://b.test/')];
  await world.replay({ ...one.key, after: null, before: null });
  const gone = {
    ...{ position: 9, eventId: newId<never>(), subscriptionId: newId<never>() },
    eventType: 'user_product_renewed' as const,
  };
  const queue = { events: [gone], now: world.time.now() };
  await deps.webhookDeliveries.queue(organisationId, two.key.id, queue);
  const endpointIds = [one.key.id, two.key.id];
  const { oldest, isOldestCut } = await readOldestWaiting(deps, organisationId, {
    ...{ endpointIds, limit: 9 },
  });
  expect(isOldestCut).toBe(false);
  expect(Object.fromEntries(oldest)).toEqual({
    [one.key.id]: { position: 1, occurredAt: events[0]?.occurredAt },
    [two.key.id]: { position: 9, occurredAt: null },
  });
  const cut = await readOldestWaiting(deps, organisationId, { endpointIds, limit: 2 });
  expect([[...cut.oldest.keys()], cut.isOldestCut]).toEqual([[one.key.id], true]);
});

test('Of no endpoint nothing is asked', async () => {
  const never = () => Promise.reject(new Error('asked'));
  const deps: OldestWaitingDeps = {
    webhookDeliveries: { oldestWaiting: never },
    webhookEvents: { findAt: never },
  };
  const none: readonly WebhookEndpointId[] = [];
  const organisationId = newId<OrganisationId>();
  const told = await readOldestWaiting(deps, organisationId, { endpointIds: none, limit: 1 });
  expect(told).toEqual({ oldest: new Map(), isOldestCut: false });
});
