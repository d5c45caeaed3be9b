import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeDeliverWebhooks } from '../../../../src/application/webhooks/deliver-webhooks.js';
import type {
  WebhookAnswer,
  WebhookSender,
} from '../../../../src/application/ports/webhook-sender.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld, type WebhookWorld } from './webhook-world.js';

const host = 'https://receiver.test';
const url = `${host}/hook`;

const stores = openMemoryStores();
let world: WebhookWorld;
beforeEach(async () => {
  world = await makeWebhookWorld(stores);
});

const states = async ({ key }: { key: Parameters<WebhookWorld['findEndpoint']>[0] }) => {
  const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 1_000 });
  return listed.ok ? listed.deliveries : [];
};

describe('A receiver that hangs', () => {
  /** Never answers one of them until it is told to give up; answers the other at once. */
  const hangingAt = (hanging: string) => {
    const sent: string[] = [];
    const sender: WebhookSender = {
      send: (message, signal) => {
        sent.push(message.url);
        if (message.url !== hanging) {
          return Promise.resolve({ kind: 'answered', status: 204, retryAfter: null, text: '' });
        }
        return new Promise<WebhookAnswer>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve({ kind: 'given_up' });
          });
        });
      },
    };
    return { sender, sent };
  };

  test('costs no other receiver anything, and loses nothing when the process stops', async () => {
    const hanging = await world.add(`${host}/hanging`);
    const healthy = await world.add(url);
    const { sender, sent } = hangingAt(`${host}/hanging`);
    const deliverWebhooks = makeDeliverWebhooks({ ...world.deps, sender });
    for (let round = 1; round <= 3; round += 1) {
      await world.happen(20);
      await deliverWebhooks.startDispatchers();
      while ((await states(healthy)).filter((it) => it.state === 'delivered').length < 20 * round) {
        await deliverWebhooks.startDispatchers();
      }
    }
    expect(sent.filter((it) => it === url)).toHaveLength(60);
    await deliverWebhooks.stop();
    expect((await states(hanging)).map((it) => it.state)).toEqual(Array(60).fill('pending'));
    await world.updateEndpoint({ ...hanging.key, url });
    await world.deliver(sender);
    expect(sent.filter((it) => it === url)).toHaveLength(120);
  });
});
