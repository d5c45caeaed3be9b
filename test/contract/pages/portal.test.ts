import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { buildLink, buildVisit } from '../../support/stored/build-page-access.js';
import { newId } from '../../support/stored/ids.js';
import { until } from '../../support/until.js';
import { askPage, fromOwnPage } from './ask-page.js';
import {
  type OpenedShop,
  ownerOf,
  type PortalApp,
  publisher,
  startPortalApp,
} from './portal-app.js';

let app: PortalApp;
let shop: OpenedShop;
beforeAll(async () => {
  app = await startPortalApp();
  shop = await app.opens({ offer: ['lite', 'basic', 'digital', 'premium'] });
});
afterAll(() => app.close());

const base = (id: string) => `/portal/subscriptions/${id}`;
/** A subscription of its own account, and the browser of that account. */
async function customer(isGrouped = true, edits: Parameters<OpenedShop['subscribes']>[1] = {}) {
  const product = await shop.subscribes(isGrouped, edits);
  return { product, id: product.id, ...(await app.browser(product)) };
}
const rowsOf = ({ organisationId, accountId }: UserProduct) =>
  app.stores.userProducts.listByAccount(organisationId, accountId, () => undefined);
const versionsOf = async (product: UserProduct) =>
  (await rowsOf(product)).map((it) => [it.product.id, it.product.version]);
const locationOf = ({
  status,
  headers,
}: {
  status: number;
  headers: { location?: string | undefined };
}) => [status, headers.location];

describe('A link', () => {
  const linkFor = async (
    product: UserProduct,
    delivery: 'redirect' | 'message',
    expiresInMinutes = 5,
  ): Promise<string> => {
    const secret = randomPageSecrets.next();
    const now = Date.now();
    await app.stores.pageAccess.insertLink(
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
    const product = await shop.subscribes(true);
    const path = await linkFor(product, 'redirect');
    const entered = await askPage(app.port, { path });
    expect(locationOf(entered)).toEqual([303, '/portal']);
    const cookie = cookieOf(entered.headers) ?? '';
    const home = await askPage(app.port, { path: '/portal', headers: { cookie } });
    expect([home.status, home.html.includes(product.id)]).toEqual([200, true]);
    const other = await askPage(app.port, { path });
    expect([other.status, cookieOf(other.headers)]).toEqual([410, null]);
    expect(other.html).toContain(`href="${publisher}"`);
    expect((await askPage(app.port, { path, headers: { cookie } })).status).toBe(303);
  });

  test('that was sent is used up by its button alone', async () => {
    const path = await linkFor(await shop.subscribes(true), 'message');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const seen = await askPage(app.port, { path, method });
      expect([seen.status, cookieOf(seen.headers)]).toEqual([200, null]);
    }
    const pressed = await askPage(app.port, { path, form: '', headers: fromOwnPage });
    expect(locationOf(pressed)).toEqual([303, '/portal']);
    expect(cookieOf(pressed.headers)).toMatch(/^portal=[\w-]{43}$/);
    const again = await askPage(app.port, { path, form: '', headers: fromOwnPage });
    expect([again.status, cookieOf(again.headers)]).toEqual([410, null]);
  });

  test.each([
    ['HEAD', 'HEAD', {}],
    ['a browser that looks ahead', 'GET', { 'sec-purpose': 'prefetch' }],
    ['an older one', 'GET', { purpose: 'prefetch' }],
  ])('is not used up by %s', async (...[, method, headers]) => {
    const path = await linkFor(await shop.subscribes(true), 'redirect');
    const looked = await askPage(app.port, {
      path,
      method,
      headers: headers,
    });
    expect(cookieOf(looked.headers)).toBeNull();
    expect((await askPage(app.port, { path })).status).toBe(303);
  });

  test('that is too old, and one that is none, lets nobody in', async () => {
    const old = await linkFor(await shop.subscribes(true), 'redirect', -1);
    const answer = await askPage(app.port, { path: old });
    expect([answer.status, cookieOf(answer.headers)]).toEqual([410, null]);
    for (const token of [randomPageSecrets.next(), 'x', `${'a'.repeat(43)}%0a`]) {
      expect((await askPage(app.port, { path: `/portal/enter/${token}` })).status).toBe(404);
    }
  });
});

