import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type PortalApp, startPortalApp } from '../contract/pages/portal-app.js';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';

/** An authenticator in the browser, whose owner is always there and always themselves. */
async function withAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    verifies: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

describeInBrowser('An operator with a passkey', (browser) => {
  let app: PortalApp;
  beforeAll(async () => {
    app = await startPortalApp({ TRUSTED_PROXIES: 'loopback' });
    await app.opens();
    await app.opens();
  });
  afterAll(() => app.close());

  const origin = () => `http://localhost:${String(app.port)}`;
  const linkOf = async (email: string) => {
    const added = await app.application.addOperator({
      ...{ within: '*', organisationId: '*', role: 'owner', name: 'An owner', email },
    });
    if (!added.ok) throw new Error(added.failure);
    const link = await app.application.makeOperatorLink({ within: '*', id: added.id });
    if (!link.ok) throw new Error(link.failure);
    return { id: added.id, url: `${origin()}/console/enter/${link.token}` };
  };

  test('adds it, logs in by it, proves by it, and removes it', async () => {
    const { id, url } = await linkOf('keys@people.test');
    const { page, check, leave } = await comeToPages(browser(), origin());
    const { verifies } = await withAuthenticator(page);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(url);
    await page.goto(`${origin()}/console/me`);
    await check('console-me-none');
    await press('Add a passkey');
    await page.getByRole('link', { name: 'Remove', exact: true }).waitFor();
    await check('console-me');
    const added = (await app.stores.operators.find(id))?.passkeys ?? [];
    expect(added).toHaveLength(1);

    await press('Log out');
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
    await check('console-login');
    await page.goto(`${origin()}/console/login?next=/console/me`);
    await press('Log in with a passkey');
    await page.getByRole('heading', { level: 1, name: 'You' }).waitFor();
    const used = (await app.stores.operators.find(id))?.passkeys[0]?.counter ?? 0;
    expect(used).toBeGreaterThan(added[0]?.counter ?? 0);

    await page.goto(`${origin()}/console/prove?next=/console/me`);
    await check('console-prove');
    await verifies(false);
    await press('Prove with a passkey');
    await page.getByText('No passkey was used').waitFor();
    await verifies(true);
    await press('Prove with a passkey');
    await page.getByRole('heading', { level: 1, name: 'You' }).waitFor();

    await page.getByRole('link', { name: 'Remove', exact: true }).click();
    await page.getByText('It is your last way in').waitFor();
    await check('console-remove-passkey');
    await press('Remove my last way in');
    await page.getByText('You have no passkey').waitFor();
    expect((await app.stores.operators.find(id))?.passkeys).toEqual([]);

    await press('Log out');
    await press('Log in with a passkey');
    await page.getByText('This passkey was not accepted').waitFor();
    await check('console-login-refused');
    await leave();
  });

  test('looks after others, and at what was done', async () => {
    const { organisationId } = await app.opens();
    const { url } = await linkOf('others@people.test');
    const { page, check, leave } = await comeToPages(browser(), origin());
    await page.goto(url);
    const base = `${origin()}/console/${organisationId}/settings`;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(`${base}/operators/new`);
    await check('console-operator-new');
    await page.getByLabel('Name').fill('Somebody new');
    await page.getByLabel('E-mail').fill('nowhere');
    await press('Add the operator');
    expect(await page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
    await check('console-operator-new-fault');
    await page.getByLabel('E-mail').fill('new@people.test');
    await press('Add the operator');
    await page.getByRole('heading', { level: 1, name: 'Somebody new' }).waitFor();
    await check('console-operator');
    for (const [name, link] of [
      ['role', 'Change the role'],
      ['link', 'Make a one-time link'],
      ['disable', 'Disable'],
    ] as const) {
      await page.getByRole('link', { name: link }).click();
      await check(`console-operator-${name}`);
      await page.goBack();
    }
    await page.goto(`${base}/operators`);
    await check('console-operators');
    await page.goto(`${base}/audit`);
    await page.getByRole('cell', { name: 'Edit operators' }).first().waitFor();
    await check('console-audit');
    await page.goto(`${base}/audit?action=erase_account`);
    await check('console-audit-none');
    await leave();
  });
});
