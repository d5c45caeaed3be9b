import { expect, test } from '@jest/globals';
import { makeReadWebhookStanding } from '../../../../src/application/webhooks/read-webhook-standing.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld } from './webhook-world.js';

test('How webhooks stand is told over all endpoints: what was given up, and what waits longest', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  const { organisationId, deps } = world;
  const read = makeReadWebhookStanding(deps);
  expect(await read(organisationId, 7)).toEqual({ dead: 0, oldest: null });
  const events = await world.happen(2);
  const { key } = await world.add('https://a.test/');
  expect(await read(organisationId, 7)).toEqual({ dead: 0, oldest: null });
  await world.replay({ ...key, after: null, before: null });
  const { occurredAt } = events[0] ?? {};
  expect(await read(organisationId, 7)).toEqual({ dead: 0, oldest: { position: 1, occurredAt } });
  const attempt = { at: world.time.now(), status: 500, failure: null, durationMs: 1, answer: null };
  await deps.webhookDeliveries.record(
    organisationId,
    key.id,
    [1, 2].map((position) => ({ tries: 0, replays: 0, state: 'dead', position, attempt })),
  );
  expect(await read(organisationId, 7)).toEqual({ dead: 2, oldest: null });
  expect(await read(organisationId, 1)).toEqual({ dead: 1, oldest: null });
});
