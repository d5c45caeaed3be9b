import { describe, expect, test } from '@jest/globals';
import { clientScopes } from '../../../src/pages/console/developers/client-scopes.js';
import { readableText } from '../../support/page-text.js';
import { buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import { fromOwnPage } from './ask-page.js';
import { openConsoleSuite } from './console-suite.js';
import { addsWebhook, type ConsoleBrowser, secretIn } from './webhook-form.js';

const { app, base, operator, shop } = openConsoleSuite({ WEBHOOK_ALLOW_LOOPBACK: 'on' });
const script = '<script>alert(1)</script>';
const key = 'k'.repeat(22);

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

const adds = (by: ConsoleBrowser) => addsWebhook(by, base(), { url: 'http://127.0.0.1:9/' });

describe('An API client', () => {
  const newClient = async ({ formOf }: ConsoleBrowser, id: string) => ({
    ...(await formOf(`${base()}/clients/new`)),
    ...{ clientId: id, service: 'tulo', scopes: '/external/event/r' },
  });

  test('is added with every scope that its form offers', async () => {
    const owner = await operator({ role: 'owner' });
    const id = `all ${newId()}`;
    const form = new URLSearchParams(await newClient(owner, id));
    form.delete('scopes');
    for (const { scope } of clientScopes) form.append('scopes', scope);
    const added = await owner.ask({
      path: `${base()}/clients/new`,
      form: form.toString(),
      headers: fromOwnPage,
    });
    expect(added.status).toBe(200);
    const clients = await app().application.listClients(shop().organisationId);
    const kept = clients.find((it) => it.id === id)?.scopes ?? [];
    expect(kept.toSorted()).toEqual(clientScopes.map(({ scope }) => scope).toSorted());
  });

  test('is added with a secret that is told once, rotated, disabled and enabled', async () => {
    const owner = await operator({ role: 'owner' });
    const id = `shop ${newId()}/"${script}`;
    const form = await newClient(owner, id);
    const added = await owner.post(`${base()}/clients/new`, form);
    const secret = secretIn(added.html);
    expect([added.status, secret.length > 30]).toEqual([200, true]);
    const again = await owner.post(`${base()}/clients/new`, form);
    const path = `${base()}/clients/${encodeURIComponent(id)}`;
    expect([again.status, again.headers.location]).toEqual([303, path]);
    const [list, one] = [await owner.see(`${base()}/clients`), await owner.see(path)];
    for (const { html, status } of [added, list, one]) {
      expect([status, html.includes(script)]).toEqual([200, false]);
    }
    expect(list.html + one.html).not.toContain(secret);
    const rotate = await owner.formOf(`${path}/secret`);
    const rotated = secretIn((await owner.post(`${path}/secret`, rotate)).html);
    expect(rotated).not.toBe(secret);
    expect((await owner.post(`${path}/secret`, rotate)).status).toBe(303);
    const told = await audit();
    expect([told.includes(secret), told.includes(rotated)]).toEqual([false, false]);
    const isDisabled = async () =>
      (await app().application.listClients(shop().organisationId)).find((it) => it.id === id)
        ?.disabled;
    await owner.post(`${path}/switch`, await owner.formOf(`${path}/switch`));
    expect(await isDisabled()).toBe(true);
    await owner.post(`${path}/switch`, await owner.formOf(`${path}/switch`));
    expect(await isDisabled()).toBe(false);
  });

  test('that lacks a scope, or has a name that is taken or not allowed, is not added', async () => {
    const owner = await operator({ role: 'owner' });
    const path = `${base()}/clients/new`;
    const { scopes, ...none } = await newClient(owner, 'one');
    expect((await owner.post(path, none)).status).toBe(422);
    expect((await owner.post(path, { ...none, scopes: '/external/all/w' })).status).toBe(422);
    const like = await owner.post(path, { ...none, scopes, clientId: 'operator:x' });
    expect([like.status, like.html.includes('href="#clientId"')]).toEqual([422, true]);
    expect((await owner.post(path, { ...(await newClient(owner, 'taken')) })).status).toBe(200);
    expect((await owner.post(path, { ...(await newClient(owner, 'taken')) })).status).toBe(409);
  });
});

describe('The log', () => {
  test('is looked through from either end, and each event side by side', async () => {
    await happen(2);
    const viewer = await operator({ role: 'viewer' });
    const ids = async (query: string) =>
      [
        ...(await viewer.see(`${base()}/events?${query}`)).html.matchAll(
          /\/events\/([\da-f]{24})"/g,
        ),
      ].map(([, id]) => id);
    const newest = await ids('');
    expect(newest.length).toBeGreaterThan(1);
    expect(await ids('order=oldest')).toEqual(newest.toReversed());
    expect(await ids('type=package_upgrade')).toEqual([]);
    expect(await ids('order=oldest&from=2')).toEqual(newest.toReversed().slice(1));
    const event = await viewer.see(`${base()}/events/${newest[0] ?? ''}`);
    expect(event.status).toBe(200);
    expect(readableText(event.html)).toContain('Before and after Field Before After');
    expect((await viewer.see(`${base()}/events/${newId()}`)).status).toBe(404);
  });
});

describe('A test clock', () => {
  test('goes on by a day, a month, to the next boundary and to a time, each form once', async () => {
    const owner = await operator({ role: 'owner' });
    await shop().subscribes(false);
    const path = `${base()}/clock`;
    const now = async () => {
      const reading = await app().application.readTestClock({
        organisationId: shop().organisationId,
      });
      if (!reading.ok) throw new Error(reading.failure);
      return new Date(reading.now).toISOString();
    };
    const formBy = async (step: string) => ({ ...(await owner.formOf(path)), step });
    const day = await formBy('day');
    const moved = await owner.post(path, day);
    expect(moved.headers.location).toMatch(/\/clock\?applied=\d+/);
    expect(await now()).toBe('2027-04-16T22:00:00.000Z');
    expect((await owner.post(path, day)).headers.location).toBe(moved.headers.location);
    expect(await now()).toBe('2027-04-16T22:00:00.000Z');
    const stale = await owner.post(path, { ...day, key: 'z'.repeat(22) });
    expect([stale.status, await now()]).toEqual([412, '2027-04-16T22:00:00.000Z']);
    await owner.post(path, await formBy('boundary'));
    expect(await now()).toBe('2027-04-30T22:00:00.000Z');
    const told = await owner.post(path, await formBy('month'));
    expect(await now()).toBe('2027-05-31T22:00:00.000Z');
    const { html } = await owner.see(String(told.headers.location));
    expect(readableText(html)).toMatch(/\d+ periods? ended|No period ended/);
    const set = { ...(await formBy('at')), at: '2027-06-02T00:00:00+02:00' };
    await owner.post(path, set);
    expect(await now()).toBe('2027-06-01T22:00:00.000Z');
    const back = await owner.post(path, {
      ...(await formBy('at')),
      at: '2027-01-01T00:00:00+01:00',
    });
    const nonsense = await owner.post(path, { ...(await formBy('at')), at: script });
    expect([back.status, nonsense.status]).toEqual([409, 422]);
    expect(nonsense.html).not.toContain(script);
  });

  test('of a live organisation is none', async () => {
    const live = await app().opens({}, true);
    const owner = await operator({ role: 'owner', organisationId: live.organisationId });
    const { status, html } = await owner.see(`${base(live.organisationId)}/clock`);
    expect([status, html.includes('<form method="post" action="/console/5')]).toEqual([200, false]);
    expect(readableText(html)).toContain('This organisation is live');
    const form = { key, step: 'day', from: 'real', at: '' };
    expect((await owner.post(`${base(live.organisationId)}/clock`, form)).status).toBe(409);
  });
});

describe('Every page for developers', () => {
  const acts = [
    ['webhooks/new', 'owner'],
    ['webhooks/ID/edit', 'owner'],
    ['webhooks/ID/switch', 'owner'],
    ['webhooks/ID/remove', 'owner'],
    ['webhooks/ID/secret', 'owner'],
    ['webhooks/ID/example', 'support'],
    ['webhooks/ID/replay', 'editor'],
    ['clients/new', 'owner'],
  ] as const;
  const ladder = ['viewer', 'support', 'editor', 'owner'] as const;

  test('does for each role what it may, and refuses the rest', async () => {
    const owner = await operator({ role: 'owner' });
    const { id } = await adds(owner);
    for (const role of ladder) {
      const one = await operator({ role });
      for (const [path, least] of acts) {
        const { status } = await one.see(`${base()}/${path.replace('ID', id)}`);
        const may = ladder.indexOf(role) >= ladder.indexOf(least);
        expect([role, path, status]).toEqual([role, path, may ? 200 : 403]);
      }
      const shown = (await one.see(`${base()}/webhooks/${id}`)).html;
      expect(shown.includes(`${id}/replay"`)).toBe(role === 'editor' || role === 'owner');
      expect(shown.includes(`${id}/secret"`)).toBe(role === 'owner');
    }
    const viewer = await operator({ role: 'viewer' });
    const form = { key, step: 'day', from: 'real', at: '' };
    expect((await viewer.post(`${base()}/clock`, form)).status).toBe(403);
  });

  test('knows nothing of another organisation', async () => {
    const owner = await operator({ role: 'owner' });
    const { id } = await adds(owner);
    const form = { ...(await owner.formOf(`${base()}/clients/new`)), clientId: `own ${newId()}` };
    await owner.post(`${base()}/clients/new`, {
      ...form,
      service: 'tulo',
      scopes: '/external/event/r',
    });
    const other = await app().opens();
    const theirs = await operator({ role: 'owner', organisationId: other.organisationId });
    const there = base(other.organisationId);
    for (const path of ['', '/edit', '/secret', '/replay', '/deliveries/1']) {
      expect((await theirs.see(`${there}/webhooks/${id}${path}`)).status).toBe(404);
      expect((await theirs.see(`${base()}/webhooks/${id}${path}`)).status).toBe(404);
    }
    const client = encodeURIComponent(form.clientId);
    for (const path of ['', '/secret', '/switch']) {
      expect((await theirs.see(`${there}/clients/${client}${path}`)).status).toBe(404);
    }
    expect((await theirs.post(`${there}/webhooks/${id}/remove`, { key })).status).toBe(404);
  });
});
