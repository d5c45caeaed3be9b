import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../../src/domain/ids.js';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import { type PortalWorld, startPortal } from '../../unit/application/portal/portal-world.js';
import { send } from './send.js';
import { startApp, type StartedApp } from './start-app.js';

const all = '/external/api/v1/portal_sessions';
const own = '/external/api/v1/me/portal_sessions';
const return_url = 'https://publisher.test/account';

let world: PortalWorld;
let app: StartedApp;
beforeEach(async () => {
  world = await startPortal();
  app = await startApp({ ...world.useCases });
  app.client.organisationId = world.organisationId;
});
afterEach(() => app.close());

type Asked = {
  readonly path?: string;
  readonly method?: string;
  readonly body?: object;
  readonly scope?: string;
  readonly accountId?: AccountId;
  readonly headers?: Readonly<Record<string, string>>;
};

function ask({ path = all, method = 'POST', body = {}, ...asked }: Asked = {}) {
  const usual = path === own ? {} : { account_id: world.product.accountId };
  const content =
    method === 'POST' ? { body: JSON.stringify({ ...usual, return_url, ...body }) } : {};
  const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
  const authorization = `Bearer ${tokenFor(path, asked)}`;
  return send(app.port, {
    method,
    path,
    headers: { authorization, ...type, ...asked.headers },
    ...content,
  });
}

function tokenFor(path: string, { scope, accountId }: Asked): string {
  if (path !== own) return app.token([scope ?? '/external/portal/w'], accountId);
  return app.token([scope ?? '/external/me/w'], accountId ?? world.product.accountId);
}

type Item = { readonly item: { readonly id: string; readonly url: string } };
const itemOf = (json: unknown) => (json as Item).item;
const secretOf = (json: unknown) => itemOf(json).url.split('/').at(-1) ?? '';
const open = (json: unknown) => world.open(secretOf(json));

