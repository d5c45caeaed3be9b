import { describe, expect, test } from '@jest/globals';
import { readableText } from '../../support/page-text.js';
import { openConsoleSuite } from './console-suite.js';
import { type Form, groupSteps, hiddenField, usual } from './group-steps.js';

const suite = openConsoleSuite();
const { app, base, operator, shop } = suite;
const { planOf, stored, created, addTier, ladder } = groupSteps(suite);

describe('The order of tiers', () => {
  const moved = (by: Awaited<ReturnType<typeof operator>>, path: string, form: Form) =>
    by.post(`${path}/order`, form);

  test('is moved by one form a row, positions 1 … n after each', async () => {
    const editor = await operator({ role: 'editor' });
    const { path, tierOf, order } = await ladder(editor);
    const { id } = await tierOf('digital');
    const answer = await moved(editor, path, { tier: id, to: '3', by: 'down' });
    expect(answer.headers.location).toContain(`${path}/order?moved=${id}&by=down&version=`);
    expect(await order()).toEqual([
      ['basic', 1],
      ['premium', 2],
      ['digital', 3],
    ]);
    const page = await editor.see(String(answer.headers.location));
    expect(readableText(page.html)).toContain('digital, now 3 of 3');
    const version = (await stored(path))?.version;
    await moved(editor, path, { tier: id, to: '3', by: 'down' });
    expect((await stored(path))?.version).toBe(version);
  });

  test('takes the nearest place, and tells of what is no place', async () => {
    const editor = await operator({ role: 'editor' });
    const { path, tierOf, order } = await ladder(editor);
    const { id } = await tierOf('premium');
    await moved(editor, path, { tier: id, to: '0', by: 'to' });
    expect((await order())?.[0]).toEqual(['premium', 1]);
    const none = await moved(editor, path, { tier: id, to: 'first', by: 'to' });
    expect([none.status, none.html.includes(`href="#to-${id}"`)]).toEqual([422, true]);
  });

  test('holds what many move at once', async () => {
    const editor = await operator({ role: 'editor' });
    const { path, tierOf, order } = await ladder(editor);
    const ids = await Promise.all(['basic', 'digital', 'premium'].map(tierOf));
    const answers = await Promise.all(
      ids.map(({ id }) => moved(editor, path, { tier: id, to: '1', by: 'to' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await order())?.map(([, position]) => position)).toEqual([1, 2, 3]);
  });
});

describe('Two operators on one group', () => {
  test('are shown both versions of what they both saved, and keep what they choose', async () => {
    const [one, other] = [await operator({ role: 'editor' }), await operator({ role: 'editor' })];
    const { path } = await created(one, 'Shared');
    const version = hiddenField((await one.see(`${path}/edit`)).html, 'version');
    const theirs = { version, name: 'Theirs', force: 'yes', enabled: 'yes' };
    expect((await other.post(`${path}/edit`, theirs)).status).toBe(303);
    const moved = await one.post(`${path}/edit`, { version, name: 'Mine' });
    expect(moved.status).toBe(412);
    const text = readableText(moved.html);
    expect(text).toContain('Keep mine: Mine Take theirs: Theirs');
    expect((await stored(path))?.name).toBe('Theirs');
    const newer = hiddenField(moved.html, 'version');
    const merged = await one.post(`${path}/edit`, {
      ...{ version: newer, name: 'Mine', keep_name: 'mine', keep_enabled: 'theirs' },
      keep_forceSameBillingInterval: 'mine',
    });
    expect(merged.status).toBe(303);
    expect(await stored(path)).toMatchObject({
      ...{ name: 'Mine', enabled: true, forceSameBillingInterval: false, version: 3 },
    });
  });

  test('are asked of a tier, too, field by field', async () => {
    const [one, other] = [await operator({ role: 'editor' }), await operator({ role: 'editor' })];
    const { path, tierOf } = await ladder(one);
    const { id } = await tierOf('digital');
    const at = `${path}/tiers/${id}`;
    const version = hiddenField((await one.see(at)).html, 'version');
    const plans = planOf('digital');
    const saved = await other.post(at, {
      ...usual,
      version,
      plans,
      credit: 'full',
      label: 'Theirs',
    });
    expect(saved.status).toBe(303);
    const mine = { ...usual, version, plans, timing: 'end_of_period', label: 'Mine' };
    const moved = await one.post(at, mine);
    expect(moved.status).toBe(412);
    expect(readableText(moved.html)).toContain('Keep mine: End of period');
    const merged = await one.post(at, {
      ...{ ...mine, version: hiddenField(moved.html, 'version') },
      ...{ keep_label: 'theirs', keep_creditType: 'theirs', keep_changeTiming: 'mine' },
    });
    expect(merged.status).toBe(303);
    expect(await tierOf('digital')).toMatchObject({
      ...{ label: 'Theirs', creditType: 'full', changeTiming: 'end_of_period' },
    });
  });
});

describe('The page of a group', () => {
  test('says what its settings mean, as the customer’s own page does', async () => {
    const editor = await operator({ role: 'editor' });
    const { path, tierOf } = await ladder(editor);
    const tier = await tierOf('basic');
    const product = await shop().subscribes(false, { tierId: tier.id });
    const { html } = await editor.see(`${path}?from=${tier.id}.${planOf('basic')}`);
    const text = readableText(html);
    expect(text).toContain('A customer on basic');
    expect(text).toContain('basic is the lowest tier and downgradeable');
    expect(text).toContain('premium is the highest tier and upgradeable');
    const portal = await app().browser(product);
    const options = await portal.see(`/portal/subscriptions/${product.id}/change`);
    const paid = /You pay (SEK [\d.,]+) now\./g;
    const told = [...readableText(options.html).matchAll(paid)].map(([it]) => it);
    expect(told.length).toBeGreaterThan(0);
    for (const it of told) expect(text).toContain(it);
  });

  test('is eight reads, however many tiers there are: the budget of a page', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await ladder(editor);
    await editor.see(path);
    const before = app().proxy.commands().length;
    await editor.see(path);
    const reads = app()
      .proxy.commands()
      .slice(before)
      .flatMap((it) => ['find', 'aggregate', 'count'].map((read): unknown => it[read]))
      .filter((it) => typeof it === 'string');
    expect(reads.toSorted()).toEqual([
      ...['operators', 'organisations', 'organisations', 'packages', 'page_sessions'],
      ...['product_groups', 'user_products', 'user_products'],
    ]);
  });

  test('shows script text in names and labels as text', async () => {
    const editor = await operator({ role: 'editor' });
    const script = '<script>alert(1)</script>';
    const { path } = await created(editor, script);
    await addTier(editor, path, ['basic', { label: script }]);
    await addTier(editor, path, ['digital', { label: script }]);
    for (const it of ['', '/edit', '/delete', '/order', '/tiers/new']) {
      const { html, status } = await editor.see(path + it);
      expect([it, status, html.includes('<script>alert')]).toEqual([it, 200, false]);
    }
    expect((await editor.see(`${base()}/product-groups`)).html).not.toContain('<script>alert');
  });
});
