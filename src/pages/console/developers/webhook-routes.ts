import { guardFields } from '../../kit/keyed-form.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerDelivery, answerDeliveryAgain, answerDeliveryAgainDone } from './delivery-page.js';
import { deliveryQuery } from './delivery-query.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import {
  answerExample,
  answerExampleDone,
  answerRemoveWebhook,
  answerRemoveWebhookDone,
  answerSwitchWebhook,
  answerSwitchWebhookDone,
  answerWebhookSecret,
  answerWebhookSecretDone,
  exampleFields,
  switchFields,
} from './webhook-acts.js';
import {
  answerEditWebhook,
  answerEditWebhookDone,
  answerNewWebhook,
  answerNewWebhookDone,
  webhookFields,
} from './webhook-edit.js';
import { answerWebhooks } from './webhook-list.js';
import { answerWebhook } from './webhook-page.js';
import { answerReplay, answerReplayDone, replayFields, replayQuery } from './webhook-replay.js';
import { actRoutes } from './act-routes.js';

const keyAlone = [guardFields[0]];

/** Endpoints, what was sent to them, and what may be done with both. */
export function webhookRoutes(deps: DeveloperPagesDeps): readonly ConsoleRoute[] {
  const act = actRoutes(deps);
  return [
    organisationRoute(deps, {
      ...{ name: 'webhooks', method: 'get', path: 'webhooks', action: 'see' },
      api: ['listWebhookEndpoints', 'listWebhookDeliveries'],
      handle: (visit) => answerWebhooks(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookNew', path: 'webhooks/new', action: 'edit_webhook_endpoint' },
      ...{ api: ['registerWebhookEndpoint'], form: webhookFields },
      look: (visit) => Promise.resolve(answerNewWebhook(deps, visit)),
      act: (visit) => answerNewWebhookDone(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'webhook', method: 'get', path: 'webhooks/:id', action: 'see' },
      ...{ api: ['findWebhookEndpoint', 'listWebhookDeliveries'], query: deliveryQuery },
      handle: (visit) => answerWebhook(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookEdit', path: 'webhooks/:id/edit', action: 'edit_webhook_endpoint' },
      ...{ api: ['updateWebhookEndpoint'], form: webhookFields },
      look: (visit) => answerEditWebhook(deps, visit),
      act: (visit) => answerEditWebhookDone(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookSwitch', path: 'webhooks/:id/switch', action: 'edit_webhook_endpoint' },
      ...{ api: ['updateWebhookEndpoint'], form: switchFields },
      look: (visit) => answerSwitchWebhook(deps, visit),
      act: (visit) => answerSwitchWebhookDone(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookRemove', path: 'webhooks/:id/remove', action: 'edit_webhook_endpoint' },
      ...{ api: ['removeWebhookEndpoint'], form: keyAlone },
      look: (visit) => answerRemoveWebhook(deps, visit),
      act: (visit) => answerRemoveWebhookDone(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookSecret', path: 'webhooks/:id/secret', action: 'rotate_webhook_secret' },
      ...{ api: ['rotateWebhookSecret'], form: keyAlone },
      look: (visit) => answerWebhookSecret(deps, visit),
      act: (visit) => answerWebhookSecretDone(deps, visit),
    }),
    ...sendingRoutes(deps),
  ];
}

/** What may be sent there, and what was. */
function sendingRoutes(deps: DeveloperPagesDeps): readonly ConsoleRoute[] {
  const act = actRoutes(deps);
  return [
    ...act({
      ...{ name: 'webhookExample', path: 'webhooks/:id/example', action: 'replay_delivery' },
      ...{ api: ['sendWebhookExample'], form: exampleFields },
      look: (visit) => answerExample(deps, visit),
      act: (visit) => answerExampleDone(deps, visit),
    }),
    ...act({
      ...{ name: 'webhookReplay', path: 'webhooks/:id/replay', action: 'replay_range' },
      ...{ api: ['replayWebhookEvents'], query: replayQuery, form: replayFields },
      look: (visit) => answerReplay(deps, visit),
      act: (visit) => answerReplayDone(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'delivery', method: 'get', action: 'see' },
      ...{ path: 'webhooks/:id/deliveries/:position', api: ['listWebhookDeliveries'] },
      handle: (visit) => answerDelivery(deps, visit),
    }),
    ...act({
      ...{ name: 'deliveryAgain', path: 'webhooks/:id/deliveries/:position/again' },
      ...{ action: 'replay_delivery', api: ['replayWebhookEvents'], form: keyAlone },
      look: (visit) => answerDeliveryAgain(deps, visit),
      act: (visit) => answerDeliveryAgainDone(deps, visit),
    }),
  ];
}
