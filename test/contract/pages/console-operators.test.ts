import { describe, expect, test } from '@jest/globals';
import { type OperatorId, toId } from '../../../src/domain/ids.js';
import { newId } from '../../support/stored/ids.js';
import { askPage } from './ask-page.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();
const operators = () => `${base()}/settings/operators`;
const stored = (id: OperatorId) => app().stores.operators.find(id);
const actions = async () =>
  (await app().stores.audit.list(shop().organisationId, { before: null, limit: 100 })).map(
    (it) => `${it.action} ${it.state} ${it.ids.operator ?? ''}`,
  );

describe('The operators of an organisation', () => {
  test('are seen by a viewer, who is offered nothing and may do nothing', async () => {
    const viewer = await operator({ role: 'viewer' });
    const other = await operator({ role: 'support' });
    const list = await viewer.see(operators());
    expect([list.status, list.html.includes(other.id)]).toEqual([200, true]);
    expect(list.html).not.toContain('/operators/new');
    const one = await viewer.see(`${operators()}/${other.id}`);
    expect([one.status, one.html.includes('/disable')]).toEqual([200, false]);
    for (const it of ['new', `${other.id}/role`, `${other.id}/disable`, `${other.id}/link`]) {
      expect((await viewer.see(`${operators()}/${it}`)).status).toBe(403);
    }
    const key = 'a'.repeat(22);
    expect((await viewer.post(`${operators()}/${other.id}/disable`, { key })).status).toBe(403);
    expect(await stored(other.id)).toMatchObject({ disabled: false });
  });

  test('are more by one, also where the form is sent twice; a name is shown as text', async () => {
    const owner = await operator({ role: 'owner' });
    const { key = '' } = await owner.formOf(`${operators()}/new`);
    const email = `${newId()}@people.test`;
    const form = { key, name: '<script>x</script>', email, role: 'editor' };
    const [first, again] = [
      await owner.post(`${operators()}/new`, form),
      await owner.post(`${operators()}/new`, form),
    ];
    expect([first.status, again.headers.location]).toEqual([303, first.headers.location]);
    const shown = await owner.see(first.headers.location ?? '');
    expect(shown.html).toContain('&lt;script>x');
    const id = toId<OperatorId>(first.headers.location?.slice(-24) ?? '');
    expect(await stored(id)).toMatchObject({
      memberships: [{ organisationId: shop().organisationId, role: 'editor' }],
    });
    expect(await actions()).toContain(`edit_operators done ${id}`);
  });

  test('are not more by a form that says something wrong, which keeps what was written', async () => {
    const owner = await operator({ role: 'owner' });
    const { key = '' } = await owner.formOf(`${operators()}/new`);
    const form = { key, name: 'Kept', email: 'none', role: 'editor' };
    const back = await owner.post(`${operators()}/new`, form);
    expect([back.status, back.html.includes('value="Kept"')]).toEqual([422, true]);
    expect(back.html).toContain('aria-describedby="email-fault" aria-invalid="true"');
    expect(back.html).toContain('href="#email"');
    const taken = { ...form, email: `${owner.id}@console.test` };
    expect((await owner.post(`${operators()}/new`, taken)).status).toBe(422);
  });

  test('get another role, are disabled and enabled', async () => {
    const owner = await operator({ role: 'owner' });
    const other = await operator({ role: 'viewer' });
    const act = async (name: string, more = {}) => {
      const path = `${operators()}/${other.id}/${name}`;
      const { key = '' } = await owner.formOf(path);
      return owner.post(path, { key, ...more });
    };
    expect((await act('role', { role: 'editor' })).status).toBe(303);
    expect((await stored(other.id))?.memberships[0]?.role).toBe('editor');
    expect((await other.see('/console')).status).toBe(401);
    expect((await act('disable')).status).toBe(303);
    expect(await stored(other.id)).toMatchObject({ disabled: true });
    expect((await act('link')).status).toBe(403);
    expect((await act('enable')).status).toBe(303);
    expect(await stored(other.id)).toMatchObject({ disabled: false });
    expect((await act('role', { role: 'none' })).headers.location).toBe(operators());
    expect((await stored(other.id))?.memberships).toEqual([]);
    const told = (await actions()).filter((it) => it.endsWith(other.id));
    expect(told.filter((it) => it.includes('done'))).toHaveLength(4);
  });

  test('get a link that is shown once and lets them in; of a form sent twice the last one does', async () => {
    const owner = await operator({ role: 'owner' });
    const other = await operator({ role: 'viewer' });
    const path = `${operators()}/${other.id}/link`;
    const { key = '' } = await owner.formOf(path);
    const linkIn = (html: string) => /\/console\/enter\/[\w-]{43}/.exec(html)?.[0] ?? '';
    const [first, last] = [await owner.post(path, { key }), await owner.post(path, { key })];
    expect([first.status, last.status]).toEqual([200, 200]);
    const opened = await askPage(app().port, { path: linkIn(first.html) });
    expect(opened.status).toBe(404);
    expect((await askPage(app().port, { path: linkIn(last.html) })).status).toBe(303);
    expect((await owner.see(path)).html).not.toContain('/console/enter/');
    const entries = await app().stores.audit.list(shop().organisationId, {
      ...{ before: null, limit: 100 },
    });
    expect(JSON.stringify(entries)).not.toContain(linkIn(last.html).slice(-43));
  });

  test('are reached no further than the organisation of its owner', async () => {
    const owner = await operator({ role: 'owner' });
    const everywhere = await operator({ role: 'viewer', organisationId: '*' });
    const elsewhere = await operator({ role: 'viewer', organisationId: newId() });
    const key = 'a'.repeat(22);
    expect((await owner.see(`${operators()}/${elsewhere.id}`)).status).toBe(404);
    for (const act of ['disable', 'link']) {
      expect((await owner.post(`${operators()}/${everywhere.id}/${act}`, { key })).status).toBe(
        403,
      );
      expect((await owner.post(`${operators()}/${elsewhere.id}/${act}`, { key })).status).toBe(404);
      expect((await owner.post(`${operators()}/${owner.id}/${act}`, { key })).status).toBe(404);
    }
    expect(await stored(everywhere.id)).toMatchObject({ disabled: false });
    const other = `/console/${newId()}/settings/operators`;
    expect((await owner.see(other)).status).toBe(404);
  });

  test('are changed by somebody who has proved of late who they are', async () => {
    const owner = await operator({ role: 'owner', provedMinutesAgo: 6 });
    const path = `${operators()}/new`;
    const prove = `/console/prove?next=${encodeURIComponent(path)}`;
    expect((await owner.see(path)).headers.location).toBe(prove);
    const form = { key: 'a'.repeat(22), name: 'A', email: 'a@a.test', role: 'owner' };
    expect((await owner.post(path, form)).headers.location).toBe(prove);
    expect((await owner.see(prove)).html).toContain('Nothing was done yet');
  });
});

test('The audit is shown to a viewer, of all or of one action or operator', async () => {
  const viewer = await operator({ role: 'viewer' });
  const path = `${base()}/settings/audit`;
  const all = await viewer.see(path);
  expect([all.status, all.html.includes('Edit operators</td>')]).toEqual([200, true]);
  const none = await viewer.see(`${path}?action=erase_account`);
  expect(none.html).toContain('Nothing was done that this looks for.');
  const theirs = await viewer.see(`${path}?action=edit_operators&operator=${viewer.id}`);
  expect(theirs.html).toContain('Nothing was done that this looks for.');
  expect((await viewer.see(`/console/${newId()}/settings/audit`)).status).toBe(404);
});
