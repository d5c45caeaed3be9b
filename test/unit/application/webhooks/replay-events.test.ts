import { beforeEach, describe, expect, test } from '@jest/globals';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { makeWebhookWorld, type WebhookWorld } from './webhook-world.js';

let world: WebhookWorld;
let ids: readonly string[];
let key: Awaited<ReturnType<WebhookWorld['add']>>['key'];
beforeEach(async () => {
  world = await makeWebhookWorld(openMemoryStores());
  ids = (await world.happen(6)).map((it) => it.id);
  ({ key } = await world.add('https://receiver.test/'));
});
const idAt = (position: number | null) =>
  position === null ? null : ((ids[position - 1] ?? null) as never);

describe('A replay', () => {
  test.each([
    [null, null, [1, 2, 3, 4, 5, 6]],
    [2, 5, [3, 4]],
    [5, null, [6]],
    [null, 1, []],
    [6, null, []],
    [4, 2, []],
  ])('after %p and before %p queues %j', async (after, before, positions) => {
    const range = { ...key, after: idAt(after), before: idAt(before) };
    expect(await world.replay(range)).toEqual({ ok: true, queued: positions.length });
    const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 10 });
    expect(listed.ok && listed.deliveries.map((it) => it.position)).toEqual(positions);
  });

  test('stops where the endpoint has come to: what follows goes out by itself', async () => {
    await world.happen(3);
    const range = { ...key, after: null, before: null };
    expect(await world.replay(range)).toEqual({ ok: true, queued: 6 });
  });

  test('goes over more than one page of the log', async () => {
    await world.happen(1_200);
    const later = await world.add('https://receiver.test/later');
    const range = { ...later.key, after: null, before: null };
    expect(await world.replay(range)).toEqual({ ok: true, queued: 1_206 });
  });

  test('at an endpoint or from an event that is not there is refused', async () => {
    const range = { ...key, after: null, before: null };
    expect(await world.replay({ ...range, id: newId<typeof key.id>() })).toEqual({
      ok: false,
      failure: 'unknown_endpoint',
    });
    expect(await world.replay({ ...range, before: newId<never>() })).toEqual({
      ok: false,
      failure: 'unknown_event',
    });
  });
});
