import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

describeInBrowser('A customer', (browser) => {
  let shop: PortalShop;
  beforeAll(async () => {
    shop = await openPortalShop();
  });
  afterAll(() => shop.close());

  const enter = async (customer: Customer, options = {}) => {
    const visitor = await comeToPages(browser(), shop.url(), options);
    await visitor.page.goto((await shop.link(customer.account)).url);
    const to = (id: string) => visitor.page.goto(shop.url() + subscriptionPath(id));
    return { ...visitor, to };
  };
  const statesOf = async ({ account }: Customer) =>
    (await changesOf(shop, account)).map((it) => it.state);

  describe.each([
    ['with script', true],
    ['without script', false],
  ])('%s', (_how, javaScriptEnabled) => {
    test('changes at once: a reload, and the old form sent again, lead to the same receipt', async () => {
      const customer = shop.nextCustomer();
      const { page, check, to, leave } = await enter(customer, { javaScriptEnabled });
      await to(customer.basic);
      await chooseChange(page, demo.digitalMonthly);
      await check('confirm-upgrade');
      const form = await formOn(page);
      await pressFor(page, orderWords, 'Your change is made');
      await check('receipt-applied');
      const receipt = page.url();
      await page.reload();
      expect(page.url()).toBe(receipt);
      const path = `${subscriptionPath(customer.basic)}/change`;
      expect(await postAtOnce(page, { path, form, times: 1 })).toEqual([new URL(receipt).pathname]);
      expect(await statesOf(customer)).toEqual(['applied']);
      await to(customer.basic);
      await page.getByRole('heading', { level: 1, name: 'Digital' }).waitFor();
      expect(page.url()).not.toContain(customer.basic);
      await leave();
    });

    test('orders a change for the end of the period, and takes it back', async () => {
      const customer = shop.nextCustomer();
      const { page, check, to, leave } = await enter(customer, { javaScriptEnabled });
      await to(customer.starter);
      await page.getByRole('link', { name: 'Change', exact: true }).click();
      await check('change-group');
      await to(customer.digital);
      await page.getByRole('link', { name: 'Change', exact: true }).click();
      await check('change-offer');
      await page.locator(`input[value$=".${demo.basicMonthly}"]`).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('From 1 June 2040').waitFor();
      await check('confirm-downgrade');
      await pressFor(page, orderWords, 'Your change is ordered');
      await check('receipt-created');
      const receipt = page.url();
      await page.goBack();
      await pressFor(page, orderWords, 'Your change is ordered');
      expect(page.url()).toBe(receipt);
      await page.getByRole('link', { name: 'Undo the change' }).click();
      await check('undo');
      await pressFor(page, 'Keep Digital', 'This change was undone');
      await check('receipt-undone');
      expect(await statesOf(customer)).toEqual(['cancelled']);
      await leave();
    });

    test('cancels, and takes the cancellation back', async () => {
      const customer = shop.nextCustomer();
      const { page, check, to, leave } = await enter(customer, { javaScriptEnabled });
      await to(customer.basic);
      await page.getByRole('link', { name: 'Cancel contracts here' }).click();
      await page.getByText('31 May 2040').first().waitFor();
      await check('cancel');
      await pressFor(page, 'Cancel now', 'Basic');
      await page.getByText('Runs until 31 May 2040, then it ends.').waitFor();
      await page.getByRole('link', { name: 'Keep this subscription' }).click();
      await check('reactivate');
      await pressFor(page, 'Keep Basic', 'Basic');
      await page.getByText('Renews on 1 June 2040').waitFor();
      await leave();
    });
  });

  test('goes from the link to the receipt by the keyboard alone', async () => {
    const { account } = shop.nextCustomer();
    const visitor = await comeToPages(browser(), shop.url());
    const { page } = visitor;
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: it } = document;
        return it instanceof HTMLInputElement ? it.value : (it?.textContent.trim() ?? '');
      });
    const tabTo = async (isThere: (text: string) => boolean): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        if (isThere(await focused())) return;
      }
      throw new Error('the focus never came there');
    };
    const enterFor = async (heading: string): Promise<void> => {
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    };
    await page.goto((await shop.link(account, { delivery: 'message' })).url);
    await tabTo((it) => it === 'Go on');
    await enterFor('Your subscriptions');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await tabTo((it) => it === 'Basic');
    await enterFor('Basic');
    await tabTo((it) => it === 'Change');
    await enterFor('Change your subscription');
    await tabTo((it) => /^[\da-f]{24}\./.test(it));
    for (let step = 0; !(await focused()).endsWith(demo.digitalMonthly); step += 1) {
      if (step > 20) throw new Error('the arrows never came to the price');
      await page.keyboard.press('ArrowDown');
    }
    await tabTo((it) => it === 'Continue');
    await enterFor('Change to Digital');
    await tabTo((it) => it === orderWords);
    await enterFor('Your change is made');
    await visitor.leave();
  });
});
