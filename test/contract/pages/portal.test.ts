import { describe, expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { hiddenIn } from '../../support/page-text.js';
import { buildLink, buildVisit } from '../../support/stored/build-page-access.js';
import { newId } from '../../support/stored/ids.js';
import { until } from '../../support/until.js';
import { askPage, fromOwnPage } from './ask-page.js';
import { ownerOf, publisher } from './portal-app.js';
import { base, locationOf, openPortalSuite } from './portal-suite.js';

const { app, shop, customer, rowsOf, versionsOf } = openPortalSuite();

describe('A link', () => {
  const linkFor = async (
    product: UserProduct,
    delivery: 'redirect' | 'message',
    expiresInMinutes = 5,
  ): Promise<string> => {
    const secret = randomPageSecrets.next();
    const now = Date.now();
    await app().stores.pageAccess.insertLink(
      buildLink({
        tokenHash: randomPageSecrets.hashOf(secret),
        owner: ownerOf(product),
        delivery,
        createdAt: toInstant(now - 3_600_000),
        endsAt: toInstant(now + expiresInMinutes * 60_000),
        visit: buildVisit({ returnUrl: publisher }),
      }),
    );
    return `/portal/enter/${secret}`;
  };
  const cookieOf = (headers: { 'set-cookie'?: string[] | undefined }) =>
    headers['set-cookie']?.[0]?.split(';', 1)[0] ?? null;

  test('that leads here lets in once, and goes on in the browser that it let in', async () => {
    const product = await shop().subscribes(true);
    const path = await linkFor(product, 'redirect');
    const entered = await askPage(app().port, { path });
    expect(locationOf(entered)).toEqual([303, '/portal']);
    const cookie = cookieOf(entered.headers) ?? '';
    const home = await askPage(app().port, { path: '/portal', headers: { cookie } });
    expect([home.status, home.html.includes(product.id)]).toEqual([200, true]);
    const other = await askPage(app().port, { path });
    expect([other.status, cookieOf(other.headers)]).toEqual([410, null]);
    expect(other.html).toContain(`href="${publisher}"`);
    expect((await askPage(app().port, { path, headers: { cookie } })).status).toBe(303);
  });

  test('that was sent is used up by its button alone', async () => {
    const path = await linkFor(await shop().subscribes(true), 'message');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const seen = await askPage(app().port, { path, method });
      expect([seen.status, cookieOf(seen.headers)]).toEqual([200, null]);
    }
    const pressed = await askPage(app().port, { path, form: '', headers: fromOwnPage });
    expect(locationOf(pressed)).toEqual([303, '/portal']);
    expect(cookieOf(pressed.headers)).toMatch(/^portal=[\w-]{43}$/);
    const again = await askPage(app().port, { path, form: '', headers: fromOwnPage });
    expect([again.status, cookieOf(again.headers)]).toEqual([410, null]);
  });

  test.each([
    ['HEAD', 'HEAD', {}],
    ['a browser that looks ahead', 'GET', { 'sec-purpose': 'prefetch' }],
    ['an older one', 'GET', { purpose: 'prefetch' }],
  ])('is not used up by %s', async (...[, method, headers]) => {
    const path = await linkFor(await shop().subscribes(true), 'redirect');
    const looked = await askPage(app().port, {
      path,
      method,
      headers: headers,
    });
    expect(cookieOf(looked.headers)).toBeNull();
    expect((await askPage(app().port, { path })).status).toBe(303);
  });

  test('that is too old, and one that is none, lets nobody in', async () => {
    const old = await linkFor(await shop().subscribes(true), 'redirect', -1);
    const answer = await askPage(app().port, { path: old });
    expect([answer.status, cookieOf(answer.headers)]).toEqual([410, null]);
    for (const token of [randomPageSecrets.next(), 'x', `${'a'.repeat(43)}%0a`]) {
      expect((await askPage(app().port, { path: `/portal/enter/${token}` })).status).toBe(404);
    }
  });
});

/** Each page of an account that has ordered a change which waits. */
async function pagesOf(product: UserProduct, changeId: string): Promise<readonly string[]> {
  const { id } = product;
  const listed = await app().stores.documents.series(product.organisationId, {
    type: 'invoice',
    after: 0,
    limit: 100,
  });
  const document = listed.find((it) => it.accountId === product.accountId)?.id;
  return [
    base(id),
    `${base(id)}/changes/${changeId}`,
    `${base(id)}/changes/${changeId}?download=1`,
    `${base(id)}/changes/${changeId}/undo`,
    `${base(id)}/cancel`,
    ...(document === undefined ? [] : [`/portal/documents/${document}`]),
  ];
}

