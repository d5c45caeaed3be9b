import { describe, expect, test } from '@jest/globals';
import type { OrganisationId, PackageId, TierId } from '../../../src/domain/ids.js';
import { readableText } from '../../support/page-text.js';
import { newId } from '../../support/stored/ids.js';
import { openConsoleSuite } from './console-suite.js';
import { groupSteps, hiddenField, usual } from './group-steps.js';

const suite = openConsoleSuite();
const { app, base, operator, shop } = suite;
const { pack, planOf, stored, created, addTier, ladder, auditOf } = groupSteps(suite);

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
    const version = hiddenField(html, 'version');
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
    const added = await addTier(editor, path, ['digital', { label: 'Mid', downgradeable: 'yes' }]);
    expect([added.status, added.headers.location]).toEqual([303, path]);
    expect((await stored(path))?.tiers).toMatchObject([
      { label: 'Mid', position: 1, changeTiming: 'immediately', creditType: 'pro_rata' },
    ]);
    expect((await addTier(editor, path, ['digital', { label: 'Mid' }])).status).toBe(303);
    expect((await addTier(editor, path, ['digital', { label: 'Else' }])).status).toBe(422);
    expect((await stored(path))?.tiers).toHaveLength(1);
  });

  test('needs price plans of its own product', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor);
    const { plans: _, ...none } = { plans: '', ...usual, product: pack('basic').id };
    expect((await editor.post(`${path}/tiers/new`, none)).status).toBe(422);
    const foreign = await addTier(editor, path, ['basic', { plans: planOf('digital') }]);
    expect(foreign.status).toBe(422);
    expect(readableText(foreign.html)).toContain('Choose at least one price plan of the product.');
  });

  test('is the hundredth at most', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor, 'Full');
    const group = await stored(path);
    if (group === undefined) throw new Error('no group');
    const tiers = Array.from({ length: 100 }, (_, at) => ({
      ...shop().group.tierOf('digital'),
      ...{ id: newId<TierId>(), packageId: newId<PackageId>(), position: at + 1 },
    }));
    const next = { ...group, tiers, version: group.version + 1 };
    await app().stores.productGroups.replace(shop().organisationId, next);
    const full = 'The group has as many tiers as it may have: 100.';
    const one = await addTier(editor, path, ['basic']);
    expect([one.status, readableText(one.html).includes(full)]).toEqual([409, true]);
    expect((await stored(path))?.tiers).toHaveLength(100);
    const form = await editor.see(`${path}/tiers/new?product=${pack('basic').id}`);
    expect([form.status, readableText(form.html).includes(full)]).toEqual([200, true]);
  });

  test('has a label that can be printed, of 100 characters at most', async () => {
    const editor = await operator({ role: 'editor' });
    const { path } = await created(editor);
    const long = await addTier(editor, path, ['basic', { label: 'x'.repeat(101) }]);
    expect(long.status).toBe(422);
    expect(readableText(long.html)).toContain('The label is too long: at most 100 characters.');
    const odd = await addTier(editor, path, ['basic', { label: 'a\u0007b' }]);
    expect(odd.status).toBeGreaterThanOrEqual(400);
    expect((await stored(path))?.tiers).toEqual([]);
    const emoji = '😀'.repeat(100);
    expect((await addTier(editor, path, ['basic', { label: emoji }])).status).toBe(303);
    expect((await stored(path))?.tiers).toMatchObject([{ label: emoji }]);
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
    const version = hiddenField((await editor.see(`${path}/delete`)).html, 'version');
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
