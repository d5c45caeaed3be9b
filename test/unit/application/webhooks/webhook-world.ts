import { makeDeliverWebhooks } from '../../../../src/application/webhooks/deliver-webhooks.js';
import {
  makeFindEndpoint,
  makeListEndpoints,
  makeRegisterEndpoint,
  makeRemoveEndpoint,
  makeUpdateEndpoint,
} from '../../../../src/application/webhooks/manage-endpoints.js';
import { makeListDeliveries } from '../../../../src/application/webhooks/list-deliveries.js';
import { makeReplayEvents } from '../../../../src/application/webhooks/replay-events.js';
import { makeRotateWebhookSecret } from '../../../../src/application/webhooks/webhook-secrets.js';
import type { WebhookEndpointStore } from '../../../../src/application/ports/webhook-endpoint-store.js';
import type { WebhookSender } from '../../../../src/application/ports/webhook-sender.js';
import type { DomainEvent } from '../../../../src/domain/user-product/event-side.js';
import type { OrganisationId, SubscriptionId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import type { Stores } from '../../../../src/storage/open-stores.js';
import { makeUrlGuard } from '../../../../src/webhooks/guard-url.js';
import { makeWebhookSender } from '../../../../src/webhooks/send.js';
import { generateWebhookSecret } from '../../../../src/webhooks/sign.js';
import { at, newId, seedOrganisation } from '../../../support/organisation.js';
import { makeTestTime, silentLog } from '../../../support/process.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const hour = 3_600_000;

export type WebhookWorld = Awaited<ReturnType<typeof makeWebhookWorld>>;

/** An organisation of its own, with the use cases of webhooks over these stores, and a clock that a test moves. */
export async function makeWebhookWorld(stores: Stores) {
  const { organisation } = await seedOrganisation(stores);
  const organisationId = organisation.id;
  const time = makeTestTime(at('2026-11-01T12:00:00Z'));
  const urlGuard = makeUrlGuard({
    resolve: () => Promise.resolve(['93.184.216.34']),
    isLoopbackAllowed: false,
  });
  const deps = {
    ...stores,
    webhookEndpoints: onlyOf(organisationId, stores.webhookEndpoints),
    urlGuard,
    clock: { now: time.now },
    generateWebhookSecret,
    sender: makeWebhookSender({ guard: urlGuard }),
    random: () => 0,
    ids: { next: () => newId() },
    pause: () => Promise.resolve(),
    log: silentLog,
    onAttempt: () => undefined,
  };
  const registerEndpoint = makeRegisterEndpoint(deps);

  return {
    deps,
    organisationId,
    time,
    registerEndpoint,
    listEndpoints: makeListEndpoints(deps),
    findEndpoint: makeFindEndpoint(deps),
    updateEndpoint: makeUpdateEndpoint(deps),
    removeEndpoint: makeRemoveEndpoint(deps),
    rotateSecret: makeRotateWebhookSecret(deps),
    replay: makeReplayEvents(deps),
    listDeliveries: makeListDeliveries(deps),
    /** Hours later. */
    pass: (hours: number) => {
      time.set(toInstant(time.now() + Math.round(hours * hour)));
    },
    add: async (url: string, types: readonly string[] | null = null) => {
      const added = await registerEndpoint({ organisationId, url, types, enabled: true });
      if (!added.ok) throw new Error(added.failure);
      return { ...added, key: { organisationId, id: added.endpoint.id } };
    },
    /** So many events of one subscription, in the log. */
    happen: async (
      count: number,
      subscription?: SubscriptionId,
      edits: Partial<DomainEvent> = {},
    ): Promise<readonly DomainEvent[]> => {
      const row = buildRow({ organisationId });
      const subscriptionId = subscription ?? row.id;
      const after = await stores.events.lastPosition(organisationId);
      const events = Array.from({ length: count }, (_, index) =>
        buildEvent(row, { subscriptionId, sequence: after + index + 1, ...edits }),
      );
      await stores.events.append(organisationId, { after, events });
      return events;
    },
    /** One process delivers until nothing is due. */
    deliver: async (sender: WebhookSender = deps.sender) => {
      const deliverWebhooks = makeDeliverWebhooks({ ...deps, sender });
      while ((await deliverWebhooks.startDispatchers()) > 0) await deliverWebhooks.settled();
    },
  };
}

/** Tests that share a database do not meet. */
function onlyOf(
  organisationId: OrganisationId,
  endpoints: WebhookEndpointStore,
): WebhookEndpointStore {
  return { ...endpoints, list: () => endpoints.list(organisationId) };
}
