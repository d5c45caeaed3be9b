import { expect, test } from '@jest/globals';
import { makeSkipEvents } from '../../../../src/application/webhooks/skip-events.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld } from './webhook-world.js';

test('Skipping moves every endpoint to the end of the log, and forgets what waits', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  const { deps, organisationId } = world;
  const [first, second] = [
    await world.add('https://receiver.test/a'),
    await world.add('https://receiver.test/b'),
  ];
  await world.happen(3);
  await deps.webhookEndpoints.advance(organisationId, first.key.id, 2);
  await world.replay({ ...first.key, after: null, before: null });
  expect(await makeSkipEvents(deps)(organisationId)).toEqual({ ok: true, endpoints: 2 });
  for (const { key } of [first, second]) {
    const endpoint = await deps.webhookEndpoints.find(organisationId, key.id);
    expect(endpoint?.position).toBe(3);
    const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 10 });
    expect(listed).toEqual({ ok: true, deliveries: [], next: null });
  }
});
