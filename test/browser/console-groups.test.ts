import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openConsoleSuite } from '../contract/pages/console-suite.js';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';

const { app, base, operator, shop } = openConsoleSuite();

describeInBrowser('The pages of product groups', (browser) => {
  const origin = () => `http://localhost:${String(app().port)}`;

  const enter = async (options = {}) => {
    const { secret } = await operator({ role: 'editor' });
    const visitor = await comeToPages(browser(), origin(), options);
    await visitor.context.addCookies([{ name: 'console', value: secret, url: origin() }]);
    return { ...visitor, to: (path: string) => visitor.page.goto(origin() + path) };
  };

  const order = (page: Page) =>
    page.locator('.order li').evaluateAll((rows) => rows.map((it) => it.getAttribute('data-name')));

  test('move tiers without script, too', async () => {
    const { page, to, check, leave } = await enter({ javaScriptEnabled: false });
    await to(`${base()}/product-groups/${shop().group.group.id}/order`);
    await page.getByRole('button', { name: 'Move basic down' }).click();
    await page.getByText('basic, now 2 of 3').waitFor();
    expect(await order(page)).toEqual(['digital', 'basic', 'premium']);
    await check('console-group-order-plain');
    await leave();
  });
});
