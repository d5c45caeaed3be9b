import { describe, expect, test } from '@jest/globals';
import { maySendMore } from '../../../../src/application/webhooks/hold-lease.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { makeDispatcherWorld } from './dispatcher-world.js';

const later = (world: { time: { now: () => number; set: (to: never) => void } }, ms: number) => {
  world.time.set(toInstant(world.time.now() + ms) as never);
};

describe('The lease of an endpoint', () => {
  test('is held for a minute, and is nobody else’s until then', async () => {
    const world = await makeDispatcherWorld();
    const { organisationId, id } = world.key;
    const until = toInstant(world.time.now() + 60_000);
    expect((await world.take())?.lease).toEqual({ owner: 'us', until });
    const other = { owner: 'them', now: world.time.now(), until };
    expect(await world.deps.webhookEndpoints.takeLease(organisationId, id, other)).toBeNull();
  });

  test('is held longer once twenty seconds have passed, and not before', async () => {
    const world = await makeDispatcherWorld();
    const dispatcher = await world.dispatcher();
    const heldUntil = async () => (await world.endpoint())?.lease?.until;
    const first = await heldUntil();
    later(world, 19_999);
    expect([await maySendMore(dispatcher), await heldUntil()]).toEqual([true, first]);
    later(world, 1);
    expect(await maySendMore(dispatcher)).toBe(true);
    expect(await heldUntil()).toBe(world.time.now() + 60_000);
  });

  test('is seen to be lost where the endpoint was disabled meanwhile', async () => {
    const world = await makeDispatcherWorld();
    const dispatcher = await world.dispatcher();
    await world.updateEndpoint({ ...world.key, enabled: false });
    expect(await maySendMore(dispatcher)).toBe(true);
    later(world, 20_000);
    expect([await maySendMore(dispatcher), dispatcher.state.isOver]).toEqual([false, true]);
  });

  test('is not used once the process stops, or the dispatcher is over', async () => {
    const world = await makeDispatcherWorld();
    const dispatcher = await world.dispatcher();
    world.stop.isAsked = true;
    expect(await maySendMore(dispatcher)).toBe(false);
    world.stop.isAsked = false;
    dispatcher.state.isOver = true;
    expect(await maySendMore(dispatcher)).toBe(false);
  });
});
