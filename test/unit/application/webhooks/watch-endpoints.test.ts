import { expect, test } from '@jest/globals';
import { makeWatchEndpoints } from '../../../../src/application/webhooks/watch-endpoints.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld } from './webhook-world.js';

test('Endpoints are watched together: what was tried in a day, and what waits longest at each', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  const { organisationId } = world;
  const events = await world.happen(3);
  const [one, two] = [await world.add('https://a.test/'), await world.add('https://b.test/')];
  await world.replay({ ...one.key, after: null, before: null });
  const attempt = { status: 200, failure: null, durationMs: 1, answer: null };
  const outcome = { tries: 0, replays: 0, state: 'delivered' } as const;
  const record = (position: number) =>
    world.deps.webhookDeliveries.record(organisationId, one.key.id, [
      { ...outcome, position, attempt: { ...attempt, at: world.time.now() } },
    ]);
  await record(1);
  world.pass(25);
  await record(2);
  const watch = makeWatchEndpoints(world.deps);
  const seen = await watch(organisationId, [one.key.id, two.key.id]);
  expect(seen.tried.map((it) => it.position)).toEqual([2]);
  expect([...seen.oldest]).toEqual([
    [one.key.id, { position: 3, occurredAt: events[2]?.occurredAt }],
  ]);
  expect([seen.isTriedCut, seen.isOldestCut]).toEqual([false, false]);
  expect((await watch(organisationId, [])).tried).toEqual([]);
});
