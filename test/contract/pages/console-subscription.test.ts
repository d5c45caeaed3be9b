import { describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { until } from '../../support/until.js';
import { newId } from '../../support/stored/ids.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();

const pathOf = ({ id }: Pick<UserProduct, 'id'>) => `${base()}/subscriptions/${id}`;

const rowsOf = ({ organisationId, accountId }: UserProduct) =>
  app().stores.userProducts.listByAccount(organisationId, accountId, () => undefined);
const versionsOf = async (product: UserProduct) =>
  (await rowsOf(product)).map((it) => [it.product.id, it.product.version]);

/** What the audit says of a user product, newest first. */
const auditOf = async ({ id }: UserProduct) => {
  const page = { before: null, limit: 200 };
  const entries = await app().stores.audit.list(shop().organisationId, page);
  return entries.filter(({ ids }) => ids.user_product_id === id);
};

const confirmLinks = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*\/change\/confirm\?[^"]*)"/g)].map(([, it = '']) =>
    it.replaceAll('&amp;', '&'),
  );

/** A subscription, and an operator who looks at it. */
const looking = async (isGrouped = true, role: 'viewer' | 'support' | 'editor' = 'support') => {
  const product = await shop().subscribes(isGrouped);
  const who = await operator({ role });
  const path = pathOf(product);
  const { html } = await who.see(path);
  return { ...who, product, path, html };
};

/** The confirm page of a target, from the first one on, and the form that it holds. */
const offered = async (it: Awaited<ReturnType<typeof looking>>, choice = 0) => {
  const href = confirmLinks(it.html)[choice] ?? '';
  const confirm = await it.see(href);
  return { href, confirm, form: hiddenIn(confirm.html) };
};

describe('The page of a subscription', () => {
  test('tells what it is, whose, what has happened and what is possible', async () => {
    const { html, product } = await looking();
    const text = readableText(html);
    expect(html).toContain(`href="${base()}/accounts/${product.accountId}"`);
    for (const told of [product.id, 'Timeline', 'What is possible', 'Renews on 1 May 2027']) {
      expect(text).toContain(told);
    }
    expect(confirmLinks(html).length).toBeGreaterThan(1);
  });

  test('tells of every package where it is in no product group, and why not of the rest', async () => {
    const { html, see, path } = await looking(false);
    expect(readableText(html)).toContain('All packages by rank');
    expect(html).toContain('same_package');
    const explicit = await see(`${path}?behaviour=explicit`);
    expect(readableText(explicit.html)).toContain('Asked for as a change');
  });

  test('leads from an ended user product to what lives', async () => {
    const it = await looking();
    const { form } = await offered(it);
    await it.post(`${it.path}/change/confirm`, form);
    const ended = await it.see(it.path);
    expect(ended.status).toBe(302);
    const living = await it.see(ended.headers.location ?? '');
    const text = readableText(living.html);
    expect(living.status).toBe(200);
    expect(text).toContain('Upgraded to digital');
    expect(text).toContain(`operator ${it.id}`);
    expect(text).toContain('A higher tier of the product group');
  });

  test('shows to a viewer what there is, and no way to do anything', async () => {
    const { html, see, path } = await looking(true, 'viewer');
    expect([confirmLinks(html), html.includes(`${path}/cancel`)]).toEqual([[], false]);
    expect((await see(`${path}/cancel`)).status).toBe(403);
  });

  test('is not there for what is unknown, nobody’s, or another organisation’s', async () => {
    const { see } = await operator({ role: 'owner' });
    const other = await app().opens();
    const theirs = await other.subscribes(true);
    const all = [pathOf({ id: newId() }), `${base()}/subscriptions/x`, pathOf(theirs)];
    for (const path of [...all, `${base(other.organisationId)}/subscriptions/${theirs.id}`]) {
      expect([path, (await see(path)).status]).toEqual([path, 404]);
    }
    for (const end of ['cancel', 'reactivate', 'group', 'dates', `changes/${newId()}/undo`]) {
      expect((await see(`${pathOf(theirs)}/${end}`)).status).toBe(404);
    }
  });

  /** docs/spec/pages.md §2 asks for eight at most. */
  test('of a live organisation is eight reads, however long its life is', async () => {
    const own = await app().opens({}, true);
    const product = await own.subscribes(true, { hasDocuments: true });
    const { see } = await operator({ role: 'support', organisationId: own.organisationId });
    const path = `${base(own.organisationId)}/subscriptions/${product.id}`;
    await see(path);
    app().proxy.forget();
    const { status } = await see(path);
    const sent = app()
      .proxy.commands()
      .map((command) => {
        const [verb = ''] = Object.keys(command);
        return `${verb} ${String(command[verb])}`;
      });
    expect([status, sent.toSorted()]).toEqual([
      200,
      [
        'find accounts',
        'find changes',
        'find events',
        'find operators',
        'find organisations',
        'find page_sessions',
        'find user_products',
        'find user_products',
      ],
    ]);
  });
});

