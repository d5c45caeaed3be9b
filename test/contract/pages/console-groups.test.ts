import { describe, expect, test } from '@jest/globals';
import type { OrganisationId, ProductGroupId } from '../../../src/domain/ids.js';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { newId } from '../../support/stored/ids.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();

type Who = Awaited<ReturnType<typeof operator>>;
type Form = Readonly<Record<string, string>>;

/** Fields that a form of a tier always sends. */
const usual = {
  timing: 'immediately',
  credit: 'pro_rata',
  upgradeable: 'yes',
  downgradeable: 'yes',
};
const pack = (code: string) => shop().seeded.package(code);
const planOf = (code: string) =>
  pack(code).periods.find((it) => it.type === 'recurring')?.id ?? 'none';
const stored = async (path: string) => {
  const id = path.split('/').at(-1) as ProductGroupId;
  const all = await app().stores.productGroups.list(shop().organisationId);
  return all.find((it) => it.id === id);
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

async function created(by: Who, name = 'Plans', more: Form = {}) {
  const page = await by.see(`${base()}/product-groups/new`);
  const form = { ...hiddenIn(page.html), name, enabled: 'yes', ...more };
  const answer = await by.post(`${base()}/product-groups/new`, form);
  return { form, answer, path: String(answer.headers.location) };
}

const addTier = (by: Who, path: string, code: string, more: Form = {}) =>
  by.post(`${path}/tiers/new`, { ...usual, product: pack(code).id, plans: planOf(code), ...more });

/** A group of three tiers, lowest first: basic, digital, premium. */
async function ladder(by: Who, name = 'Ladder') {
  const { path } = await created(by, name);
  for (const code of ['basic', 'digital', 'premium']) {
    const { status } = await addTier(by, path, code);
    expect(status).toBe(303);
  }
  const tierOf = async (code: string) => {
    const tier = (await stored(path))?.tiers.find((it) => it.packageId === pack(code).id);
    if (tier === undefined) throw new Error(`no tier ${code}`);
    return tier;
  };
  const order = async () =>
    (await stored(path))?.tiers.map(({ packageId, position }) => [
      ['basic', 'digital', 'premium'].find((code) => pack(code).id === packageId),
      position,
    ]);
  return { path, tierOf, order };
}

const auditOf = async (id: string) => {
  const entries = await app().stores.audit.list(shop().organisationId, { before: null, limit: 50 });
  return entries.filter((it) => it.ids.product_group === id);
};

describe('A product group', () => {
  test('is created once for a form, and told in the audit', async () => {
    const editor = await operator({ role: 'editor' });
    const { form, answer, path } = await created(editor, 'SaaS', { force: 'yes' });
    expect(answer.status).toBe(303);
    const again = await editor.post(`${base()}/product-groups/new`, form);
    expect(again.headers.location).toBe(path);
    expect(await stored(path)).toMatchObject({
      ...{ name: 'SaaS', enabled: true, forceSameBillingInterval: true, tiers: [] },
    });
    const entries = await auditOf(path.split('/').at(-1) ?? '');
    expect(entries.map(({ action, state }) => [action, state])).toEqual([
      ['edit_product_group', 'done'],
      ['edit_product_group', 'done'],
    ]);
    const list = await editor.see(`${base()}/product-groups`);
    expect(readableText(list.html)).toContain('SaaS Enabled 0 Same');
  });

  test('comes back with what is wrong beside its field, and what was written', async () => {
    const editor = await operator({ role: 'editor' });
    const { answer } = await created(editor, '  ', { force: 'yes' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('role="alert"');
    expect(answer.html).toContain('href="#name"');
    expect(answer.html).toMatch(/id="force"[^>]*checked/);
    expect((await created(editor, 'x'.repeat(256))).answer.status).toBe(422);
  });

  test('is seen by whoever may see, and edited by editors alone', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor);
    const viewer = await operator({ role: 'viewer' });
    const page = await viewer.see(path);
    expect([page.status, page.html.includes(`${path}/edit`)]).toEqual([200, false]);
    for (const it of ['edit', 'delete', 'order', 'tiers/new']) {
      expect((await viewer.see(`${path}/${it}`)).status).toBe(403);
    }
    expect((await viewer.post(`${path}/tiers/new`, { ...usual, product: newId() })).status).toBe(
      403,
    );
  });

  test('of another organisation is not there', async () => {
    const editor = await operator({ role: 'editor' });
    const other = await app().opens();
    const foreign = `${base()}/product-groups/${other.group.group.id}`;
    for (const it of ['', '/edit', '/delete', '/order', '/tiers/new']) {
      expect((await editor.see(foreign + it)).status).toBe(404);
    }
    const theirs: OrganisationId = other.organisationId;
    expect((await editor.see(`${base(theirs)}/product-groups`)).status).toBe(404);
    const tier = other.group.tierOf('basic').id;
    expect((await editor.see(`${foreign}/tiers/${tier}`)).status).toBe(404);
    expect((await editor.see(`${base()}/product-groups/none`)).status).toBe(404);
  });

  test('is gone once its name is typed', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor, 'To go');
    const { html } = await editor.see(`${path}/delete`);
    const version = hidden(html, 'version');
    expect((await editor.post(`${path}/delete`, { version, typed: 'Other' })).status).toBe(422);
    const moved = await editor.post(`${path}/delete`, { version: '9', typed: 'To go' });
    expect(moved.status).toBe(412);
    const gone = await editor.post(`${path}/delete`, { version, typed: 'To go' });
    expect([gone.status, gone.headers.location]).toEqual([303, `${base()}/product-groups`]);
    expect(await stored(path)).toBeUndefined();
  });
});

