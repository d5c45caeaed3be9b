import { guardFields } from '../../kit/keyed-form.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { actRoutes } from './act-routes.js';
import {
  answerClientSecret,
  answerClientSecretDone,
  answerNewClient,
  answerNewClientDone,
  answerSwitchClient,
  answerSwitchClientDone,
  newClientFields,
} from './client-acts.js';
import { answerClient, answerClients } from './client-pages.js';
import {
  answerClock,
  answerClockSet,
  clockFormFields,
  clockQuery,
  clockUnknown,
} from './clock-page.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { answerEvents, eventQuery } from './event-list.js';
import { answerEvent } from './event-page.js';
import { switchFields } from './webhook-acts.js';
import { webhookRoutes } from './webhook-routes.js';

/** What the navigation groups as "Developers". */
export function developersRoutes(deps: DeveloperPagesDeps): readonly ConsoleRoute[] {
  return [
    ...webhookRoutes(deps),
    ...clientRoutes(deps),
    organisationRoute(deps, {
      ...{ name: 'events', method: 'get', path: 'events', action: 'see' },
      ...{ api: ['listEvents'], query: eventQuery },
      handle: (visit) => answerEvents(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'event', method: 'get', path: 'events/:id', action: 'see', api: ['listEvents'] },
      handle: (visit) => answerEvent(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'clock', method: 'get', path: 'clock', action: 'see' },
      ...{ api: ['readTestClock'], query: clockQuery },
      handle: (visit) => answerClock(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'clockSet', method: 'post', path: 'clock', action: 'set_test_clock' },
      ...{ api: ['setTestClock'], form: clockFormFields, whenUnknown: clockUnknown },
      handle: (visit) => answerClockSet(deps, visit),
    }),
  ];
}

function clientRoutes(deps: DeveloperPagesDeps): readonly ConsoleRoute[] {
  const act = actRoutes(deps);
  return [
    organisationRoute(deps, {
      ...{ name: 'clients', method: 'get', path: 'clients', action: 'see' },
      api: ['listApiClients'],
      handle: (visit) => answerClients(deps, visit),
    }),
    ...act({
      ...{ name: 'clientNew', path: 'clients/new', action: 'add_client' },
      ...{ api: ['addApiClient'], form: newClientFields },
      look: (visit) => Promise.resolve(answerNewClient(deps, visit)),
      act: (visit) => answerNewClientDone(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'client', method: 'get', path: 'clients/:id', action: 'see' },
      api: ['listApiClients'],
      handle: (visit) => answerClient(deps, visit),
    }),
    ...act({
      ...{ name: 'clientSecret', path: 'clients/:id/secret', action: 'rotate_client_secret' },
      ...{ api: ['rotateApiClientSecret'], form: [guardFields[0]] },
      look: (visit) => answerClientSecret(deps, visit),
      act: (visit) => answerClientSecretDone(deps, visit),
    }),
    ...act({
      ...{ name: 'clientSwitch', path: 'clients/:id/switch', action: 'switch_client' },
      ...{ api: ['switchApiClient'], form: switchFields },
      look: (visit) => answerSwitchClient(deps, visit),
      act: (visit) => answerSwitchClientDone(deps, visit),
    }),
  ];
}
