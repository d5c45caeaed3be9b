import { expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../src/credentials/random-page-secrets.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { ownerOf } from '../contract/pages/portal-app.js';
import { openConsoleSuite } from '../contract/pages/console-suite.js';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';
import { buildSession, buildVisit } from '../support/stored/build-page-access.js';

// docs/spec/pages.md §7, §15
describeInBrowser('The time of a visit', (browser) => {
  const { app, operator, shop } = openConsoleSuite({ TRUSTED_PROXIES: 'loopback' });
  const origin = () => `http://localhost:${String(app().port)}`;

  /** Somebody who holds that session, and whose browser's clock is moved. */
  const comes = async (surface: 'portal' | 'console', secret: string) => {
    const visitor = await comeToPages(browser(), origin());
    const { context, page } = visitor;
    await context.clock.install();
    await context.addCookies([{ name: surface, value: secret, url: origin() }]);
    const asked: string[] = [];
    context.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('/alive')) asked.push(pathname);
    });
    const answered = () => page.waitForResponse((it) => it.url().endsWith('/alive'));
    return { ...visitor, asked, answered, told: page.locator('#told') };
  };

  test('at the portal is told before it ends, as is that of an offer, and is prolonged by a key alone', async () => {
    const product = await shop().subscribes(true);
    const secret = randomPageSecrets.next();
    const tokenHash = randomPageSecrets.hashOf(secret);
    const now = Date.now();
    const times = { seenAt: toInstant(now), endsAt: toInstant(now + 28_800_000) };
    const held = { tokenHash, owner: ownerOf(product), visit: buildVisit(), ...times };
    await app().stores.pageAccess.insertSession(buildSession(held));
    const visitor = await comes('portal', secret);
    const { page, check, asked, answered, told } = visitor;
    await page.goto(`${origin()}/portal/subscriptions/${product.id}/change`);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'Change to' }).waitFor();
    expect(await told.textContent()).toBe('');

    await page.clock.fastForward('13:30');
    await told.getByText('is good for less than 2 minutes more').waitFor();
    await check('portal-quote-ending');
    await page.clock.fastForward('02:00');
    await told.getByText('is no longer good').waitFor();
    await page.keyboard.press('Shift');
    await page.clock.fastForward('13:00');
    await told.getByText('Your time here ends within 2 minutes').waitFor();
    await check('portal-session-ending');
    expect(asked).toEqual([]);

    const prolonged = answered();
    await page.keyboard.press('Shift');
    expect((await prolonged).status()).toBe(200);
    await told.getByText('is no longer good').waitFor();
    await page.clock.fastForward('28:30');
    await told.getByText('Your time here ends within 2 minutes').waitFor();
    await app().stores.pageAccess.updateSession(tokenHash, { seenAt: toInstant(0) });
    const refused = answered();
    await page.keyboard.press('Shift');
    expect((await refused).status()).toBe(401);
    await told.getByText('Your time here has ended').waitFor();
    expect(visitor.complaints()).toHaveLength(1);
    await page.keyboard.press('Shift');
    expect(asked).toEqual(['/portal/alive', '/portal/alive']);
    await visitor.leave();
  });

  test('at the console is one for all its pages, is prolonged by a click, and ends of itself', async () => {
    const { secret } = await operator({ role: 'owner' });
    const visitor = await comes('console', secret);
    const { context, page, check, asked, answered, told } = visitor;
    const today = `${origin()}/console/${shop().organisationId}/today`;
    await page.goto(today);
    await page.clock.fastForward('58:30');
    await told.getByText('Your time here ends within 2 minutes').waitFor();
    await check('console-session-ending');
    const prolonged = answered();
    await page.getByRole('heading', { level: 1 }).click();
    expect((await prolonged).status()).toBe(200);
    await expect(told.textContent()).resolves.toBe('');

    await page.clock.fastForward('58:30');
    await told.getByText('Your time here ends within 2 minutes').waitFor();
    const other = await context.newPage();
    await other.goto(today);
    await page.waitForFunction(() => document.querySelector('#told')?.textContent === '');
    await other.close();
    await page.clock.fastForward('01:00:05');
    await told.getByText('Your time here has ended').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await check('console-session-ended');
    expect(asked).toEqual(['/console/alive']);
    await visitor.leave();
  });
});
