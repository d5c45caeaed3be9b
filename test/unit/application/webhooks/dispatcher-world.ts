import type {
  WebhookAnswer,
  WebhookMessage,
} from '../../../../src/application/ports/webhook-sender.js';
import type { DispatcherContext } from '../../../../src/application/webhooks/dispatcher-context.js';
import { firstPage } from '../../../../src/application/webhooks/dispatcher-context.js';
import { takeLease } from '../../../../src/application/webhooks/hold-lease.js';
import type { SubscriptionId } from '../../../../src/domain/ids.js';
import { queueFromLog } from '../../../../src/application/webhooks/queue-from-log.js';
import { startDueRuns } from '../../../../src/application/webhooks/send-due.js';
import { stockholm } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld } from './webhook-world.js';

const delivered: WebhookAnswer = {
  kind: 'answered',
  status: 204,
  retryAfter: null,
  text: '',
};

/** One endpoint, the lease to send to it, and a receiver that answers as it is told to. */
export async function makeDispatcherWorld(
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
  const take = () => takeLease(deps, options, world.time.now());

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
    dispatcher: async (): Promise<DispatcherContext> => {
      const endpoint = await take();
      if (endpoint === null) throw new Error('somebody else sends');
      return {
        deps,
        options,
        busy: new Map(),
        record: (outcome) => deps.webhookDeliveries.record(key.organisationId, key.id, [outcome]),
        state: {
          ...{ endpoint, leasedAt: world.time.now(), isOver: false, pageSize: firstPage },
          ...{ isSilent: false, pausedUntil: null, failure: null },
        },
      };
    },
  };
}

/** A dispatcher that has made deliveries of what happened. */
export async function makeQueuedWorld(
  count: number,
  answer?: Parameters<typeof makeDispatcherWorld>[0],
  subscription?: SubscriptionId,
) {
  const world = await makeDispatcherWorld(answer);
  const events = await world.happen(count, subscription);
  const dispatcher = await world.dispatcher();
  if (!(await queueFromLog(dispatcher))) throw new Error('there is nothing in the log');
  const run = async () => {
    const isStarted = await startDueRuns(dispatcher);
    await Promise.all(dispatcher.busy.values());
    return isStarted;
  };
  return { ...world, dispatcher, events, run };
}
