import { expect, test } from '@jest/globals';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { makeWebhookWorld } from './webhook-world.js';

test('Deliveries are listed page by page in log order; the last page says that none follows', async () => {
  const world = await makeWebhookWorld(openMemoryStores());
  await world.happen(4);
  const { key } = await world.add('https://receiver.test/');
  await world.replay({ ...key, after: null, before: null });
  const page = async (after: number, limit: number) => {
    const listed = await world.listDeliveries({ ...key, state: 'pending', after, limit });
    return listed.ok ? [listed.deliveries.map((it) => it.position), listed.next] : listed;
  };
  expect(await page(0, 3)).toEqual([[1, 2, 3], 3]);
  expect(await page(3, 3)).toEqual([[4], null]);
  expect(await page(0, 4)).toEqual([[1, 2, 3, 4], null]);
  const none = { ...key, id: newId<typeof key.id>() };
  expect(await world.listDeliveries({ ...none, state: null, after: 0, limit: 1 })).toEqual({
    ok: false,
    failure: 'unknown_endpoint',
  });
});
