import { describe, expect, test } from '@jest/globals';
import { readableText } from '../../support/page-text.js';
import { newId } from '../../support/stored/ids.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();
const script = '<script>alert(1)</script>';

const named = async (customerNumber: string) => {
  const product = await shop().subscribes(true);
  await app().stores.accounts.setCustomerNumber(
    shop().organisationId,
    product.accountId,
    customerNumber,
  );
  return product;
};
const lastAudit = async () => {
  const page = { before: null, limit: 1 };
  const [entry] = await app().stores.audit.list(shop().organisationId, page);
  return entry;
};

describe('The list of subscriptions', () => {
  test('finds one by what it is called, and tells it in words', async () => {
    const product = await named(`C-1 ${script}`);
    await named('C-2');
    const { see } = await operator({ role: 'viewer' });
    const { status, html } = await see(
      `${base()}/subscriptions?q=${encodeURIComponent(`C-1 ${script}`)}`,
    );
    expect(status).toBe(200);
    expect(html).toContain(`href="${base()}/subscriptions/${product.id}"`);
    expect(readableText(html)).toContain('per month Active 1 May 2027');
    expect(html).not.toContain('C-2');
    expect(html).not.toContain(script);
  });

  test('goes on page by page, and says where nothing is found', async () => {
    const { see } = await operator({ role: 'viewer' });
    for (let made = 0; made < 51; made += 1) await shop().subscribes(false);
    const first = await see(`${base()}/subscriptions?state=activated`);
    const [, before = ''] = /before=([\da-f]{24})/.exec(first.html) ?? [];
    const second = await see(`${base()}/subscriptions?state=activated&before=${before}`);
    expect([first.html.split('<tr').length, second.status]).toEqual([52, 200]);
    expect(readableText(second.html)).toContain('First page');
    const none = await see(`${base()}/subscriptions?q=nobody`);
    expect(readableText(none.html)).toContain('Nothing here is called that, or is that.');
  });

  test('is a file, in which nothing runs', async () => {
    await named('=1+1');
    const { see } = await operator({ role: 'viewer' });
    const file = await see(`${base()}/subscriptions?q=${encodeURIComponent('=1+1')}&format=csv`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename=subscriptions.csv');
    const [heads = '', line = ''] = file.html.split('\r\n');
    expect(heads.split(',').slice(0, 4)).toEqual([
      'subscription_id',
      'user_product_id',
      'account_id',
      'customer_number',
    ]);
    expect(line.split(',')[3]).toBe("'=1+1");
  });

  test('of another organisation is not there', async () => {
    const other = await app().opens();
    const { see } = await operator({ role: 'owner' });
    expect((await see(`${base(other.organisationId)}/subscriptions`)).status).toBe(404);
  });
});

describe('An account', () => {
  test('is shown with what it has, and to each role what it may do', async () => {
    const product = await named('C-9');
    const path = `${base()}/accounts/${product.accountId}`;
    const offered = async (role: 'viewer' | 'support' | 'owner') => {
      const { see } = await operator({ role });
      const { status, html } = await see(path);
      expect([status, html.includes(`${base()}/subscriptions/${product.id}`)]).toEqual([200, true]);
      return [html.includes(`${path}/portal-link`), html.includes(`${path}/erase`)];
    };
    expect(await offered('viewer')).toEqual([false, false]);
    expect(await offered('support')).toEqual([true, false]);
    expect(await offered('owner')).toEqual([true, true]);
  });

  test('of another organisation, and one that is none, is not there', async () => {
    const other = await app().opens();
    const product = await other.subscribes(false);
    const { see, post } = await operator({ role: 'owner' });
    for (const id of [product.accountId, newId(), 'x']) {
      for (const below of ['', '/portal-link', '/erase']) {
        expect([below, (await see(`${base()}/accounts/${id}${below}`)).status]).toEqual([
          below,
          404,
        ]);
      }
      const erased = await post(`${base()}/accounts/${id}/erase`, { typed: id });
      expect(erased.status).toBe(404);
    }
  });

  test('gets a link to the portal, shown once; the same form makes no second one', async () => {
    const product = await shop().subscribes(true);
    const { post, formOf, ask } = await operator({ role: 'support' });
    const path = `${base()}/accounts/${product.accountId}/portal-link`;
    const form = await formOf(path);
    const addressIn = (html: string) =>
      /value="http[^"]*(\/portal\/enter\/[\w-]{43})"/.exec(html)?.[1];
    const first = await post(path, form);
    const second = await post(path, form);
    expect([first.status, second.status]).toEqual([200, 200]);
    const [gone, good] = [addressIn(first.html) ?? '', addressIn(second.html) ?? ''];
    expect(gone).not.toBe(good);
    expect((await ask({ path: gone })).status).toBe(404);
    expect((await ask({ path: good })).status).toBe(200);
    const entry = await lastAudit();
    expect(entry).toMatchObject({ action: 'make_portal_link', state: 'done' });
    expect(entry?.ids).toMatchObject({ account: product.accountId });
    expect(JSON.stringify(entry)).not.toContain(good.slice(-43));
  });

  test('gets no link from a viewer, nor where the portal is off', async () => {
    const product = await shop().subscribes(true);
    const viewer = await operator({ role: 'viewer' });
    const path = `${base()}/accounts/${product.accountId}/portal-link`;
    expect((await viewer.see(path)).status).toBe(403);
    const closed = await app().opens({ enabled: false });
    const other = await closed.subscribes(true);
    const support = await operator({ role: 'support', organisationId: closed.organisationId });
    const there = `${base(closed.organisationId)}/accounts/${other.accountId}/portal-link`;
    const refused = await support.post(there, await support.formOf(there));
    expect([refused.status, refused.html.includes('The portal is off')]).toEqual([409, true]);
  });

  test('is erased by an owner who proved who they are and types its id', async () => {
    const product = await shop().subscribes(false, { state: 'deactivated' });
    const path = `${base()}/accounts/${product.accountId}/erase`;
    const stale = await operator({ role: 'owner', provedMinutesAgo: 6 });
    expect((await stale.see(path)).headers.location).toContain('/console/prove?next=');
    const support = await operator({ role: 'support' });
    expect((await support.post(path, { typed: product.accountId })).status).toBe(403);
    const { see, post } = await operator({ role: 'owner' });
    expect(readableText((await see(path)).html)).toContain('Invoices and credit notes stay');
    const wrong = await post(path, { typed: newId() });
    expect([wrong.status, wrong.html.includes('role="alert"')]).toEqual([422, true]);
    const erased = await post(path, { typed: ` ${product.accountId} ` });
    const { location } = erased.headers;
    expect([erased.status, location]).toEqual([
      303,
      `${base()}/accounts/${product.accountId}/erased`,
    ]);
    expect((await see(location ?? '')).status).toBe(200);
    expect((await see(`${base()}/accounts/${product.accountId}`)).status).toBe(404);
    expect(await lastAudit()).toMatchObject({ action: 'erase_account', state: 'done' });
  });

  test('with a subscription that goes on is not erased', async () => {
    const product = await shop().subscribes(true);
    const { see } = await operator({ role: 'owner' });
    const { status, html } = await see(`${base()}/accounts/${product.accountId}/erase`);
    expect([status, html.includes('goes on. End it first')]).toEqual([409, true]);
  });
});

