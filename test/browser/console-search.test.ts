import { expect, test } from '@jest/globals';
import { openConsoleSuite } from '../contract/pages/console-suite.js';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages } from '../support/page-visit.js';

const { app, base, operator, shop } = openConsoleSuite();

describeInBrowser('The console’s first pages', (browser) => {
  test('are looked at: today, the list, an account and what is done with it', async () => {
    const { subscribes, organisationId, moveTo } = shop();
    const living = await subscribes(true);
    const { accountId } = await subscribes(true, { state: 'cancelled' });
    await subscribes(true, { state: 'frozen' });
    await app().stores.accounts.setCustomerNumber(organisationId, accountId, 'C-1001');
    await app().stores.userProducts.block(organisationId, living.id, 'any');
    for (let made = 0; made < 6; made += 1) await subscribes(true);
    const over = await subscribes(false, { state: 'deactivated' });
    await moveTo('2027-04-28T12:00:00+02:00');
    const origin = `http://localhost:${String(app().port)}`;
    const { secret } = await operator({ role: 'owner' });
    const { context, page, check, leave } = await comeToPages(browser(), origin);
    await context.addCookies([{ name: 'console', value: secret, url: origin }]);
    const look = async (path: string, name: string) => {
      await page.goto(origin + base() + path);
      await check(`console-${name}`);
    };
    await look('/today', 'today');
    await look('/subscriptions', 'subscriptions');
    await page.getByLabel('Find a subscription').fill('C-1001');
    await page.getByLabel('State').selectOption('cancelled');
    await page.getByRole('button', { name: 'Find' }).click();
    await check('console-subscriptions-found');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await look('/subscriptions?q=nobody', 'subscriptions-none');
    await look(`/accounts/${accountId}`, 'account');
    await page.getByRole('link', { name: 'Link to the portal' }).click();
    await check('console-portal-link');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await check('console-portal-link-made');
    await look(`/accounts/${over.accountId}/erase`, 'erase');
    await page.getByRole('button', { name: 'Erase the account' }).click();
    await check('console-erase-wrong');
    await leave();
  });
});
