import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openConsoleSuite } from '../contract/pages/console-suite.js';
import { describeInBrowser } from '../support/browser.js';
import { readableText } from '../support/page-text.js';
import { comeToPages } from '../support/page-visit.js';

const { app, base, operator, shop } = openConsoleSuite();
const names = { basic: 'Starter', digital: 'Pro', premium: 'Enterprise' } as const;
type Code = keyof typeof names;
const codes = ['basic', 'digital', 'premium'] as const;

describeInBrowser('The pages of product groups', (browser) => {
  const origin = () => `http://localhost:${String(app().port)}`;

  const enter = async (options = {}) => {
    const { secret } = await operator({ role: 'editor' });
    const visitor = await comeToPages(browser(), origin(), options);
    await visitor.context.addCookies([{ name: 'console', value: secret, url: origin() }]);
    return { ...visitor, to: (path: string) => visitor.page.goto(origin() + path) };
  };
  type Visitor = Awaited<ReturnType<typeof enter>>;

  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name }).waitFor();

  const createGroup = async ({ page, to }: Visitor, name: string) => {
    await to(`${base()}/product-groups`);
    await page.getByRole('link', { name: 'Create product group' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Create product group' }).click();
    await heading(page, name);
  };

  const addTier = async (page: Page, group: string, code: Code) => {
    await page.getByRole('link', { name: 'Add tier' }).click();
    await page.getByLabel('Product').selectOption({ value: shop().seeded.package(code).id });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('radio', { name: 'Immediately' }).check();
    await page.getByLabel('Label').fill(names[code]);
    await page.getByRole('button', { name: 'Add tier' }).click();
    await heading(page, group);
  };

  const order = (page: Page) =>
    page.locator('.order li').evaluateAll((rows) => rows.map((it) => it.getAttribute('data-name')));
  const told = (page: Page, text: string) =>
    page.locator('#told').filter({ hasText: text }).waitFor();
  const focusOn = (page: Page) => page.locator(':focus').getAttribute('aria-label');

  /** Puts a customer of the first product on its tier of that group, on the page of the subscription. */
  const assign = async ({ page, to }: Visitor, group: string) => {
    const product = await shop().subscribes(false);
    await to(`${base()}/subscriptions/${product.id}/group`);
    await page.getByLabel('Product Group').selectOption({ label: `${group}: ${names.basic}` });
    await page.getByRole('button', { name: 'Assign' }).click();
    await page.waitForURL(`**/subscriptions/${product.id}`);
    return product;
  };

  /** The tiers as that customer reads them. */
  const portalOrder = async (product: Awaited<ReturnType<typeof assign>>) => {
    const customer = await app().browser(product);
    const { html } = await customer.see(`/portal/subscriptions/${product.id}/change`);
    const text = readableText(html);
    const at = (code: Code) => text.indexOf(names[code]);
    const seen = codes.filter((it) => it !== 'basic' && at(it) >= 0);
    return seen.toSorted((a, b) => at(a) - at(b)).map((it) => names[it]);
  };

  test('make one with its tiers, and move them by button, by key and by hand', async () => {
    const visitor = await enter();
    const { page, to, check, leave } = visitor;
    await createGroup(visitor, 'SaaS');
    for (const code of codes) await addTier(page, 'SaaS', code);
    const address = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Set order' }).click();

    await page.getByRole('button', { name: 'Move Pro up' }).click();
    await told(page, 'Pro, now 1 of 3');
    expect(await order(page)).toEqual(['Pro', 'Starter', 'Enterprise']);
    expect(await focusOn(page)).toBe('Move Pro up');

    await page.getByLabel('Position of Starter').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focusOn(page)).toBe('Move Starter down');
    await page.keyboard.press('Shift+Tab');
    expect(await focusOn(page)).toBe('Move Starter up');
    await page.keyboard.press('Enter');
    await told(page, 'Starter, now 1 of 3');
    expect(await focusOn(page)).toBe('Move Starter up');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await told(page, 'Starter, now 2 of 3');
    await page.keyboard.press('Space');
    await told(page, 'Starter, now 3 of 3');
    expect(await focusOn(page)).toBe('Move Starter down');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await told(page, 'Starter, now 1 of 3');
    expect(await order(page)).toEqual(['Starter', 'Pro', 'Enterprise']);
    await check('console-group-order');

    const handle = await page.locator('.order li:last-child .handle').boundingBox();
    const second = await page.locator('.order li:nth-child(2)').boundingBox();
    if (handle === null || second === null) throw new Error('nothing to be drawn');
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(second.x + 20, second.y + 4, { steps: 6 });
    await page.mouse.up();
    await told(page, 'Enterprise, now 2 of 3');
    await page.reload();
    expect(await order(page)).toEqual(['Starter', 'Enterprise', 'Pro']);

    expect(await portalOrder(await assign(visitor, 'SaaS'))).toEqual(['Enterprise', 'Pro']);
    await to(address);
    await check('console-group');
    await leave();
  });

  test('are looked at: the list, each form, what two have saved, and what is wrong', async () => {
    const visitor = await enter();
    const { page, to, check, leave } = visitor;
    await createGroup(visitor, 'Looked at');
    await check('console-group-new-without-tiers');
    const address = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Add tier' }).click();
    await check('console-tier-product');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: 'Immediately' }).check();
    await page.getByRole('button', { name: 'Add tier' }).click();
    await heading(page, 'Add tier');
    await check('console-tier-wrong');
    await to(address);
    await addTier(page, 'Looked at', 'basic');
    await page.getByRole('link', { name: 'Starter' }).click();
    await check('console-tier');
    const { page: other, to: otherTo, leave: otherLeave } = await enter();
    await otherTo(new URL(page.url()).pathname);
    await other.getByLabel('Label').fill('Basis');
    await other.getByLabel('Credit type').selectOption({ label: 'Full' });
    await other.getByRole('button', { name: 'Save' }).click();
    await heading(other, 'Looked at');
    await otherLeave();
    await page.getByRole('radio', { name: 'End of period' }).check();
    await page.getByLabel('Label').fill('Entry');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Save what is chosen' }).waitFor();
    await check('console-tier-merge');
    await to(`${address}/edit`);
    await check('console-group-edit');
    await to(`${address}/delete`);
    await page.getByRole('textbox').fill('Other');
    await page.getByRole('button', { name: 'Delete Looked at' }).click();
    await page.getByRole('alert').waitFor();
    await check('console-group-delete');
    await to(`${base()}/product-groups/new`);
    await check('console-groups-new');
    await to(`${base()}/product-groups`);
    await check('console-groups');
    await to(
      `${base()}/product-groups/${shop().group.group.id}/tiers/${shop().group.tierOf('basic').id}/remove`,
    );
    await check('console-tier-remove');
    await leave();
  });

  test('make one and move its tiers without script, too', async () => {
    const visitor = await enter({ javaScriptEnabled: false });
    const { page, check, leave } = visitor;
    await createGroup(visitor, 'Plain');
    for (const code of codes) await addTier(page, 'Plain', code);
    await page.getByRole('link', { name: 'Set order' }).click();
    await page.getByRole('button', { name: 'Move Pro down' }).click();
    await page.getByText('Pro, now 3 of 3').waitFor();
    expect(await order(page)).toEqual(['Starter', 'Enterprise', 'Pro']);
    expect(await focusOn(page)).toBe('Move Pro down');
    await page.getByLabel('Position of Starter').fill('2');
    await page.getByRole('button', { name: 'Move Starter to that position' }).click();
    await page.getByText('Starter, now 2 of 3').waitFor();
    expect(await order(page)).toEqual(['Enterprise', 'Starter', 'Pro']);
    await check('console-group-order-plain');
    expect(await portalOrder(await assign(visitor, 'Plain'))).toEqual(['Enterprise', 'Pro']);
    await leave();
  });
});
