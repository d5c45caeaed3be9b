import { expect, test } from '@jest/globals';
import {
  makeFindDelivery,
  makeReplayDelivery,
} from '../../../../src/application/webhooks/find-delivery.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { makeWebhookWorld } from './webhook-world.js';

test('One delivery is found by its place, and alone is sent again', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  await world.happen(3);
  const { key } = await world.add('https://receiver.test/');
  await world.replay({ ...key, after: null, before: null });
  const findDelivery = makeFindDelivery(world.deps);
  const replayDelivery = makeReplayDelivery({ ...world.deps, findDelivery });
  expect(await findDelivery({ ...key, position: 2 })).toMatchObject({ position: 2, replays: 0 });
  expect(await replayDelivery({ ...key, position: 2 })).toEqual({ ok: true });
  const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 10 });
  expect(listed.ok && listed.deliveries.map((it) => it.replays)).toEqual([0, 1, 0]);
  expect(await findDelivery({ ...key, position: 4 })).toBeNull();
  const elsewhere = { organisationId: newId<typeof key.organisationId>(), id: key.id, position: 2 };
  expect(await findDelivery(elsewhere)).toBeNull();
  const refused = { ok: false, failure: 'unknown_delivery' };
  expect(await replayDelivery(elsewhere)).toEqual(refused);
});
