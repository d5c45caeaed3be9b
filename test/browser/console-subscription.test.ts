import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';
import { demo } from '../support/portal-file.js';
import { changesOf, openPortalShop, type PortalShop } from '../support/portal-shop.js';
import { pressFor, subscriptionPath } from '../support/portal-steps.js';

const email = 'owner@console.test';

describeInBrowser('The console’s pages of one subscription', (browser) => {
  let shop: PortalShop;
  beforeAll(async () => {
    shop = await openPortalShop();
    const who = ['--name', 'Owner', '--email', email, '--role', 'owner'];
    await shop.cli('operator', 'add', ...who, '--organisation', demo.organisation);
  });
  afterAll(() => shop.close());

  const enter = async (options = {}) => {
    const visitor = await comeToPages(browser(), shop.url(), options);
    const { page } = visitor;
    const link = await shop.cli('operator', 'link', '--operator', email);
    await page.goto(shop.url() + new URL(link).pathname);
    const list = `${shop.url()}/console/${demo.organisation}/subscriptions`;
    return { ...visitor, list, to: (id: string) => page.goto(`${list}/${id}`) };
  };
  const follow = (page: Page, name: string) =>
    page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  const target = (page: Page, name: string) =>
    page.locator('#possible').getByRole('link', { name }).first().click();
  const statesOf = async (account: string) =>
    (await changesOf(shop, account)).map(({ state }) => state);

  test('lead from the list to a change, and back from it, at once or while it waits', async () => {
    const { page, check, leave, list } = await enter();
    const { account, starter } = shop.nextCustomer();
    await page.goto(list);
    await page.getByLabel('Find a subscription').fill(starter);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('table').getByRole('link', { name: 'Starter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Starter' }).waitFor();
    await check('console-subscription');

    await target(page, 'Pro');
    await check('console-confirm');
    await pressFor(page, 'Change to Pro', 'Pro');
    for (const it of await page.locator('#timeline summary').all()) await it.click();
    await check('console-subscription-upgraded');
    await follow(page, 'Undo this change');
    await check('console-undo');
    await pressFor(page, 'Go back to Starter', 'Starter');
    await check('console-subscription-undone');
    await page.getByText('Change undone: Starter again').first().waitFor();

    await target(page, 'Pro');
    await pressFor(page, 'Change to Pro', 'Pro');
    await target(page, 'Starter');
    await pressFor(page, 'Change to Starter', 'Pro');
    await page.getByText('A change is ordered').waitFor();
    await check('console-subscription-waits');
    await follow(page, 'Undo the change');
    await check('console-undo-waiting');
    await pressFor(page, 'Keep Pro', 'Pro');
    expect(await page.getByText('A change is ordered').count()).toBe(0);
    expect((await statesOf(account)).at(-1)).toBe('cancelled');
    await leave();
  });

  test('show what has moved since, and do it only then', async () => {
    const { page, context, check, leave, to } = await enter();
    const { account, digital } = shop.nextCustomer();
    await to(digital);
    await check('console-subscription-packages');
    await target(page, 'Premium');
    const path = `/price-plans/${demo.premiumMonthly}`;
    await shop.ask('PUT', path, { price: { amount: 31_500 } });
    await pressFor(page, 'Change to Premium', 'Change to Premium');
    await page.getByRole('heading', { name: 'Something changed since you looked' }).waitFor();
    await check('console-confirm-moved');
    expect(await statesOf(account)).toEqual([]);
    await pressFor(page, 'Change to Premium', 'Premium');
    expect(await statesOf(account)).toEqual(['applied']);

    await follow(page, 'Cancel');
    const other = await context.newPage();
    await other.goto(page.url().replace(/cancel$/, 'dates'));
    await other.getByLabel('Valid to').fill('2040-06-10T00:00:00+02:00');
    await pressFor(other, 'Save the dates', 'Premium');
    await pressFor(page, 'Cancel now', 'Cancel Premium');
    await check('console-cancel-moved');
    await pressFor(page, 'Cancel now', 'Premium');
    await check('console-subscription-cancelled');
    await leave();
  });

  test('assign a product group, which its customer then sees', async () => {
    const { page, check, leave, to } = await enter();
    const { account, starter } = shop.nextCustomer();
    const customer = await comeToPages(browser(), shop.url());
    await customer.page.goto((await shop.link(account)).url);
    const options = async () => {
      await customer.page.goto(`${shop.url()}${subscriptionPath(starter)}/change`);
      return customer.page.getByRole('main').getByText('Enterprise').count();
    };
    await to(starter);
    await follow(page, 'Assign product group');
    await page.getByLabel('Product group').selectOption('None');
    await pressFor(page, 'Assign', 'Starter');
    expect(await options()).toBe(0);
    await follow(page, 'Assign product group');
    await check('console-assign');
    await page.getByLabel('Product group').selectOption({ index: 1 });
    await pressFor(page, 'Assign', 'Starter');
    expect(await options()).toBeGreaterThan(0);
    await customer.leave();
    await leave();
  });

  test('set its dates, or say why not', async () => {
    const { page, check, leave, to } = await enter();
    const { basic } = shop.nextCustomer();
    await to(basic);
    await follow(page, 'Edit dates');
    await check('console-dates');
    await page.getByLabel('Valid to').fill('2040-05-01T00:00:00+02:00');
    await page.getByRole('button', { name: 'Save the dates' }).click();
    await page.getByRole('alert').waitFor();
    await check('console-dates-refused');
    await page.getByLabel('Valid to').fill('2040-06-15T00:00:00+02:00');
    await pressFor(page, 'Save the dates', 'Basic');
    await page.getByText('Renews on 15 June 2040').first().waitFor();
    await leave();
  });

  test('do the same without script', async () => {
    const { page, leave, to } = await enter({ javaScriptEnabled: false });
    const { account, starter } = shop.nextCustomer();
    await to(starter);
    await target(page, 'Pro');
    await pressFor(page, 'Change to Pro', 'Pro');
    await target(page, 'Starter');
    await pressFor(page, 'Change to Starter', 'Pro');
    await follow(page, 'Undo the change');
    await pressFor(page, 'Keep Pro', 'Pro');
    await follow(page, 'Cancel');
    await pressFor(page, 'Cancel now', 'Pro');
    await page.getByText('Runs until').first().waitFor();
    await follow(page, 'Reactivate');
    await pressFor(page, 'Keep Pro', 'Pro');
    await page.getByText('Renews on').first().waitFor();
    expect(await statesOf(account)).toEqual(['applied', 'cancelled']);
    await leave();
  });
});