/** Each page of an account that has ordered a change which waits. */
async function pagesOf(product: UserProduct, changeId: string): Promise<readonly string[]> {
  const { id } = product;
  const listed = await app.stores.documents.series(product.organisationId, {
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
    const elsewhere = await app.opens();
    const strangers = [await customer(), await app.browser(await elsewhere.subscribes(true))];
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

describe.each([
  ['within a product group', true],
  ['of what the publisher offers', false],
])('An order %s', (_, isGrouped) => {
  test('is done once, and answered with its receipt however often it is sent', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id, isGrouped ? 0 : 1);
    const first = await it.order(it.id, form);
    expect(first.status).toBe(303);
    const receipt = first.headers.location ?? '';
    expect((await it.see(receipt)).status).toBe(200);
    const before = await versionsOf(it.product);
    expect(locationOf(await it.order(it.id, form))).toEqual([303, receipt]);
    expect(await versionsOf(it.product)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test('that is sent 20 times at once is one change and one receipt', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id, isGrouped ? 0 : 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => it.order(it.id, form)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await rowsOf(it.product)).toHaveLength(2);
    const life = await it.see(answers[0]?.headers.location ?? '');
    expect(life.status).toBe(200);
  });

  test('in another tab for the same choice is the same receipt', async () => {
    const it = await customer(isGrouped);
    const [one, two] = [await it.offered(it.id), await it.offered(it.id)];
    expect(one.form.key).not.toBe(two.form.key);
    const first = await it.order(it.id, one.form);
    expect(locationOf(await it.order(it.id, two.form))).toEqual([303, first.headers.location]);
  });

  test('whose quote is too old is offered anew, and nothing is done', async () => {
    const own = await app.opens({ offer: ['digital', 'premium'] });
    const product = await own.subscribes(isGrouped);
    const browser = await app.browser(product);
    const { form } = await browser.offered(product.id);
    await own.moveTo('2027-04-16T00:16:00+02:00');
    const before = await versionsOf(product);
    const { status, html } = await browser.order(product.id, form);
    expect([status, await versionsOf(product)]).toEqual([412, before]);
    expect(readableText(html)).toContain('Something changed since you looked');
    expect(html).toContain('role="alert"');
  });

  test('for which the price has moved shows both amounts, and nothing is done', async () => {
    const own = await app.opens({ offer: ['digital', 'premium'] });
    const product = await own.subscribes(isGrouped);
    const browser = await app.browser(product);
    const { form } = await browser.offered(product.id);
    await own.seeded.editPackage('digital', (pack) => ({
      ...pack,
      periods: pack.periods.map((it) => ({ ...it, price: { ...it.price, amountMinor: 27_300 } })),
    }));
    const path = `${base(product.id)}/change/confirm?choice=${form.choice ?? ''}`;
    await until(async () => ((await browser.see(path)).html.includes('273.00') ? true : null));
    const before = await versionsOf(product);
    const { status, html } = await browser.order(product.id, form);
    expect([status, await versionsOf(product)]).toEqual([412, before]);
    const text = readableText(html);
    expect([text.includes('SEK 200.00'), text.includes('SEK 273.00')]).toEqual([true, true]);
    const again = await browser.order(product.id, hiddenIn(html));
    expect(again.status).toBe(303);
  });

  test('of a quote that is forged is offered anew, and nothing is done', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id);
    const before = await versionsOf(it.product);
    const { status } = await it.order(it.id, { ...form, quote: 'a.b.c' });
    expect([status, await versionsOf(it.product)]).toEqual([412, before]);
  });
});

