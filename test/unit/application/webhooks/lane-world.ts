import type {
  WebhookAnswer,
  WebhookMessage,
} from '../../../../src/application/ports/webhook-sender.js';
import type { LaneContext } from '../../../../src/application/webhooks/lane-context.js';
import { firstPage } from '../../../../src/application/webhooks/lane-context.js';
import { takeLane } from '../../../../src/application/webhooks/hold-lane.js';
import { stockholm } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld } from './webhook-world.js';

const delivered: WebhookAnswer = {
  kind: 'answered',
  status: 204,
  retryAfter: null,
  text: '',
};

/** One endpoint, the right to send to it, and a receiver that answers as it is told to. */
export async function makeLaneWorld(
  answer: (message: WebhookMessage) => WebhookAnswer = () => delivered,
) {
  const world = await makeWebhookWorld(openMemoryStores());
  const { key } = await world.add('https://receiver.test/');
  const sent: string[] = [];
  const told: string[] = [];
  const stop = { isAsked: false };
  const deps = {
    ...world.deps,
    sender: {
      send: (message: WebhookMessage) => {
        sent.push(message.eventId);
        return Promise.resolve(answer(message));
      },
    },
    onAttempt: (result: string) => told.push(result),
  };
  const { signal } = new AbortController();
  const isStopping = () => stop.isAsked;
  const options = { ...key, owner: 'us', zone: stockholm, signal, isStopping };
  const take = () => takeLane(deps, options, world.time.now());

  return {
    ...world,
    deps,
    options,
    sent,
    told,
    key,
    stop,
    take,
    endpoint: () => deps.webhookEndpoints.find(key.organisationId, key.id),
    states: async () => {
      const all = await world.listDeliveries({ ...key, state: null, after: 0, limit: 1_000 });
      return all.ok ? all.deliveries.map((it) => it.state) : [];
    },
    lane: async (): Promise<LaneContext> => {
      const endpoint = await take();
      if (endpoint === null) throw new Error('somebody else sends');
      return {
        deps,
        options,
        busy: new Map(),
        record: (outcome) => deps.webhookDeliveries.record(key.organisationId, key.id, [outcome]),
        state: {
          ...{ endpoint, heldAt: world.time.now(), isOver: false, pageSize: firstPage },
          ...{ isSilent: false, pausedUntil: null, failure: null },
        },
      };
    },
  };
}