describe('Today', () => {
  test('says what needs somebody, each with the way there', async () => {
    const product = await shop().subscribes(true);
    await app().stores.userProducts.block(shop().organisationId, product.id, 'any');
    const { see } = await operator({ role: 'viewer' });
    const { status, html } = await see(`${base()}/today`);
    expect(status).toBe(200);
    expect(readableText(html)).toContain('cannot be decided 1 Look at it');
    const aside = await see(`${base()}/subscriptions?needs=set_aside`);
    expect(aside.html).toContain(`${base()}/subscriptions/${product.id}`);
    expect(html).toContain(`${base()}/subscriptions?needs=set_aside`);
    expect(html).toContain(`${base()}/subscriptions?needs=failed_change`);
  });

  test('says what the next days bring, by the organisation’s clock', async () => {
    const { moveTo, organisationId, subscribes } = await app().opens();
    await subscribes(true);
    await subscribes(true, { state: 'cancelled' });
    await moveTo('2027-04-28T12:00:00+02:00');
    const { see } = await operator({ role: 'viewer', organisationId });
    const { html } = await see(`${base(organisationId)}/today`);
    expect(readableText(html)).toContain('1 May 0 0 0 1 1');
    expect(html).toContain(`${base(organisationId)}/subscriptions?due=2027-05-01`);
  });
});
