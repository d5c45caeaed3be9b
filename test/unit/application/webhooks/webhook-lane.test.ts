import { describe, expect, test } from '@jest/globals';
import { startLane } from '../../../../src/application/webhooks/webhook-lane.js';
import { makeLaneWorld } from './lane-world.js';

describe('A lane', () => {
  test('sends what the log has until there is nothing to do, and gives its right back', async () => {
    const world = await makeLaneWorld();
    const events = await world.happen(45);
    await startLane(world.deps, world.options).done;
    expect(world.sent).toEqual(events.map((it) => it.id));
    expect(await world.endpoint()).toMatchObject({ position: 45, lane: null });
  });

  test('does nothing where somebody else sends', async () => {
    const world = await makeLaneWorld();
    await world.happen(1);
    const { organisationId, id } = world.key;
    const now = world.time.now();
    const lane = { owner: 'them', now, until: (now + 60_000) as typeof now };
    await world.deps.webhookEndpoints.takeLane(organisationId, id, lane);
    await startLane(world.deps, world.options).done;
    expect(world.sent).toEqual([]);
    expect((await world.endpoint())?.lane?.owner).toBe('them');
  });

  test('leaves the pause that the receiver asked for', async () => {
    const world = await makeLaneWorld(() => ({
      ...{ kind: 'answered', status: 503, retryAfter: '30', text: '' },
    }));
    await world.happen(1);
    await startLane(world.deps, world.options).done;
    expect((await world.endpoint())?.pausedUntil).toBe(world.time.now() + 30_000);
  });

  test('that the database failed says so, and leaves its right all the same', async () => {
    const world = await makeLaneWorld();
    await world.happen(1);
    const findDue = () => Promise.reject(new Error('away'));
    const webhookDeliveries = { ...world.deps.webhookDeliveries, findDue };
    const { done } = startLane({ ...world.deps, webhookDeliveries }, world.options);
    await expect(done).rejects.toThrow('away');
    expect((await world.endpoint())?.lane).toBeNull();
  });

  test('may be told that there is more to do at any time', async () => {
    const world = await makeLaneWorld();
    await world.happen(1);
    const lane = startLane(world.deps, world.options);
    lane.nudge();
    await lane.done;
    lane.nudge();
    expect(world.sent).toHaveLength(1);
  });
});