describe('Every page', () => {
  const ordered = async (isGrouped: boolean) => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id, isGrouped ? 1 : 0);
    const { headers } = await it.order(it.id, form);
    return { ...it, changeId: headers.location?.split('/').at(-1) ?? '' };
  };

  test('is there for whoever owns the subscription', async () => {
    const it = await ordered(false);
    for (const path of [
      ...['/portal', '/portal/documents', '/portal/accessibility'],
      ...[`${base(it.id)}/change`, ...(await pagesOf(it.product, it.changeId))],
    ]) {
      const { status, html } = await it.see(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toMatch(/^<!doctype html><html lang="en">/);
      expect(html).not.toMatch(/ style=|<style|<script>/);
    }
  });

  test('is not there for another account, or in another organisation', async () => {
    const it = await ordered(true);
    const elsewhere = await app().opens();
    const strangers = [await customer(), await app().browser(await elsewhere.subscribes(true))];
    const paths = [
      ...(await pagesOf(it.product, it.changeId)),
      `${base(it.id)}/change`,
      `${base(it.id)}/reactivate`,
    ];
    const guards = { key: 'k'.repeat(22), version: '1' };
    for (const stranger of strangers) {
      for (const path of paths)
        expect([path, (await stranger.see(path)).status]).toEqual([path, 404]);
      for (const action of ['cancel', 'reactivate', `changes/${it.changeId}/undo`]) {
        const { status } = await stranger.post(`${base(it.id)}/${action}`, guards);
        expect([action, status]).toEqual([action, 404]);
      }
      const order = { ...guards, choice: `${newId()}.${newId()}`, quote: 'x' };
      expect((await stranger.order(it.id, order)).status).toBe(404);
    }
    expect((await versionsOf(it.product))[0]).toEqual([it.id, 2]);
  });

  test('is not there for ids that are none', async () => {
    const it = await customer();
    for (const id of ['x', newId(), '0'.repeat(25), '..%2f']) {
      expect((await it.see(base(id))).status).toBe(404);
    }
    expect((await it.see(`${base(it.id)}/changes/${newId()}`)).status).toBe(404);
  });

  test('of an ended user product leads to what its subscription is now', async () => {
    const it = await customer();
    const { form } = await it.offered(it.id);
    await it.order(it.id, form);
    const next =
      (await rowsOf(it.product)).find(({ product }) => product.id !== it.id)?.product.id ?? '';
    expect(locationOf(await it.see(base(it.id)))).toEqual([302, base(next)]);
    expect(locationOf(await it.see(`${base(it.id)}/change`))).toEqual([
      302,
      `${base(next)}/change`,
    ]);
  });
});

describe('What goes over the wire for a page of a live organisation, once the catalogue is read', () => {
  const session = ['find page_sessions', 'find organisations'];
  const rows = [...session, 'find user_products'];
  const life = [...rows, 'find changes'];

  /** docs/spec/pages.md §2 asks for four; documents are counted before they are listed. */
  test('is four reads, or five for documents', async () => {
    const own = await app().opens({ offer: ['lite', 'digital'] }, true);
    const product = await own.subscribes(false, { hasDocuments: true });
    const browser = await app().browser(product);
    const { form } = await browser.offered(product.id);
    const receipt = (await browser.order(product.id, form)).headers.location ?? '';
    const one = base(product.id);
    const reads = async (path: string) => {
      await browser.see(path);
      app().proxy.forget();
      const { status } = await browser.see(path);
      const sent = app()
        .proxy.commands()
        .map((command) => {
          const [verb = ''] = Object.keys(command);
          return `${verb} ${String(command[verb])}`;
        });
      return [status, ...sent];
    };
    expect(await reads('/portal')).toEqual([200, ...rows]);
    for (const path of [one, receipt, `${receipt}/undo`, `${one}/cancel`]) {
      expect([path, ...(await reads(path))]).toEqual([path, 200, ...life]);
    }
    const choice = (await browser.offered(product.id, 1)).form.choice ?? '';
    for (const path of [`${one}/change`, `${one}/change/confirm?choice=${choice}`]) {
      expect([path, ...(await reads(path))]).toEqual([path, 200, ...life]);
    }
    expect(await reads('/portal/documents')).toEqual([
      ...[200, ...rows, 'aggregate billing_documents', 'find billing_documents'],
    ]);
  });
});

describe('While the database is away', () => {
  test('an order is neither done nor lost: the form keeps its key, and finishes it', async () => {
    const it = await customer(true);
    const { form } = await it.offered(it.id);
    await app().proxy.goAway();
    try {
      const { status, headers, html } = await it.order(it.id, form);
      expect([status, headers['retry-after']]).toEqual([503, '2']);
      expect(hiddenIn(html)).toEqual(form);
      expect((await it.see('/portal')).status).toBe(503);
    } finally {
      await app().proxy.comeBack();
    }
    const sent = await until(async () => {
      const answer = await it.order(it.id, form);
      return answer.status === 503 ? null : answer;
    });
    expect(sent.status).toBe(303);
    expect(await rowsOf(it.product)).toHaveLength(2);
  });
});
