import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { comeToPages, tooWide } from '../support/page-visit.js';
import { demo } from '../support/portal-file.js';
import { openPortalShop, type PortalShop } from '../support/portal-shop.js';
import { chooseChange, pressFor, subscriptionPath } from '../support/portal-steps.js';

const states = {
  renews: '56e1741a6fc9365306000031',
  waits: '56e1741a6fc9365306000032',
  cancelled: '56e1741a6fc9365306000033',
  ended: '56e1741a6fc9365306000034',
  frozen: '56e1741a6fc9365306000035',
  pending: '56e1741a6fc9365306000036',
  elsewhere: '56e1741a6fc9365306000037',
};

describeInBrowser('The pages of the portal', (browser) => {
  let shop: PortalShop;
  beforeAll(async () => {
    shop = await openPortalShop();
  });
  afterAll(() => shop.close());

  const enter = async (account: string, options = {}) => {
    const visitor = await comeToPages(browser(), shop.url(), options);
    await visitor.page.goto((await shop.link(account)).url);
    const to = (path: string) => visitor.page.goto(shop.url() + path);
    /** What a reader hears, line by line as it is kept in the repository. */
    const hear = async (name: string) => {
      const read = await visitor.page.locator('body').ariaSnapshot();
      // The id of a change is chosen anew each time; days are not, by the test clock.
      const heard = read.replaceAll(/(?<=\/changes\/)[\da-f]{24}/g, 'ID');
      expect(`${heard}\n`).toBe(keptOf(name, heard));
    };
    return { ...visitor, to, hear };
  };

  test('show and read out each state of a subscription', async () => {
    const { page, to, check, hear, leave } = await enter(demo.statesAccount);
    await page.getByText('ended subscription').click();
    await check('home');
    await hear('home');
    for (const [state, id] of Object.entries(states)) {
      await to(subscriptionPath(id));
      await check(`subscription-${state}`);
      await hear(`subscription-${state}`);
    }
    await leave();
  });

  test('read out what is to be had, what it comes to and how it ends', async () => {
    const { account, digital } = shop.nextCustomer();
    const { page, to, hear, leave } = await enter(account);
    await to(`${subscriptionPath(digital)}/change`);
    await hear('change');
    await to(subscriptionPath(digital));
    await chooseChange(page, demo.basicMonthly);
    await hear('confirm');
    await to(`${subscriptionPath(digital)}/cancel`);
    await hear('cancel');
    await leave();
  });

  test('show the documents of a change that was paid', async () => {
    const { account, starter } = shop.nextCustomer();
    const { page, to, check, leave } = await enter(account);
    await to('/portal/documents');
    await check('documents-none');
    await to(subscriptionPath(starter));
    await chooseChange(page, demo.proMonthly);
    await check('confirm-paid');
    await pressFor(page, 'Order with obligation to pay', 'Your change is made');
    await check('receipt-paid');
    await to('/portal/documents');
    await check('documents');
    await page.getByRole('link', { name: /\d/ }).first().click();
    await check('document');
    await leave();
  });

  test('say what is not there', async () => {
    const { to, check, leave } = await enter(shop.nextCustomer().account);
    expect((await to(subscriptionPath(demo.organisation)))?.status()).toBe(404);
    await check('unknown-page');
    expect((await to('/portal/accessibility'))?.status()).toBe(200);
    await check('accessibility');
    await leave();
  });

  test.each([
    ['sv', 'Dina prenumerationer', 'Svenska'],
    ['de', 'Ihre Abonnements', 'Deutsch'],
  ])('speak %s to who asks for it', async (locale, title, name) => {
    const { account, digital } = shop.nextCustomer();
    const { page, to, check, leave } = await enter(account);
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await check(`home-${locale}`);
    await to(`${subscriptionPath(digital)}/change`);
    await check(`change-${locale}`);
    await leave();
  });

  test('keep their width with text spaced out, at 400 %, and in colours that the system forces', async () => {
    const { account, digital } = shop.nextCustomer();
    const { page, to, leave } = await enter(account, { bypassCSP: true });
    for (const path of ['', '/change', '/cancel']) {
      await to(subscriptionPath(digital) + path);
      await page.setViewportSize({ width: 320, height: 256 });
      await page.addStyleTag({ content: spacedOut });
      expect(await tooWide(page)).toBe(0);
      expect(await cutOff(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      await page.screenshot({ path: `test-results/pages/forced${path.replace('/', '-')}.png` });
      await page.emulateMedia({ forcedColors: 'none' });
    }
    await leave();
  });

  test('print a receipt without what is only for the screen', async () => {
    const { page, to, leave } = await enter(demo.statesAccount);
    await to(subscriptionPath(states.waits));
    await page.getByRole('link', { name: 'See the order' }).click();
    await page.emulateMedia({ media: 'print' });
    for (const it of ['.head', '.foot', '.actions']) {
      expect(await page.locator(it).first().isVisible()).toBe(false);
    }
    const printed = await page.pdf({ path: 'test-results/pages/receipt.pdf', format: 'A4' });
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await leave();
  });
});

/** WCAG 2.2, 1.4.12. */
const spacedOut =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } ' +
  'p { margin-bottom: 2em !important; }';

/** Elements whose text is cut off by their own box. */
function cutOff(page: Parameters<typeof tooWide>[0]): Promise<string[]> {
  return page
    .locator('main *')
    .evaluateAll((all) =>
      all
        .filter(
          (it) =>
            it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX === 'hidden',
        )
        .map((it) => it.outerHTML.slice(0, 100)),
    );
}

/** What is kept under that name; `WRITE_SNAPSHOTS=1` keeps what is heard now. */
function keptOf(name: string, heard: string): string {
  const file = `test/browser/snapshots/${name}.yml`;
  if (process.env.WRITE_SNAPSHOTS === '1') writeFileSync(file, `${heard}\n`);
  return readFileSync(file, 'utf8');
}