describe('What is refused', () => {
  test('is 409, with the way back to what is possible', async () => {
    const it = await customer(false);
    const { form } = await it.offered(it.id);
    const cancel = `${base(it.id)}/cancel`;
    await it.post(cancel, await it.formOf(cancel));
    const before = await versionsOf(it.product);
    for (const version of ['1', '2']) {
      const { status, html } = await it.order(it.id, { ...form, version });
      expect([status, await versionsOf(it.product)]).toEqual([409, before]);
      expect(readableText(html)).toContain('This subscription is not active');
      expect(html).toContain(`href="${base(it.id)}"`);
    }
  });

  test('because a change waits is 409 with "Undo it first"', async () => {
    const it = await customer(true);
    const [now, later] = [await it.offered(it.id, 0), await it.offered(it.id, 1)];
    expect((await it.order(it.id, later.form)).status).toBe(303);
    const before = await versionsOf(it.product);
    for (const version of ['1', '2']) {
      const { status, html } = await it.order(it.id, { ...now.form, version });
      expect([status, await versionsOf(it.product)]).toEqual([409, before]);
      expect(readableText(html)).toContain('Undo it first');
      expect(html).toMatch(new RegExp(`href="${base(it.id)}/changes/[a-f\\d]{24}/undo"`));
    }
  });
});

describe('An action that is sent twice is done once', () => {
  test('undo', async () => {
    const it = await customer(true);
    const { headers } = await it.order(it.id, (await it.offered(it.id, 1)).form);
    const receipt = headers.location ?? '';
    const form = await it.formOf(`${receipt}/undo`);
    for (const time of [1, 2]) {
      expect([time, ...locationOf(await it.post(`${receipt}/undo`, form))]).toEqual([
        time,
        303,
        receipt,
      ]);
    }
    expect(readableText((await it.see(receipt)).html)).toContain('This change was undone');
    expect((await rowsOf(it.product))[0]?.product).toMatchObject({
      pendingChange: null,
      version: 3,
    });
  });

  test('cancel and reactivate', async () => {
    const it = await customer(true);
    for (const [action, state, version] of [
      ['cancel', 'cancelled', 2],
      ['reactivate', 'activated', 3],
    ] as const) {
      const path = `${base(it.id)}/${action}`;
      const form = await it.formOf(path);
      for (const time of [1, 2]) {
        expect([time, ...locationOf(await it.post(path, form))]).toEqual([time, 303, base(it.id)]);
      }
      expect((await rowsOf(it.product))[0]?.product).toMatchObject({ state, version });
    }
  });

  test('with an older version it is shown anew, and not done', async () => {
    const it = await customer(true);
    const path = `${base(it.id)}/cancel`;
    const form = await it.formOf(path);
    const { status } = await it.post(path, { ...form, version: '7' });
    expect([status, (await rowsOf(it.product))[0]?.product.state]).toEqual([412, 'activated']);
  });
});

describe('What goes over the wire for a page of a live organisation, once the catalogue is read', () => {
  const session = ['find page_sessions', 'find organisations'];
  const rows = [...session, 'find user_products'];
  const life = [...rows, 'find changes'];

  /** docs/spec/pages.md §2 asks for four; those of five read the row once more, or count before they list. */
  test('is four reads, or five for options, confirm page and documents', async () => {
    const own = await app.opens({ offer: ['lite', 'digital'] }, true);
    const product = await own.subscribes(false, { hasDocuments: true });
    const browser = await app.browser(product);
    const { form } = await browser.offered(product.id);
    const receipt = (await browser.order(product.id, form)).headers.location ?? '';
    const one = base(product.id);
    const reads = async (path: string) => {
      await browser.see(path);
      app.proxy.forget();
      const { status } = await browser.see(path);
      const sent = app.proxy.commands().map((command) => {
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
      expect([path, ...(await reads(path))]).toEqual([path, 200, ...life, 'find user_products']);
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
    await app.proxy.goAway();
    try {
      const { status, headers, html } = await it.order(it.id, form);
      expect([status, headers['retry-after']]).toEqual([503, '2']);
      expect(hiddenIn(html)).toEqual(form);
      expect((await it.see('/portal')).status).toBe(503);
    } finally {
      await app.proxy.comeBack();
    }
    const sent = await until(async () => {
      const answer = await it.order(it.id, form);
      return answer.status === 503 ? null : answer;
    });
    expect(sent.status).toBe(303);
    expect(await rowsOf(it.product)).toHaveLength(2);
  });
});
