import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';
import { demo } from '../support/portal-file.js';
import { changesOf, openPortalShop, type PortalShop } from '../support/portal-shop.js';
import {
  chooseChange,
  formOn,
  orderWords,
  pressFor,
  subscriptionPath,
} from '../support/portal-steps.js';

describeInBrowser('A way into the portal', (browser) => {
  let shop: PortalShop;
  beforeAll(async () => {
    shop = await openPortalShop();
  });
  afterAll(() => shop.close());

  const come = (options = {}) => comeToPages(browser(), shop.url(), options);

  describe.each([
    ['with script', true],
    ['without script', false],
  ])('%s', (_how, javaScriptEnabled) => {
    test('by a link of a page opens once, and goes on in the browser that it has let in', async () => {
      const { account } = shop.nextCustomer();
      const { url } = await shop.link(account);
      const first = await come({ javaScriptEnabled });
      await first.page.goto(url);
      expect(new URL(first.page.url()).pathname).toBe('/portal');
      await first.page.goto(url);
      expect(new URL(first.page.url()).pathname).toBe('/portal');
      const second = await come({ javaScriptEnabled });
      expect((await second.page.goto(url))?.status()).toBe(410);
      await second.check('enter-used');
      await second.page.getByRole('link', { name: 'Back to where you came from' }).waitFor();
      await first.leave();
      await second.leave();
    });

    test('by a link of a message opens by its button alone', async () => {
      const { account } = shop.nextCustomer();
      const { url } = await shop.link(account, { delivery: 'message' });
      const scanner = await come({ javaScriptEnabled });
      await scanner.page.goto(url);
      await scanner.leave();
      const visitor = await come({ javaScriptEnabled });
      await visitor.page.goto(url);
      await visitor.check('enter');
      await pressFor(visitor.page, 'Go on', 'Your subscriptions');
      await visitor.leave();
    });
  });

  test('is not used up by whoever only looks', async () => {
    const { url } = await shop.link(shop.nextCustomer().account);
    for (const headers of [{ 'sec-purpose': 'prefetch' }, { purpose: 'prefetch' }]) {
      const looked = await fetch(url, { headers, redirect: 'manual' });
      expect(looked.headers.get('set-cookie')).toBeNull();
    }
    expect((await fetch(url, { method: 'HEAD' })).headers.get('set-cookie')).toBeNull();
    const visitor = await come();
    await visitor.page.goto(url);
    await visitor.page.getByRole('heading', { name: 'Your subscriptions' }).waitFor();
    await visitor.leave();
  });

  test('that has ended in the middle leads nowhere: nothing is done, and the page says the way back', async () => {
    const customer = shop.nextCustomer();
    const { id, url } = await shop.link(customer.account);
    const visitor = await come();
    const { page } = visitor;
    await page.goto(url);
    await page.goto(shop.url() + subscriptionPath(customer.basic));
    await chooseChange(page, demo.digitalMonthly);
    await shop.ask('DELETE', `/external/api/v1/portal_sessions/${id}`);
    await pressFor(page, orderWords, 'Your time here has ended');
    await visitor.check('session-over');
    expect(await changesOf(shop, customer.account)).toEqual([]);
    await visitor.leave();
  });

  test('is closed by who logs out, also for the back button', async () => {
    const visitor = await come();
    const { page } = visitor;
    await page.goto((await shop.link(shop.nextCustomer().account)).url);
    await pressFor(page, 'Log out', 'You are logged out');
    await visitor.check('left');
    expect((await page.goto(`${shop.url()}/portal`))?.status()).toBe(401);
    await visitor.leave();
  });

  test('is none for the form of another page, whatever it sends', async () => {
    const customer = shop.nextCustomer();
    const visitor = await come();
    const { page, context } = visitor;
    await page.goto((await shop.link(customer.account)).url);
    await page.goto(`${shop.url() + subscriptionPath(customer.basic)}/cancel`);
    const form = await formOn(page);
    const target = `${shop.url() + subscriptionPath(customer.basic)}/cancel`;
    const inputs = Object.entries(form).map(
      ([name, value]) => `<input name="${name}" value="${value}">`,
    );
    const foreign = createServer((_req, res) => {
      res.setHeader('content-type', 'text/html');
      res.end(
        `<form method="post" action="${target}">${inputs.join('')}<button>Win</button></form>`,
      );
    }).listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    const { port } = foreign.address() as AddressInfo;
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${String(port)}/`);
    const answered = other.waitForResponse(target);
    await other.getByRole('button').click();
    expect((await answered).status()).toBe(403);
    await other.getByRole('heading', { name: 'This was not sent from here' }).waitFor();
    visitor.complaints();
    await page.goto(shop.url() + subscriptionPath(customer.basic));
    await page.getByText('Renews on 1 June 2040').waitFor();
    foreign.close();
    await visitor.leave();
  });
});
