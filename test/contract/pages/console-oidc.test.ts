import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OperatorId } from '../../../src/domain/ids.js';
import { type Person, startIdentityProvider } from '../../support/identity-provider.js';
import { newId } from '../../support/stored/ids.js';
import { askPage } from './ask-page.js';
import { cookieJar } from './cookie-jar.js';
import { type PortalApp, startPortalApp } from './portal-app.js';

type Provider = Awaited<ReturnType<typeof startIdentityProvider>>;

describe('An operator whom an identity provider knows', () => {
  let provider: Provider;
  let app: PortalApp;
  const organisation = newId();
  beforeAll(async () => {
    provider = await startIdentityProvider();
    const roles = {
      support: { organisation, role: 'support' },
      everywhere: { organisation: '*', role: 'owner' },
    };
    app = await startPortalApp({
      ...provider.settings,
      ...{ OIDC_ROLES: JSON.stringify(roles), TRUSTED_PROXIES: 'loopback' },
    });
    provider.serve(address());
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
  });

  let person: Person;
  const address = () => `http://localhost:${String(app.port)}/console/login/oidc/return`;
  const comes = (edits: Partial<Person> = {}) => {
    const sub = newId();
    person = { sub, email: `${sub}@people.test`, name: 'One', groups: ['everywhere'], ...edits };
    provider.isNow(person);
  };
  beforeEach(() => {
    comes();
  });

  const found = () => app.stores.operators.findByIdentity(`${provider.issuer} ${person.sub}`);
  const browser = () => cookieJar(app.port);
  type Browser = ReturnType<typeof browser>;
  /** Begins at the console; answers where the provider sends the browser back to. */
  const goThere = async (
    it: Browser,
    next = '/console/me',
    edit: (at: URL) => void = () => undefined,
  ) => {
    const begun = await it.see(`/console/login/oidc?next=${encodeURIComponent(next)}`);
    expect(begun.status).toBe(303);
    const at = new URL(begun.headers.location ?? '');
    edit(at);
    return it.followAbroad(at, '/console/login/oidc/return');
  };
  const logIn = async (it: Browser, next?: string) => it.see(await goThere(it, next));

  test('comes to the page that was asked for, as what the claim says', async () => {
    const it = browser();
    const entered = await logIn(it, '/console/me');
    expect([entered.status, entered.headers.location]).toEqual([303, '/console/me']);
    expect((await it.see('/console/me')).html).toContain(person.email);
    expect(await found()).toMatchObject({
      ...{ name: 'One', email: person.email },
      memberships: [{ organisationId: '*', role: 'owner' }],
    });
  });

  test('is the same operator the next time, in a session of its own', async () => {
    const it = browser();
    await logIn(it);
    const [first, before] = [await found(), it.cookie('console')];
    await logIn(it);
    expect(await found()).toEqual(first);
    expect(it.cookie('console')).not.toBe(before);
    const old = { cookie: `console=${before ?? ''}` };
    expect((await askPage(app.port, { path: '/console/me', headers: old })).status).toBe(401);
  });

  test('is not led to anybody else’s pages', async () => {
    const entered = await logIn(browser(), 'https://elsewhere.test/');
    expect(entered.headers.location).toBe('/console');
  });

  const isRefused = async (seen: { status: number; html: string }, words: string, status = 403) => {
    expect(seen.html).toContain(words);
    expect([seen.status, await found()]).toEqual([status, null]);
  };

  test('does not come in where the state is another', async () => {
    const it = browser();
    const back = await goThere(it, '/console', (at) => {
      at.searchParams.set('state', 'another');
    });
    await isRefused(await it.see(back), 'did not confirm');
  });

  test('does not come in where the nonce is another', async () => {
    const it = browser();
    const back = await goThere(it, '/console', (at) => {
      at.searchParams.set('nonce', 'another');
    });
    await isRefused(await it.see(back), 'did not confirm');
  });

  test('does not come in where the challenge is of another verifier', async () => {
    const it = browser();
    const back = await goThere(it, '/console', (at) => {
      at.searchParams.set('code_challenge', 'a'.repeat(43));
    });
    await isRefused(await it.see(back), 'did not confirm');
  });

  test('does not come in with an answer that another browser has asked for', async () => {
    const back = await goThere(browser());
    await isRefused(await browser().see(back), 'not begun in this browser', 422);
    const other = browser();
    await other.see('/console/login/oidc');
    await isRefused(await other.see(back), 'did not confirm');
  });

  test('does not come in twice by one answer', async () => {
    const it = browser();
    const back = await goThere(it);
    const sealed = it.cookie('login') ?? '';
    expect((await it.see(back)).status).toBe(303);
    expect((await it.see(back)).status).toBe(422);
    const replayed = await askPage(app.port, {
      path: back,
      headers: { cookie: `login=${sealed}` },
    });
    expect([replayed.status, replayed.headers['set-cookie']?.join().includes('console=')]).toEqual([
      403,
      false,
    ]);
  });

  test('uses nothing up where a browser only looks ahead', async () => {
    const it = browser();
    const back = await goThere(it);
    expect((await it.see(back, { 'sec-purpose': 'prefetch' })).headers.location).toBe(
      '/console/login',
    );
    expect((await it.see(back)).headers.location).toBe('/console/me');
  });

  test('does not come in without a role, or without an address', async () => {
    comes({ groups: ['strangers'] });
    await isRefused(await logIn(browser()), 'no role');
    comes({ email_verified: false });
    await isRefused(await logIn(browser()), 'no e-mail address');
  });

  test('does not take over who has the same address', async () => {
    const { email } = person;
    const other = await app.application.addOperator({
      ...{ within: '*', organisationId: '*', role: 'owner', name: 'Other', email },
    });
    await isRefused(await logIn(browser()), 'Another operator has this e-mail address');
    expect(other.ok && (await app.stores.operators.find(other.id))?.identity).toBeNull();
  });

  test('stays out while disabled', async () => {
    await logIn(browser());
    const { id = newId<OperatorId>() } = (await found()) ?? {};
    await app.application.disableOperator({ within: '*', id });
    const refused = await logIn(browser());
    expect([refused.status, refused.html.includes('you are disabled here')]).toEqual([403, true]);
  });

  test('is what the claim says by now; another role ends what was open', async () => {
    const first = browser();
    await logIn(first);
    provider.isNow({ ...person, groups: 'support' });
    const second = browser();
    await logIn(second);
    expect((await found())?.memberships).toEqual([
      { organisationId: organisation, role: 'support' },
    ]);
    expect((await first.see('/console/me')).status).toBe(401);
    expect((await second.see('/console/me')).status).toBe(200);
    provider.isNow({ ...person, groups: [] });
    expect((await logIn(browser())).status).toBe(403);
    expect((await second.see('/console/me')).status).toBe(401);
  });

  test('proves again who they are by logging in there anew, and nobody else does', async () => {
    const it = browser();
    await logIn(it);
    const proves = await it.see('/console/prove?next=/console/me');
    expect(proves.html).toContain('Nothing was done yet');
    const begun = await it.see('/console/login/oidc?again=1&next=/console/me');
    const at = new URL(begun.headers.location ?? '');
    expect([at.searchParams.get('prompt'), at.searchParams.get('max_age')]).toEqual(['login', '0']);
    await it.see(await it.followAbroad(at, '/console/login/oidc/return'));
    const me = await it.see('/console/me');
    expect([me.status, me.html.includes('data-passkey="make"')]).toEqual([200, true]);
    const { location = '' } = (await it.see('/console/login/oidc?again=1')).headers;
    comes();
    const back = await browser().followAbroad(new URL(location), '/console/login/oidc/return');
    await isRefused(await it.see(back), 'somebody else’s account');
  });

  test('is told where the provider is away, and comes in once it is back', async () => {
    const it = browser();
    const back = await goThere(it);
    provider.goAway();
    const away = await it.see(back);
    expect([away.status, away.html.includes('does not answer just now')]).toEqual([503, true]);
    provider.serve(address());
    expect((await logIn(it)).status).toBe(303);
  });
});

test('A provider that is away keeps no process from starting, and is found when it is there', async () => {
  const provider = await startIdentityProvider();
  const app = await startPortalApp({
    ...provider.settings,
    OIDC_ROLES: '{"a":{"organisation":"*","role":"viewer"}}',
  });
  const { port } = app;
  const away = await askPage(port, { path: '/console/login/oidc' });
  expect([away.status, away.html.includes('does not answer just now')]).toEqual([503, true]);
  provider.serve(`http://localhost:${String(port)}/console/login/oidc/return`);
  const there = await askPage(port, { path: '/console/login/oidc' });
  expect(there.headers.location?.startsWith(provider.issuer)).toBe(true);
  await app.close();
  await provider.close();
});
