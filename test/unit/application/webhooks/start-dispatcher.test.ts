import { describe, expect, test } from '@jest/globals';
import { startDispatcher } from '../../../../src/application/webhooks/start-dispatcher.js';
import { makeDispatcherWorld } from './dispatcher-world.js';

describe('A dispatcher', () => {
  test('sends what the log has until there is nothing to do, and gives its lease back', async () => {
    const world = await makeDispatcherWorld();
    const events = await world.happen(45);
    await startDispatcher(world.deps, world.options).done;
    expect(world.sent).toEqual(events.map((it) => it.id));
    expect(await world.endpoint()).toMatchObject({ position: 45, lease: null });
  });

  test('does nothing where somebody else sends', async () => {
    const world = await makeDispatcherWorld();
    await world.happen(1);
    const { organisationId, id } = world.key;
    const now = world.time.now();
    const dispatcher = { owner: 'them', now, until: (now + 60_000) as typeof now };
    await world.deps.webhookEndpoints.takeLease(organisationId, id, dispatcher);
    await startDispatcher(world.deps, world.options).done;
    expect(world.sent).toEqual([]);
    expect((await world.endpoint())?.lease?.owner).toBe('them');
  });

  test('leaves the pause that the receiver asked for', async () => {
    const world = await makeDispatcherWorld(() => ({
      ...{ kind: 'answered', status: 503, retryAfter: '30', text: '' },
    }));
    await world.happen(1);
    await startDispatcher(world.deps, world.options).done;
    expect((await world.endpoint())?.pausedUntil).toBe(world.time.now() + 30_000);
  });

  test('that the database failed says so, and gives its lease back all the same', async () => {
    const world = await makeDispatcherWorld();
    await world.happen(1);
    const findDue = () => Promise.reject(new Error('away'));
    const webhookDeliveries = { ...world.deps.webhookDeliveries, findDue };
    const { done } = startDispatcher({ ...world.deps, webhookDeliveries }, world.options);
    await expect(done).rejects.toThrow('away');
    expect((await world.endpoint())?.lease).toBeNull();
  });

  test('may be told that there is more to do at any time', async () => {
    const world = await makeDispatcherWorld();
    await world.happen(1);
    const dispatcher = startDispatcher(world.deps, world.options);
    dispatcher.wake();
    await dispatcher.done;
    dispatcher.wake();
    expect(world.sent).toHaveLength(1);
  });
});