describe.each([
  ['within a product group', true],
  ['by the rules of packages', false],
])('A change %s', (_, isGrouped) => {
  test('is done once, in the operator’s name, and written down', async () => {
    const it = await looking(isGrouped);
    const { confirm, form } = await offered(it);
    expect(readableText(confirm.html)).not.toContain('You ');
    const path = `${it.path}/change/confirm`;
    const first = await it.post(path, form);
    expect([first.status, first.headers.location]).toEqual([303, it.path]);
    await it.see(it.path);
    const before = await versionsOf(it.product);
    expect((await it.post(path, form)).status).toBe(303);
    expect(await versionsOf(it.product)).toEqual(before);
    const entries = await auditOf(it.product);
    expect(entries[0]).toMatchObject({
      ...{ action: 'change_subscription', state: 'done', who: `operator:${it.id}` },
    });
  });

  test('whose terms have moved is offered anew with both, and nothing is done', async () => {
    const it = await looking(isGrouped);
    const { form } = await offered(it);
    const before = await versionsOf(it.product);
    const { status, html } = await it.post(`${it.path}/change/confirm`, {
      ...form,
      quote: 'a.b.c',
    });
    expect([status, await versionsOf(it.product)]).toEqual([412, before]);
    expect(html).toContain('role="alert"');
    const again = await it.post(`${it.path}/change/confirm`, hiddenIn(html));
    expect(again.status).toBe(303);
  });

  test('is refused to whoever may only look', async () => {
    const it = await looking(isGrouped);
    const { form } = await offered(it);
    const viewer = await operator({ role: 'viewer' });
    const before = await versionsOf(it.product);
    expect((await viewer.post(`${it.path}/change/confirm`, form)).status).toBe(403);
    expect(await versionsOf(it.product)).toEqual(before);
  });
});

describe('A correction', () => {
  test('takes a change back that was made, once', async () => {
    const it = await looking();
    const { form } = await offered(it);
    await it.post(`${it.path}/change/confirm`, form);
    const living = (await it.see(it.path)).headers.location ?? '';
    const { html } = await it.see(living);
    const [, undo = ''] = /href="([^"]*\/changes\/[\da-f]{24}\/undo)"/.exec(html) ?? [];
    const asked = await it.see(undo);
    expect(readableText(asked.html)).toContain('Go back to basic');
    const back = await it.post(undo, hiddenIn(asked.html));
    expect(back.status).toBe(303);
    await it.see(it.path);
    const before = await versionsOf(it.product);
    expect((await it.post(undo, hiddenIn(asked.html))).status).toBe(303);
    expect(await versionsOf(it.product)).toEqual(before);
    const now = await it.see((await it.see(it.path)).headers.location ?? '');
    expect(readableText(now.html)).toContain('Change undone: basic again');
  });

  test('takes a change back that waits', async () => {
    const it = await looking();
    const { form } = await offered(it, 1);
    await it.post(`${it.path}/change/confirm`, form);
    const { html } = await it.see(it.path);
    expect(readableText(html)).toContain('A change is ordered');
    const [, undo = ''] = /href="([^"]*\/changes\/[\da-f]{24}\/undo)"/.exec(html) ?? [];
    expect((await it.post(undo, await it.formOf(undo))).status).toBe(303);
    const after = await it.see(it.path);
    expect(readableText(after.html)).toContain('Change to premium taken back');
  });
});

