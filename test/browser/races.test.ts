import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';
import { type Customer, demo } from '../support/portal-file.js';
import { changesOf, openPortalShop, type PortalShop } from '../support/portal-shop.js';
import {
  chooseChange,
  formOn,
  orderWords,
  postAtOnce,
  pressFor,
  subscriptionPath,
} from '../support/portal-steps.js';

const moved = 'Something changed since you looked';

describeInBrowser('An order', (browser) => {
  let shop: PortalShop;
  beforeAll(async () => {
    shop = await openPortalShop();
  });
  afterAll(() => shop.close());

  const enter = async (customer: Customer, options = {}) => {
    const visitor = await comeToPages(browser(), shop.url(), options);
    await visitor.page.goto((await shop.link(customer.account)).url);
    await visitor.page.goto(shop.url() + subscriptionPath(customer.basic));
    return visitor;
  };
  const statesOf = async ({ account }: Customer) =>
    (await changesOf(shop, account)).map((it) => it.state);

  test.each([2, 20])(
    'that comes %i times at once has one effect and one receipt',
    async (times) => {
      const customer = shop.nextCustomer();
      const { page, leave } = await enter(customer);
      await chooseChange(page, demo.digitalMonthly);
      const path = `${subscriptionPath(customer.basic)}/change`;
      const led = await postAtOnce(page, { path, form: await formOn(page), times });
      expect(new Set(led).size).toBe(1);
      expect(led[0]).toMatch(/\/changes\/[\da-f]{24}$/);
      expect(await statesOf(customer)).toEqual(['applied']);
      await leave();
    },
  );

  test('of the same choice in two tabs leads to one receipt; of another choice it changes nothing', async () => {
    const customer = shop.nextCustomer();
    const { page, context, check, complaints, leave } = await enter(customer);
    const [same, other] = [await context.newPage(), await context.newPage()];
    for (const tab of [same, other]) await tab.goto(page.url());
    await chooseChange(page, demo.digitalMonthly);
    await chooseChange(same, demo.digitalMonthly);
    await chooseChange(other, demo.premiumMonthly);
    await pressFor(page, orderWords, 'Your change is made');
    await pressFor(same, orderWords, 'Your change is made');
    expect(same.url()).toBe(page.url());
    const answered = other.waitForResponse((it) => it.request().method() === 'POST');
    await other.getByRole('button', { name: orderWords }).click();
    expect([409, 412]).toContain((await answered).status());
    await check('order-of-another-tab', other);
    expect(await statesOf(customer)).toEqual(['applied']);
    complaints();
    await leave();
  });

  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'at a price that was edited meanwhile is shown anew, and then made (%s)',
    async (_how, has) => {
      const customer = shop.nextCustomer();
      const { page, check, leave } = await enter(customer, { javaScriptEnabled: has });
      await chooseChange(page, demo.premiumMonthly);
      const amount = has ? 31_000 : 32_000;
      const path = `/price-plans/${demo.premiumMonthly}`;
      expect(await shop.ask('PUT', path, { price: { amount } })).toMatchObject({ status: 200 });
      const answered = page.waitForResponse((it) => it.request().method() === 'POST');
      await page.getByRole('button', { name: orderWords }).click();
      expect((await answered).status()).toBe(412);
      await page.getByRole('heading', { name: moved }).waitFor();
      await check('order-price-moved');
      expect(await statesOf(customer)).toEqual([]);
      await pressFor(page, orderWords, 'Your change is made');
      await page
        .getByText(`SEK ${String(amount / 100)}.00 per month`)
        .first()
        .waitFor();
      expect(await statesOf(customer)).toEqual(['applied']);
      await leave();
    },
  );

  test('that is sent offline is told and not sent', async () => {
    const customer = shop.nextCustomer();
    const { page, context, leave } = await enter(customer);
    await chooseChange(page, demo.digitalMonthly);
    const confirm = page.url();
    await context.setOffline(true);
    await page.getByRole('button', { name: orderWords }).click();
    await page.getByText('You are offline. Nothing was sent.').waitFor();
    expect(page.url()).toBe(confirm);
    await context.setOffline(false);
    expect(await statesOf(customer)).toEqual([]);
    await pressFor(page, orderWords, 'Your change is made');
    await leave();
  });

  test('that is long under way says so, and a second press sends nothing', async () => {
    const customer = shop.nextCustomer();
    const { page, leave } = await enter(customer);
    const said = heardFrom(page);
    await chooseChange(page, demo.digitalMonthly);
    let sent = 0;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/change', async (route) => {
      sent += 1;
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: orderWords }).click({ noWaitAfter: true });
    expect(await said).toBe('Working…');
    await page.keyboard.press('Enter');
    letGo();
    await page.getByRole('heading', { name: 'Your change is made' }).waitFor();
    expect(sent).toBe(1);
    await leave();
  });

  test('whose process was killed before it answered is found done when it is sent again', async () => {
    const customer = shop.nextCustomer();
    const { page, complaints, leave } = await enter(customer);
    await chooseChange(page, demo.digitalMonthly);
    const form = await formOn(page);
    const confirm = page.url();
    await page.route('**/change', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await shop.kill();
      await route.abort('connectionreset');
    });
    const failed = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: orderWords }).click({ noWaitAfter: true });
    await failed;
    await page.unrouteAll();
    await shop.restart();
    complaints();
    await page.goto(`${shop.url()}/portal`);
    const path = `${subscriptionPath(customer.basic)}/change`;
    const [receipt = ''] = await postAtOnce(page, { path, form, times: 1 });
    await page.goto(shop.url() + receipt);
    await page.getByRole('heading', { name: 'Your change is made' }).waitFor();
    expect(await statesOf(customer)).toEqual(['applied']);
    await page.goto(confirm);
    expect(page.url()).not.toBe(confirm);
    await leave();
  });

  // The last ones of this file: they move the clock that all share.
  test('whose quote is over is shown anew, and then made', async () => {
    const customer = shop.nextCustomer();
    const { page, check, leave } = await enter(customer);
    await chooseChange(page, demo.digitalMonthly);
    await shop.setClock('2040-05-16T12:16:00+02:00');
    await pressFor(page, orderWords, 'Change to Digital');
    await page.getByRole('heading', { name: moved }).waitFor();
    await check('order-quote-over');
    expect(await statesOf(customer)).toEqual([]);
    await pressFor(page, orderWords, 'Your change is made');
    await leave();
  });

  test('across the end of the period is shown anew with the days of the next one', async () => {
    const customer = shop.nextCustomer();
    const { page, check, leave } = await enter(customer);
    await chooseChange(page, demo.digitalMonthly);
    await shop.setClock('2040-06-02T12:00:00+02:00');
    await pressFor(page, orderWords, 'Change to Digital');
    await page.getByRole('heading', { name: moved }).waitFor();
    await check('order-boundary-passed');
    expect(await statesOf(customer)).toEqual([]);
    await pressFor(page, orderWords, 'Your change is made');
    expect(await statesOf(customer)).toEqual(['applied']);
    await leave();
  });
});

/** What pages say first in their live region; a page that is being left cannot be asked any more, so it tells. */
async function heardFrom(page: Page): Promise<string> {
  const said = new Promise<string>((resolve) => {
    void page.exposeFunction('tellSaid', resolve);
  });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const told = document.querySelector('#told');
      const { tellSaid } = globalThis as unknown as { tellSaid: (text: string) => void };
      new MutationObserver(() => {
        if (told?.textContent) tellSaid(told.textContent);
      }).observe(told ?? document, { childList: true });
    });
  });
  return said;
}
