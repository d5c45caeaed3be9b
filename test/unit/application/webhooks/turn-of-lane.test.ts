import { describe, expect, test } from '@jest/globals';
import { queueFromLog, startDueRuns } from '../../../../src/application/webhooks/turn-of-lane.js';
import type { WebhookAnswer } from '../../../../src/application/ports/webhook-sender.js';
import type { SubscriptionId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/stored/ids.js';
import { makeLaneWorld } from './lane-world.js';

const answered = (status: number, retryAfter: string | null = null): WebhookAnswer => ({
  ...{ kind: 'answered', status, retryAfter, text: '' },
});

/** A lane that has made deliveries of what happened. */
async function queued(
  count: number,
  answer?: Parameters<typeof makeLaneWorld>[0],
  subscription?: SubscriptionId,
) {
  const world = await makeLaneWorld(answer);
  const events = await world.happen(count, subscription);
  const lane = await world.lane();
  expect(await queueFromLog(lane)).toBe(true);
  const run = async () => {
    const isStarted = await startDueRuns(lane);
    await Promise.all(lane.busy.values());
    return isStarted;
  };
  return { ...world, lane, events, run };
}

describe('Queueing from the log', () => {
  test('makes deliveries of the next page, and moves the endpoint past it', async () => {
    const { lane, states, endpoint } = await queued(25);
    expect([(await states()).length, (await endpoint())?.position]).toEqual([20, 20]);
    expect(await queueFromLog(lane)).toBe(true);
    expect((await endpoint())?.position).toBe(25);
    expect(await queueFromLog(lane)).toBe(false);
    expect(await states()).toEqual(Array(25).fill('pending'));
  });
});

describe('What is due', () => {
  test('goes out in the order of its subscription, and is told', async () => {
    const { run, sent, events, states, told } = await queued(3, undefined, newId());
    expect(await run()).toBe(true);
    expect(sent).toEqual(events.map((it) => it.id));
    expect([await states(), told]).toEqual([
      Array(3).fill('delivered'),
      Array(3).fill('delivered'),
    ]);
    expect(await run()).toBe(false);
  });

  test('stops at the first that is to be tried again', async () => {
    const { run, sent, states } = await queued(3, () => answered(500), newId());
    await run();
    expect(sent).toHaveLength(1);
    expect(await states()).toEqual(['failed', 'pending', 'pending']);
  });

  test('of an event that was removed is dead, and the next goes out', async () => {
    const { run, sent, states, deps, organisationId } = await queued(2, undefined, newId());
    await deps.retention.removeBelow(organisationId, 2);
    await run();
    expect([sent.length, await states()]).toEqual([1, ['dead', 'delivered']]);
  });

  test('to a receiver that is gone leaves its delivery untried, and disables the endpoint', async () => {
    const { run, states, endpoint, lane } = await queued(2, () => answered(410), newId());
    await run();
    expect(await states()).toEqual(['pending', 'pending']);
    expect([(await endpoint())?.enabled, lane.state.isOver]).toEqual([false, true]);
  });

  test('to a receiver that wants its rest ends the lane until then', async () => {
    const { run, lane, time } = await queued(2, () => answered(429, '60'), newId());
    await run();
    expect(lane.state).toMatchObject({ isOver: true, pausedUntil: time.now() + 60_000 });
  });

  test('is more each time that all goes well, and little to one that does not answer', async () => {
    const well = await queued(1);
    await well.run();
    expect(well.lane.state.pageSize).toBe(40);
    const ill = await queued(1, () => ({ kind: 'failed', failure: 'timed_out' }));
    await ill.run();
    await ill.happen(1);
    await queueFromLog(ill.lane);
    await ill.run();
    expect(ill.lane.state).toMatchObject({ isSilent: true, pageSize: 20 });
  });

  test('is not begun once the lane may not go on', async () => {
    const { run, sent, stop } = await queued(2);
    stop.isAsked = true;
    await run();
    expect(sent).toEqual([]);
  });

  test('that cannot be written ends the lane with what went wrong', async () => {
    const { lane, run } = await queued(1);
    const error = new Error('away');
    Object.assign(lane, { record: () => Promise.reject(error) });
    await run();
    expect(lane.state).toMatchObject({ isOver: true, failure: { error } });
  });
});
