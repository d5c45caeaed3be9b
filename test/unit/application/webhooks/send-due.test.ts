import { describe, expect, test } from '@jest/globals';
import { queueFromLog } from '../../../../src/application/webhooks/queue-from-log.js';
import type { WebhookAnswer } from '../../../../src/application/ports/webhook-sender.js';
import { newId } from '../../../support/stored/ids.js';
import { makeQueuedWorld as queued } from './dispatcher-world.js';

const answered = (status: number, retryAfter: string | null = null): WebhookAnswer => ({
  ...{ kind: 'answered', status, retryAfter, text: '' },
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
    const { run, states, endpoint, dispatcher } = await queued(2, () => answered(410), newId());
    await run();
    expect(await states()).toEqual(['pending', 'pending']);
    expect([(await endpoint())?.enabled, dispatcher.state.isOver]).toEqual([false, true]);
  });

  test('to a receiver that wants its rest ends the dispatcher until then', async () => {
    const { run, dispatcher, time } = await queued(2, () => answered(429, '60'), newId());
    await run();
    expect(dispatcher.state).toMatchObject({ isOver: true, pausedUntil: time.now() + 60_000 });
  });

  test('is more each time that all goes well, and little to one that does not answer', async () => {
    const well = await queued(1);
    await well.run();
    expect(well.dispatcher.state.pageSize).toBe(40);
    const ill = await queued(1, () => ({ kind: 'failed', failure: 'timed_out' }));
    await ill.run();
    await ill.happen(1);
    await queueFromLog(ill.dispatcher);
    await ill.run();
    expect(ill.dispatcher.state).toMatchObject({ isSilent: true, pageSize: 20 });
  });

  test('is not begun once the dispatcher may not go on', async () => {
    const { run, sent, stop } = await queued(2);
    stop.isAsked = true;
    await run();
    expect(sent).toEqual([]);
  });

  test('that cannot be written ends the dispatcher with what went wrong', async () => {
    const { dispatcher, run } = await queued(1);
    const error = new Error('away');
    Object.assign(dispatcher, { record: () => Promise.reject(error) });
    await run();
    expect(dispatcher.state).toMatchObject({ isOver: true, failure: { error } });
  });
});
