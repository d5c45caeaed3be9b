import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeReplayCounted } from '../../../../src/application/webhooks/replay-counted.js';
import { makeCountReplay } from '../../../../src/application/webhooks/replay-events.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld, type WebhookWorld } from './webhook-world.js';

describe('A replay of a range that was counted', () => {
  let world: WebhookWorld;
  beforeEach(async () => {
    world = await makeWebhookWorld(openMemoryStores());
    await world.happen(4);
    await world.happen(2, undefined, { type: 'package_upgrade' });
  });
  const everything = { after: null, before: null };

  test('queues as many as were counted, of the types that are wanted', async () => {
    const countReplay = makeCountReplay(world.deps);
    const replay = makeReplayCounted({ countReplay, replayEvents: world.replay });
    for (const [types, count] of [
      [null, 6],
      [['package_upgrade'], 2],
    ] as const) {
      const { key } = await world.add('https://receiver.test/', types);
      const range = { ...key, ...everything };
      expect(await countReplay(range)).toEqual({ ok: true, count, upTo: 6 });
      expect(await replay({ ...range, upTo: 6, count })).toEqual({ ok: true, queued: count });
      const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 10 });
      expect(listed.ok && listed.deliveries.length).toBe(count);
    }
  });

  test('queues none where it is another number by now', async () => {
    const countReplay = makeCountReplay(world.deps);
    const replay = makeReplayCounted({ countReplay, replayEvents: world.replay });
    const { key } = await world.add('https://receiver.test/');
    await world.updateEndpoint({ ...key, types: ['package_upgrade'] });
    const asked = { ...key, ...everything, upTo: 6, count: 6 };
    expect(await replay(asked)).toEqual({ ok: false, failure: 'count_moved', count: 2 });
    const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 10 });
    expect(listed).toMatchObject({ deliveries: [] });
  });
});