describe.each([all, own])('POST %s', (path) => {
  test('answers an address that lets the account in once', async () => {
    const { status, json } = await ask({ path });
    expect([status, json]).toEqual([
      201,
      {
        item: {
          id: expect.stringMatching(/^[a-f\d]{24}$/),
          url: expect.stringMatching(/^https:\/\/portal\.test\/portal\/enter\/[\w-]{43}$/),
          expires_at: new Date(world.time.now() + 5 * 60_000).toISOString(),
        },
      },
    ]);
    expect(await open(json)).toMatchObject({
      outcome: 'entered',
      session: { owner: { accountId: world.product.accountId }, visit: { returnUrl: return_url } },
    });
    expect(await open(json)).toMatchObject({ outcome: 'used' });
  });

  test('takes what is said of the visit', async () => {
    const flow = { type: 'change', user_product_id: world.product.id, package_code: 'digital' };
    const said = { locale: 'sv', delivery: 'message', offer: ['premium', 'digital'], flow };
    const { json } = await ask({ path, body: said });
    expect(await open(json)).toMatchObject({
      outcome: 'waits',
      visit: {
        locale: 'sv',
        offer: ['digital', 'premium'],
        flow: { type: 'change', target: { packageCode: 'digital', targetPeriodId: null } },
      },
    });
  });

  test.each([
    ['return_url', { return_url: undefined }, 'Parameter is required'],
    [
      'return_url',
      { return_url: 'https://evil.test/account' },
      'Parameter must lead to an address that the organisation names, or below it',
    ],
    [
      'return_url',
      { return_url: 'javascript:alert(1)' },
      'Parameter must lead to an address that the organisation names, or below it',
    ],
    ['locale', { locale: 7 }, 'Parameter must be a string'],
    ['delivery', { delivery: 'mail' }, 'Parameter must be one of redirect, message'],
    ['expires_in_minutes', { expires_in_minutes: 16 }, 'Parameter must be from 1 to 15'],
    ['offer', { offer: 'digital' }, 'Parameter must be a list'],
    ['offer[0]', { offer: ['$where!'] }, 'Parameter is not what it must be'],
    ['flow', { flow: [] }, 'Parameter must be an object'],
    ['flow.user_product_id', { flow: { type: 'cancel' } }, 'Parameter is required'],
  ])('refuses a faulty %s %#', async (field, body, message) => {
    const { status, json } = await ask({ path, body });
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
  });

  test('refuses a field that nobody knows, also within the flow', async () => {
    const flow = { type: 'cancel', user_product_id: world.product.id, price: 1 };
    for (const [body, field] of [
      [{ organisation_id: 'a' }, 'organisation_id'],
      [{ flow }, 'flow.price'],
    ] as const) {
      const { status, json } = await ask({ path, body });
      expect([status, json]).toMatchObject([400, { code: 'unknown_parameter', field }]);
    }
  });

  test('finds no package and no user product that is not there, or another account’s', async () => {
    const other = await world.subscribe();
    for (const body of [
      { offer: ['nothing'] },
      { flow: { type: 'cancel', user_product_id: 'f'.repeat(24) } },
      { flow: { type: 'cancel', user_product_id: other.id } },
    ]) {
      const { status, json } = await ask({ path, body });
      expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
    }
  });

  test('is 409 where the organisation has closed its portal', async () => {
    await world.set({ enabled: false });
    const { status, json } = await ask({ path });
    expect([status, json]).toMatchObject([409, { code: 'portal_disabled' }]);
  });

  test('lets nobody in with another scope', async () => {
    const { status, json } = await ask({ path, scope: '/external/me/r' });
    expect([status, json]).toMatchObject([403, { code: 'insufficient_scope' }]);
  });

  test('under one key is one link, which only the newest address opens', async () => {
    const headers = { 'idempotency-key': 'visit-1' };
    const [first, second] = [await ask({ path, headers }), await ask({ path, headers })];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(itemOf(second.json).id).toBe(itemOf(first.json).id);
    expect(await open(first.json)).toEqual({ outcome: 'unknown' });
    expect(await open(second.json)).toMatchObject({ outcome: 'entered' });
    const third = await ask({ path, headers });
    expect(await open(third.json)).toMatchObject({ outcome: 'entered' });
  });

  test('is 422 under a key of another request, and refused anew after a refusal', async () => {
    const headers = { 'idempotency-key': 'visit-1' };
    await ask({ path, headers });
    const other = await ask({ path, headers, body: { locale: 'sv' } });
    expect([other.status, other.json]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    await world.set({ enabled: false });
    expect((await ask({ path, headers })).status).toBe(409);
    await world.set({});
    expect((await ask({ path, headers })).status).toBe(201);
  });

  test('leaves its secret in no log and in no kept answer', async () => {
    const headers = { 'idempotency-key': 'visit-1' };
    const first = secretOf((await ask({ path, headers })).json);
    const second = secretOf((await ask({ path, headers })).json);
    const said = JSON.stringify([app.logged, app.requestLines]);
    expect(app.requestLines).toHaveLength(2);
    for (const secret of [first, second]) expect(said).not.toContain(secret);
    const link = await world.stores.pageAccess.findLink(randomPageSecrets.hashOf(second));
    expect(JSON.stringify(link)).not.toContain(second);
  });
});

describe('A portal session', () => {
  test('of another organisation’s account is a plain 404', async () => {
    const other = await startPortal();
    const { status, json } = await ask({ body: { account_id: other.product.accountId } });
    expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('is not for the token of an account, but by its own address', async () => {
    const { status, json } = await ask({ accountId: world.product.accountId });
    expect([status, json]).toMatchObject([403, { code: 'identity_not_allowed' }]);
    const named = await ask({ path: own, body: { account_id: world.product.accountId } });
    const unknown = { code: 'unknown_parameter', field: 'account_id' };
    expect([named.status, named.json]).toMatchObject([400, unknown]);
  });

  test('is made for the account of the token, and 404 where that is gone', async () => {
    const other = await world.subscribe();
    const { json } = await ask({ path: own, accountId: other.accountId });
    const session = { owner: { accountId: other.accountId } };
    expect(await open(json)).toMatchObject({ outcome: 'entered', session });
    const gone = await ask({ path: own, accountId: 'f'.repeat(24) as AccountId });
    expect([gone.status, gone.json]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('is ended with whoever came by it', async () => {
    const { json } = await ask();
    const opened = await open(json);
    const secret = opened.outcome === 'entered' ? opened.secret : '';
    const path = `${all}/${itemOf(json).id}`;
    expect((await ask({ path, method: 'DELETE' })).status).toBe(204);
    expect(await world.useCases.readPortalSession(secret)).toMatchObject({ ok: false });
    const again = await ask({ path, method: 'DELETE' });
    expect([again.status, again.json]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('of another organisation, or that is none, is not ended', async () => {
    const other = await startPortal();
    const { id } = await other.create();
    for (const named of [id, 'x', '%00', 'f'.repeat(24)]) {
      expect((await ask({ path: `${all}/${named}`, method: 'DELETE' })).status).toBe(404);
    }
    expect(
      await other.useCases.endPortalSession({ organisationId: other.organisationId, id }),
    ).toBe(true);
  });

  test('is at no address where there is no portal', async () => {
    await app.close();
    app = await startApp({ ...world.useCases, portalBaseUrl: null });
    app.client.organisationId = world.organisationId;
    for (const path of [all, own]) {
      const { status, json } = await ask({ path });
      const nothing = { code: 'not_found', message: 'There is nothing at this address' };
      expect([status, json]).toEqual([404, nothing]);
    }
  });
});