describe('A tier', () => {
  test('is added in two steps: its product by the address, the rest by a form', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor);
    const first = await editor.see(`${path}/tiers/new`);
    expect(first.html).toContain(`<option value="${pack('digital').id}"`);
    const second = await editor.see(`${path}/tiers/new?product=${pack('digital').id}`);
    expect(second.html).toContain(`name="plans" value="${planOf('digital')}"`);
    const added = await addTier(editor, path, 'digital', { label: 'Mid', downgradeable: 'yes' });
    expect([added.status, added.headers.location]).toEqual([303, path]);
    expect((await stored(path))?.tiers).toMatchObject([
      { label: 'Mid', position: 1, changeTiming: 'immediately', creditType: 'pro_rata' },
    ]);
    expect((await addTier(editor, path, 'digital', { label: 'Mid' })).status).toBe(303);
    expect((await addTier(editor, path, 'digital', { label: 'Else' })).status).toBe(422);
    expect((await stored(path))?.tiers).toHaveLength(1);
  });

  test('needs price plans of its own product', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor);
    const { plans: _, ...none } = { plans: '', ...usual, product: pack('basic').id };
    expect((await editor.post(`${path}/tiers/new`, none)).status).toBe(422);
    const foreign = await addTier(editor, path, 'basic', { plans: planOf('digital') });
    expect(foreign.status).toBe(422);
    expect(readableText(foreign.html)).toContain('Choose at least one price plan of the product.');
  });

  test('in use stays, and leads to who is on it', async () => {
    const editor = await operator({ role: 'editor' });
    const { path, tierOf } = await ladder(editor);
    const { id } = await tierOf('basic');
    await shop().subscribes(false, { tierId: id });
    await shop().subscribes(false, { tierId: id });
    const kept = await editor.post(`${path}/tiers/${id}/remove`);
    expect(kept.status).toBe(409);
    expect(readableText(kept.html)).toContain('basic: 2');
    expect(kept.html).toContain(`${base()}/subscriptions?group=`);
    const version = hidden((await editor.see(`${path}/delete`)).html, 'version');
    const whole = await editor.post(`${path}/delete`, { version, typed: 'Ladder' });
    expect(whole.status).toBe(409);
    const { id: free } = await tierOf('premium');
    for (let times = 0; times < 2; times += 1) {
      expect((await editor.post(`${path}/tiers/${free}/remove`)).status).toBe(303);
    }
    expect((await stored(path))?.tiers).toHaveLength(2);
    const states = (await auditOf(path.split('/').at(-1) ?? '')).map(({ state }) => state);
    expect(states.filter((it) => it === 'refused')).toHaveLength(2);
  });
});

describe('The order of tiers', () => {
  const moved = (by: Who, path: string, form: Form) => by.post(`${path}/order`, form);

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
    const version = hidden((await one.see(`${path}/edit`)).html, 'version');
    const theirs = { version, name: 'Theirs', force: 'yes', enabled: 'yes' };
    expect((await other.post(`${path}/edit`, theirs)).status).toBe(303);
    const moved = await one.post(`${path}/edit`, { version, name: 'Mine' });
    expect(moved.status).toBe(412);
    const text = readableText(moved.html);
    expect(text).toContain('Keep mine: Mine Take theirs: Theirs');
    expect((await stored(path))?.name).toBe('Theirs');
    const newer = hidden(moved.html, 'version');
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
    const version = hidden((await one.see(at)).html, 'version');
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
      ...{ ...mine, version: hidden(moved.html, 'version') },
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

  test('reads no row for each tier', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await ladder(editor);
    await editor.see(path);
    const before = app().proxy.commands().length;
    await editor.see(path);
    const reads = app()
      .proxy.commands()
      .slice(before)
      .filter((it) => 'find' in it);
    expect(reads.length).toBeLessThanOrEqual(10);
  });

  test('shows script text in names and labels as text', async () => {
    const editor = await operator({ role: 'editor' });
    const script = '<script>alert(1)</script>';
    const { path } = await created(editor, script);
    await addTier(editor, path, 'basic', { label: script });
    await addTier(editor, path, 'digital', { label: script });
    for (const it of ['', '/edit', '/delete', '/order', '/tiers/new']) {
      const { html, status } = await editor.see(path + it);
      expect([it, status, html.includes('<script>alert')]).toEqual([it, 200, false]);
    }
    expect((await editor.see(`${base()}/product-groups`)).html).not.toContain('<script>alert');
  });
});
