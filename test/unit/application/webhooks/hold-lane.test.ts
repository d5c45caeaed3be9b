import { describe, expect, test } from '@jest/globals';
import { mayGoOn } from '../../../../src/application/webhooks/hold-lane.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { makeLaneWorld } from './lane-world.js';

const later = (world: { time: { now: () => number; set: (to: never) => void } }, ms: number) => {
  world.time.set(toInstant(world.time.now() + ms) as never);
};

describe('The right to send to an endpoint', () => {
  test('is held for a minute, and is nobody else’s until then', async () => {
    const world = await makeLaneWorld();
    const { organisationId, id } = world.key;
    const until = toInstant(world.time.now() + 60_000);
    expect((await world.take())?.lane).toEqual({ owner: 'us', until });
    const other = { owner: 'them', now: world.time.now(), until };
    expect(await world.deps.webhookEndpoints.takeLane(organisationId, id, other)).toBeNull();
  });

  test('is held longer once twenty seconds have passed, and not before', async () => {
    const world = await makeLaneWorld();
    const lane = await world.lane();
    const heldUntil = async () => (await world.endpoint())?.lane?.until;
    const first = await heldUntil();
    later(world, 19_999);
    expect([await mayGoOn(lane), await heldUntil()]).toEqual([true, first]);
    later(world, 1);
    expect(await mayGoOn(lane)).toBe(true);
    expect(await heldUntil()).toBe(world.time.now() + 60_000);
  });

  test('is seen to be lost where the endpoint was disabled meanwhile', async () => {
    const world = await makeLaneWorld();
    const lane = await world.lane();
    await world.updateEndpoint({ ...world.key, enabled: false });
    expect(await mayGoOn(lane)).toBe(true);
    later(world, 20_000);
    expect([await mayGoOn(lane), lane.state.isOver]).toEqual([false, true]);
  });

  test('is not used once the process stops, or the lane is over', async () => {
    const world = await makeLaneWorld();
    const lane = await world.lane();
    world.stop.isAsked = true;
    expect(await mayGoOn(lane)).toBe(false);
    world.stop.isAsked = false;
    lane.state.isOver = true;
    expect(await mayGoOn(lane)).toBe(false);
  });
});
