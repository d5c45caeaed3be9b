import { describe, expect, test } from '@jest/globals';
import type { WebhookAnswer } from '../../../../src/application/ports/webhook-sender.js';
import { sendRun } from '../../../../src/application/webhooks/send-run.js';
import { newId } from '../../../support/stored/ids.js';
import { makeQueuedWorld } from './dispatcher-world.js';

const answered = (status: number): WebhookAnswer => ({
  ...{ kind: 'answered', status, retryAfter: null, text: '' },
});

/** One subscription with so many deliveries, to be sent by hand. */
async function makeRun(count: number, answer?: () => WebhookAnswer) {
  const world = await makeQueuedWorld(count, answer, newId());
  const page = { now: world.time.now(), except: [], limit: 100 };
  const { organisationId, id } = world.key;
  const deliveries = await world.deps.webhookDeliveries.findDue(organisationId, id, page);
  const logged = await world.deps.events.read(organisationId, { after: 0, limit: 100 });
  const events = new Map(logged.map(({ position, event }) => [position, event]));
  const subscriptionId = deliveries[0]?.subscriptionId ?? newId();
  return {
    ...world,
    events,
    send: (known = events) => sendRun(world.dispatcher, { subscriptionId, deliveries }, known),
  };
}

describe('A run', () => {
  test('sends one after the other, and ends when all outcomes are written', async () => {
    const { send, sent, states } = await makeRun(3);
    await send();
    expect([sent.length, await states()]).toEqual([3, Array(3).fill('delivered')]);
  });

  test('stops at the first that is to be tried again', async () => {
    const { send, sent, states } = await makeRun(2, () => answered(500));
    await send();
    expect([sent.length, await states()]).toEqual([1, ['failed', 'pending']]);
  });

  test('gives up what the log keeps no more, without sending it', async () => {
    const { send, sent, states } = await makeRun(1);
    await send(new Map());
    expect([sent, await states()]).toEqual([[], ['dead']]);
  });

  test('disables the endpoint of a receiver that is gone', async () => {
    const { send, endpoint, dispatcher } = await makeRun(2, () => answered(410));
    await send();
    expect([(await endpoint())?.enabled, dispatcher.state.isOver]).toEqual([false, true]);
  });
});