describe('A cancellation', () => {
  test('ends it with its period, and is taken back', async () => {
    const it = await looking();
    expect((await it.post(`${it.path}/cancel`, await it.formOf(`${it.path}/cancel`))).status).toBe(
      303,
    );
    expect(readableText((await it.see(it.path)).html)).toContain('Runs until 30 April 2027');
    const path = `${it.path}/reactivate`;
    expect((await it.post(path, await it.formOf(path))).status).toBe(303);
    expect(readableText((await it.see(it.path)).html)).toContain('Renews on 1 May 2027');
    const actions = (await auditOf(it.product)).map(({ action, state }) => [action, state]);
    expect(actions.toSorted()).toEqual([
      ['cancel_subscription', 'done'],
      ['reactivate_subscription', 'done'],
    ]);
  });

  test('of another version is shown anew, and nothing is done', async () => {
    const it = await looking();
    const form = await it.formOf(`${it.path}/cancel`);
    const before = await versionsOf(it.product);
    const { status } = await it.post(`${it.path}/cancel`, { ...form, version: '7' });
    expect([status, await versionsOf(it.product)]).toEqual([412, before]);
  });
});

describe('A product group', () => {
  test('is assigned and taken off, with what the customer may then switch to', async () => {
    const it = await looking(false);
    const path = `${it.path}/group`;
    const asked = await it.see(path);
    expect(readableText(asked.html)).toContain('digital (Upgrade, At once)');
    const tier = shop().group.tierOf('basic').id;
    expect((await it.post(path, { ...hiddenIn(asked.html), tier })).status).toBe(303);
    expect((await rowsOf(it.product))[0]?.product.tierId).toBe(tier);
    const off = { ...(await it.formOf(path)), tier: 'none' };
    expect((await it.post(path, off)).status).toBe(303);
    expect((await rowsOf(it.product))[0]?.product.tierId).toBeNull();
  });

  test('of another package is refused with the rule', async () => {
    const it = await looking(false);
    const path = `${it.path}/group`;
    const tier = shop().group.tierOf('digital').id;
    const { status, html } = await it.post(path, { ...(await it.formOf(path)), tier });
    expect([status, readableText(html).includes('of another package')]).toEqual([409, true]);
  });
});

test('Script text in a name is shown as text', async () => {
  const own = await app().opens();
  const script = '<script>alert(1)</script>';
  for (const code of ['basic', 'digital']) {
    await own.seeded.editPackage(code, (pack) => ({ ...pack, name: `${script}${code}` }));
  }
  const product = await own.subscribes(true);
  const { see } = await operator({ role: 'support', organisationId: own.organisationId });
  const path = `${base(own.organisationId)}/subscriptions/${product.id}`;
  const html = await until(async () => {
    const seen = await see(path);
    const isRead = ['basic', 'digital'].every((it) => seen.html.includes(`&lt;/script>${it}`));
    return isRead ? seen.html : null;
  });
  const pages = [html];
  for (const it of [confirmLinks(html)[0] ?? '', `${path}/cancel`, `${path}/group`]) {
    pages.push((await see(it)).html);
  }
  for (const it of pages) {
    expect([it.includes('<script>alert'), it.includes('&lt;script>alert')]).toEqual([false, true]);
  }
});
