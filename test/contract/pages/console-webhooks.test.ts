import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventId } from '../../../src/domain/ids.js';
import {
  composeWebhooks,
  type WebhookUseCases,
} from '../../../src/composition/compose-webhooks.js';
import { silentLog } from '../../support/process.js';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import { openConsoleSuite } from './console-suite.js';
import { addsWebhook, type ConsoleBrowser, secretIn } from './webhook-form.js';

const { app, base, operator, shop } = openConsoleSuite({ WEBHOOK_ALLOW_LOOPBACK: 'on' });
const script = '<script>alert(1)</script>';
const key = 'k'.repeat(22);

let receiver: Server;
let url: string;
beforeAll(async () => {
  receiver = createServer((req, res) => {
    req.resume();
    res.statusCode = 500;
    res.end(`no ${script}`);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const audit = async () =>
  JSON.stringify(
    await app().stores.audit.list(shop().organisationId, { before: null, limit: 100 }),
  );
/** So many events of one subscription, in the log. */
const happen = async (times: number) => {
  const { organisationId } = shop();
  const { events } = app().stores;
  const row = buildRow({ organisationId });
  const after = await events.lastPosition(organisationId);
  const told = Array.from({ length: times }, (_, index) =>
    buildEvent(row, { sequence: index + 1 }),
  );
  await events.append(organisationId, { after, events: told });
};

const adds = (by: ConsoleBrowser, edits: Readonly<Record<string, string>> = {}) =>
  addsWebhook(by, base(), { url, ...edits });

/** Sends all that is due, as the worker does. */
let webhooks: WebhookUseCases;
beforeAll(() => {
  const { stores, application } = app();
  webhooks = composeWebhooks(stores, {
    ...{ clock: application.clock, log: silentLog, ids: stores.ids },
    ...{ pause: () => Promise.resolve(), random: () => 0, isLoopbackAllowed: true },
  });
});
const deliver = async () => {
  await webhooks.deliverWebhooks.startDispatchers();
  await webhooks.deliverWebhooks.settled();
};

describe('An owner', () => {
  test('adds an endpoint, and is told its secret once, whatever is looked at later', async () => {
    const owner = await operator({ role: 'owner' });
    const { added, form, path } = await adds(owner);
    const secret = secretIn(added.html);
    expect([added.status, secret.startsWith('whsec_')]).toEqual([200, true]);
    const again = await owner.post(`${base()}/webhooks/new`, form);
    expect([again.status, again.headers.location]).toEqual([303, path]);
    const list = await owner.see(`${base()}/webhooks`);
    const one = await owner.see(path);
    for (const { html, status } of [list, one]) {
      expect([status, html.includes(secret), html.includes(url)]).toEqual([200, false, true]);
    }
    const told = await audit();
    expect([told.includes(secret), told.includes('edit_webhook_endpoint')]).toEqual([false, true]);
    expect(await app().application.listEndpoints(shop().organisationId)).toHaveLength(1);
    const other = { ...form, url: `${url}else` };
    expect((await owner.post(`${base()}/webhooks/new`, other)).status).toBe(400);
  });

  test('is told what is wrong with an address, and keeps what was filled in', async () => {
    const owner = await operator({ role: 'owner' });
    const { added } = await adds(owner, { url: `ftp://${script}`, types: 'package_upgrade' });
    expect(added.status).toBe(422);
    expect(added.html).toContain('role="alert"');
    expect(added.html).toContain('href="#url"');
    expect(added.html).not.toContain(script);
    expect(added.html).toMatch(/value="package_upgrade" checked/);
  });

  test('edits, switches and removes it', async () => {
    const owner = await operator({ role: 'owner' });
    const { path, id } = await adds(owner);
    const edit = await owner.formOf(`${path}/edit`);
    const changed = await owner.post(`${path}/edit`, {
      ...{ ...edit, url: `${url}moved`, types: 'package_upgrade', enabled: 'on' },
    });
    expect([changed.status, changed.headers.location]).toEqual([303, path]);
    const key = { organisationId: shop().organisationId, id };
    const found = () => webhooks.findEndpoint(key);
    expect(await found()).toMatchObject({
      endpoint: { types: ['package_upgrade'], url: `${url}moved` },
    });
    await owner.post(`${path}/switch`, await owner.formOf(`${path}/switch`));
    expect(await found()).toMatchObject({ endpoint: { enabled: false } });
    await owner.post(`${path}/switch`, await owner.formOf(`${path}/switch`));
    expect(await found()).toMatchObject({ endpoint: { enabled: true } });
    const gone = await owner.post(`${path}/remove`, await owner.formOf(`${path}/remove`));
    expect([gone.status, (await owner.see(path)).status]).toEqual([303, 404]);
  });

  test('rotates its secret once by each form, and proves again who they are', async () => {
    const owner = await operator({ role: 'owner' });
    const { path, added } = await adds(owner);
    const form = await owner.formOf(`${path}/secret`);
    const rotated = await owner.post(`${path}/secret`, form);
    const secret = secretIn(rotated.html);
    expect([rotated.status, secret.startsWith('whsec_')]).toEqual([200, true]);
    expect(secret).not.toBe(secretIn(added.html));
    const again = await owner.post(`${path}/secret`, form);
    expect([again.status, again.html.includes(secret)]).toEqual([303, false]);
    expect(await audit()).not.toContain(secret);
    const late = await operator({ role: 'owner', provedMinutesAgo: 6 });
    const sent = await late.see(`${path}/secret`);
    expect(sent.headers.location).toContain('/console/prove');
    expect((await late.post(`${path}/secret`, { key })).headers.location).toContain(
      '/console/prove',
    );
  });
});

describe('What was sent to an endpoint', () => {
  test('is shown try by try, the answer as text, and is sent again once by each form', async () => {
    const owner = await operator({ role: 'owner' });
    const { path, id } = await adds(owner);
    await happen(1);
    await deliver();
    const page = await owner.see(path);
    const one = /href="([^"]*\/deliveries\/\d+)"/.exec(page.html)?.[1] ?? '';
    const delivery = await owner.see(one);
    expect(readableText(delivery.html)).toContain('Answered 500');
    expect(delivery.html).toContain('no &lt;script>');
    expect(delivery.html).not.toContain(script);
    const events = /href="([^"]*\/events\/[\da-f]{24})"/.exec(delivery.html)?.[1] ?? '';
    expect((await owner.see(events)).status).toBe(200);
    const support = await operator({ role: 'support' });
    const form = await support.formOf(`${one}/again`);
    expect((await support.post(`${one}/again`, form)).status).toBe(303);
    expect((await support.post(`${one}/again`, form)).status).toBe(303);
    const position = Number(one.split('/').at(-1));
    const found = await webhooks.findDelivery({
      ...{ organisationId: shop().organisationId, id, position },
    });
    expect(found).toMatchObject({ replays: 1, state: 'pending' });
  });

  test('is found by state, type and day, and by links', async () => {
    const owner = await operator({ role: 'owner' });
    const { path } = await adds(owner);
    await happen(2);
    await deliver();
    const rows = async (query: string) =>
      [...(await owner.see(`${path}?${query}`)).html.matchAll(/\/deliveries\/\d+"/g)].length;
    const today = /day=(\d+)/.exec((await owner.see(path)).html)?.[1] ?? '';
    const all = await rows('');
    expect(all).toBeGreaterThan(1);
    expect(await rows('state=delivered')).toBe(0);
    expect(await rows(`state=failed&day=${today}`)).toBeGreaterThan(0);
    expect(await rows('type=user_product_renewed')).toBe(all);
    expect(await rows('type=package_upgrade')).toBe(0);
    expect(await rows(`day=${String(Number(today) - 3)}`)).toBe(0);
  });

  test('is replayed by range: as many as were counted, by editors', async () => {
    const owner = await operator({ role: 'owner' });
    const { path, id } = await adds(owner);
    await happen(3);
    await deliver();
    const editor = await operator({ role: 'editor' });
    const counted = await editor.see(`${path}/replay?after=&before=&go=1`);
    const form = hiddenIn(counted.html);
    const count = Number(form.count);
    expect(count).toBeGreaterThan(2);
    expect(readableText(counted.html)).toContain(`Send ${String(count)} events again`);
    await happen(1);
    await deliver();
    const wrong = await editor.post(`${path}/replay`, { ...form, count: String(count - 1) });
    expect([wrong.status, hiddenIn(wrong.html).count]).toEqual([412, String(count)]);
    expect((await editor.post(`${path}/replay`, form)).status).toBe(303);
    expect((await editor.post(`${path}/replay`, form)).status).toBe(303);
    const listed = await webhooks.listDeliveries({
      ...{ organisationId: shop().organisationId, id, state: null, after: 0, limit: 1_000 },
    });
    const replayed = listed.ok
      ? listed.deliveries.filter((it) => it.position <= Number(form.upTo))
      : [];
    expect(replayed).toHaveLength(count);
    const nonsense = await editor.see(`${path}/replay?after=${encodeURIComponent(script)}&go=1`);
    expect([nonsense.status, nonsense.html.includes(script)]).toEqual([422, false]);
    const unknown = await editor.see(`${path}/replay?after=${newId<EventId>()}&go=1`);
    expect(unknown.status).toBe(422);
  });

  test('may be an example, whose answer is shown as text', async () => {
    const owner = await operator({ role: 'owner' });
    const { path } = await adds(owner);
    const form = { ...(await owner.formOf(`${path}/example`)), type: 'package_upgrade' };
    const sent = await owner.post(`${path}/example`, form);
    expect([sent.status, readableText(sent.html).includes('Answered 500')]).toEqual([200, true]);
    expect(sent.html).not.toContain(script);
    expect((await owner.post(`${path}/example`, form)).status).toBe(303);
    expect((await owner.post(`${path}/example`, { ...form, type: 'x' })).status).toBe(400);
  });
});
