import { describe, expect, test } from '@jest/globals';
import type { OperatorId } from '../../../src/domain/ids.js';
import { askPage, fromOwnPage } from './ask-page.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();

const linkOf = async (id: OperatorId) => {
  const link = await app().application.makeOperatorLink({ within: '*', id });
  if (!link.ok) throw new Error(link.failure);
  return `/console/enter/${link.token}`;
};
const cookieOf = (headers: { 'set-cookie'?: string[] | undefined }) =>
  headers['set-cookie']?.[0]?.split(';', 1)[0] ?? null;

describe('A link of an operator', () => {
  test('lets in once, and goes on in the browser that it let in', async () => {
    const { id } = await operator({ role: 'owner' });
    const path = await linkOf(id);
    for (const headers of [{ 'sec-purpose': 'prefetch' }, { purpose: 'prefetch' }]) {
      const looked = await askPage(app().port, { path, headers });
      expect([looked.status, cookieOf(looked.headers)]).toEqual([200, null]);
    }
    const entered = await askPage(app().port, { path });
    const cookie = cookieOf(entered.headers) ?? '';
    expect([entered.status, entered.headers.location]).toEqual([303, '/console']);
    const again = await askPage(app().port, { path, headers: { cookie } });
    expect(again.status).toBe(303);
    expect((await askPage(app().port, { path })).status).toBe(410);
  });

  test('that is none lets nobody in', async () => {
    const path = `/console/enter/${'a'.repeat(43)}`;
    expect((await askPage(app().port, { path })).status).toBe(404);
    expect((await askPage(app().port, { path: '/console/enter/x' })).status).toBe(404);
  });
});

describe('An operator', () => {
  test('of one organisation comes to its first page at once', async () => {
    const { see } = await operator({ role: 'viewer' });
    const { status, headers } = await see('/console');
    expect([status, headers.location]).toEqual([303, `${base()}/today`]);
  });

  test('of all is shown which there are', async () => {
    const { see } = await operator({ role: 'viewer', organisationId: '*' });
    await app().opens();
    const { status, html } = await see('/console');
    expect([status, html.includes(`${base()}/today`)]).toEqual([200, true]);
  });

  test('who logged out is out', async () => {
    const { see, post } = await operator({ role: 'viewer', organisationId: '*' });
    const left = await post('/console/logout');
    expect([left.status, left.headers.location]).toEqual([303, '/console/login']);
    expect((await see('/console')).status).toBe(401);
  });

  test('who is disabled, or another now, is out at the next request', async () => {
    const first = await operator({ role: 'owner' });
    await app().application.disableOperator({ within: '*', id: first.id });
    expect((await first.see('/console')).status).toBe(401);
    const second = await operator({ role: 'owner' });
    await app().application.setOperatorRole({
      ...{ within: '*', id: second.id, organisationId: shop().organisationId, role: 'viewer' },
    });
    expect((await second.see('/console')).status).toBe(401);
  });

  test('with a customer’s cookie is nobody', async () => {
    const { secret } = await operator({ role: 'owner' });
    const headers = { cookie: `portal=${secret}` };
    expect((await askPage(app().port, { path: '/portal', headers })).status).toBe(401);
  });
});

test('The console answers to its own name, and to forms of its own alone', async () => {
  const { see, ask } = await operator({ role: 'owner' });
  expect((await ask({ path: '/console', headers: { host: 'elsewhere.test' } })).status).toBe(404);
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await ask({ path: '/console/logout', form: '', headers: foreign })).status).toBe(403);
  expect((await ask({ path: '/console/logout', form: '' })).status).toBe(403);
  expect((await see('/console/none')).status).toBe(404);
  const unknown = await ask({ path: '/console/logout', form: 'x=1', headers: fromOwnPage });
  expect(unknown.status).toBe(400);
});
