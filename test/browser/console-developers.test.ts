import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, test } from '@jest/globals';
import { composeWebhooks, type WebhookUseCases } from '../../src/composition/compose-webhooks.js';
import type { DomainEvent } from '../../src/domain/user-product/event-side.js';
import { openConsoleSuite } from '../contract/pages/console-suite.js';
import { addsWebhook } from '../contract/pages/webhook-form.js';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';
import { silentLog } from '../support/process.js';
import { buildEvent, sideOf } from '../support/stored/build-entry.js';
import { buildRow } from '../support/stored/build-row.js';

const { app, base, operator, shop } = openConsoleSuite({ WEBHOOK_ALLOW_LOOPBACK: 'on' });

/** Takes what is about a renewal and nothing else. */
let receiver: Server;
let url: string;
beforeAll(async () => {
  receiver = createServer((req, res) => {
    void (async () => {
      let body = '';
      for await (const chunk of req) body += String(chunk);
      res.statusCode = body.includes('user_product_renewed') ? 200 : 500;
      res.end('{"error": "the subscriber is not known here"}');
    })();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/subscriptions`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

/** Renewals of one subscription with a change between them, in the log: what comes behind the change waits for it. */
const happen = async () => {
  const { organisationId } = shop();
  const row = buildRow({ organisationId });
  const sides = { before: sideOf(row), after: sideOf({ ...row, quantity: row.quantity + 1 }) };
  const renewals = Array.from({ length: 4 }, () => 'user_product_renewed');
  const types = [...renewals, 'package_upgrade', 'user_product_renewed'];
  const events = types.map((type, index) =>
    buildEvent(row, { sequence: index + 1, type: type as DomainEvent['type'], ...sides }),
  );
  const after = await app().stores.events.lastPosition(organisationId);
  await app().stores.events.append(organisationId, { after, events });
};

let webhooks: WebhookUseCases;
beforeAll(() => {
  const { stores, application } = app();
  webhooks = composeWebhooks(stores, {
    ...{ clock: application.clock, log: silentLog, ids: stores.ids },
    ...{ pause: () => Promise.resolve(), random: () => 0, isLoopbackAllowed: true },
  });
});
/** Sends all that is due, as the worker does. */
const deliver = async () => {
  await webhooks.deliverWebhooks.startDispatchers();
  await webhooks.deliverWebhooks.settled();
};

describeInBrowser('The pages for developers and of settings', (browser) => {
  const enter = async () => {
    const origin = `http://localhost:${String(app().port)}`;
    const owner = await operator({ role: 'owner' });
    const visitor = await comeToPages(browser(), origin);
    const cookie = { name: 'console', value: owner.secret, url: origin };
    await visitor.context.addCookies([cookie]);
    const to = (path: string) => visitor.page.goto(origin + path);
    const press = (name: string) =>
      visitor.page.getByRole('button', { name }).click({ timeout: 20_000 });
    return { ...visitor, owner, to, press };
  };

  test('are looked at: webhooks, what was sent, events and the clock', async () => {
    const { owner, page, check, to, press, leave } = await enter();
    await to(`${base()}/clock`);
    await press('+1 day');
    await check('console-clock');
    const { organisationId } = shop();
    const other = { organisationId, url: `${url}/upgrades`, types: ['package_upgrade'] };
    await webhooks.registerEndpoint({ ...other, enabled: false });
    const { path } = await addsWebhook(owner, base(), { url });
    await happen();
    await deliver();
    await to(`${base()}/webhooks`);
    await check('console-webhooks');
    await to(path);
    await check('console-webhook');
    await page.locator('a[href*="/deliveries/"]').nth(1).click({ timeout: 20_000 });
    await check('console-delivery');
    await to(`${path}/secret`);
    await page.locator('main form button').first().click({ timeout: 20_000 });
    await check('console-webhook-secret');
    await to(`${path}/replay?after=&before=&go=1`);
    await check('console-webhook-replay');
    await to(`${base()}/webhooks/new`);
    await check('console-webhook-new');
    await to(`${base()}/events`);
    await check('console-events');
    await page.locator('tbody a').first().click({ timeout: 20_000 });
    await check('console-event');
    await leave();
  });

  test('are looked at: clients, the portal’s settings and the brand', async () => {
    const { page, check, to, press, leave } = await enter();
    await to(`${base()}/clients/new`);
    await page.locator('#clientId').fill('newsroom paywall');
    await check('console-client-new');
    await press('Add');
    await check('console-client-fault');
    await page.locator('input[name=scopes]').first().check();
    await press('Add');
    await check('console-client-secret');
    await to(`${base()}/clients`);
    await check('console-clients');
    await to(`${base()}/settings/portal`);
    await check('console-portal-settings');
    await to(`${base()}/settings/brand`);
    await check('console-brand');
    await page.locator('#accent').fill('yellow');
    await press('Save');
    await check('console-brand-fault');
    await leave();
  });
});
