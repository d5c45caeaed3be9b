import { makeDeliverWebhooks } from '../application/webhooks/deliver-webhooks.js';
import { makeListDeliveries } from '../application/webhooks/list-deliveries.js';
import {
  makeFindEndpoint,
  makeListEndpoints,
  makeRegisterEndpoint,
  makeRemoveEndpoint,
  makeUpdateEndpoint,
} from '../application/webhooks/manage-endpoints.js';
import { makeReadWebhookStanding } from '../application/webhooks/read-webhook-standing.js';
import { makeCountReplay, makeReplayEvents } from '../application/webhooks/replay-events.js';
import { makeReplayCounted } from '../application/webhooks/replay-counted.js';
import { makeFindDelivery, makeReplayDelivery } from '../application/webhooks/find-delivery.js';
import { makeBrowseDeliveries } from '../application/webhooks/browse-deliveries.js';
import { makeWatchEndpoints } from '../application/webhooks/watch-endpoints.js';
import { makeSendExample } from '../application/webhooks/send-example.js';
import { makeSkipEvents } from '../application/webhooks/skip-events.js';
import { makeRotateWebhookSecret } from '../application/webhooks/webhook-secrets.js';
import type { Stores } from '../storage/open-stores.js';
import { makeUrlGuard } from '../webhooks/guard-url.js';
import { makeWebhookSender } from '../webhooks/send.js';
import { generateWebhookSecret } from '../webhooks/sign.js';
import type { Surroundings } from './change-surroundings.js';

export type WebhookSurroundings = Pick<
  Surroundings,
  'clock' | 'pause' | 'random' | 'ids' | 'log'
> & {
  readonly isLoopbackAllowed: boolean;
  /** For one message as a whole; 15 s where none is given. */
  readonly timeoutMs?: number;
  /** For an example, which somebody waits for; 5 s where none is given. */
  readonly exampleTimeoutMs?: number;
  readonly onAttempt?: (result: 'delivered' | 'failed' | 'dead', milliseconds: number) => void;
};

export type WebhookUseCases = ReturnType<typeof composeWebhooks>;

/** Wires webhooks: what their owners and operators call, and what the worker runs. */
export function composeWebhooks(stores: Stores, surroundings: WebhookSurroundings) {
  const {
    isLoopbackAllowed,
    timeoutMs,
    exampleTimeoutMs = 5_000,
    onAttempt = () => undefined,
  } = surroundings;
  const guard = makeUrlGuard({ isLoopbackAllowed });
  const sender = makeWebhookSender({ guard, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const deps = {
    ...stores,
    ...surroundings,
    urlGuard: guard,
    sender,
    onAttempt,
    generateWebhookSecret,
    exampleTimeoutMs,
  };
  const countReplay = makeCountReplay(deps);
  const replayEvents = makeReplayEvents(deps);
  const findDelivery = makeFindDelivery(deps);
  return {
    countReplay,
    replayCounted: makeReplayCounted({ countReplay, replayEvents }),
    findDelivery,
    replayDelivery: makeReplayDelivery({ ...deps, findDelivery }),
    browseDeliveries: makeBrowseDeliveries(deps),
    watchEndpoints: makeWatchEndpoints(deps),
    urlGuard: guard,
    registerEndpoint: makeRegisterEndpoint(deps),
    listEndpoints: makeListEndpoints(deps),
    findEndpoint: makeFindEndpoint(deps),
    updateEndpoint: makeUpdateEndpoint(deps),
    removeEndpoint: makeRemoveEndpoint(deps),
    rotateWebhookSecret: makeRotateWebhookSecret(deps),
    replayEvents,
    skipEvents: makeSkipEvents(deps),
    sendExample: makeSendExample(deps),
    listDeliveries: makeListDeliveries(deps),
    readWebhookStanding: makeReadWebhookStanding(stores),
    deliverWebhooks: makeDeliverWebhooks(deps),
  };
}
