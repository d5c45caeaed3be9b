import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ListPendingChanges } from '../../../src/application/change/list-pending-changes.js';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import { toId, type AccountId } from '../../../src/domain/ids.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { buildPackage, buildPeriod, money, sek } from '../../support/domain/build-package.js';
import { buildPending } from '../../support/domain/build-user-product.js';
import { idOf } from '../../support/domain/id-of.js';
import { undescribed } from './described-answer.js';
import { queryContract } from './query-contract.js';
import { send, type Answer } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const path = '/external/api/v2/me/pending_package_changes';
const accountId = toId<AccountId>('56e1741a6fc9365306000001');
const userProductId = '56e1741a6fc9365306000002';
const lite = buildPackage({ number: 10, code: 'lite', name: 'Lite' });
const yearly = buildPackage({
  number: 20,
  code: 'gone',
  periods: [
    buildPeriod({ number: 21, interval: { unit: 'year', length: 2 }, price: money(249_950) }),
  ],
});
const downgrade = buildPending(lite);
const change = buildPending(yearly, { kind: 'change', changeId: idOf(701) });
const catalogue = makeCatalogue({
  timeZone: 'Europe/Stockholm' as TimeZone,
  currency: sek,
  packages: [lite],
});

let app: StartedApp;
let listPendingChanges: ListPendingChanges;
let asked: unknown[];
beforeAll(async () => {
  app = await startApp({
    listPendingChanges: (query) => {
      asked.push(query);
      return listPendingChanges(query);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  listPendingChanges = () => Promise.resolve({ pendingChanges: [change, downgrade], catalogue });
});

type Asked = { readonly query?: string; readonly body?: string; readonly token?: string };

function ask(
  method: 'GET' | 'PUT',
  { query = '', body, token = app.token(['/external/me/r'], accountId) }: Asked = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = method === 'PUT' ? { body: body ?? '{}' } : {};
  return send(app.port, { method, path: path + query, headers, ...sent });
}

const items = {
  downgrades: [
    {
      id: downgrade.changeId,
      state: 'created',
      created: '2026-04-10T02:00:00+02:00',
      target_package: { id: lite.id, code: 'lite', name: 'Lite', tags: [] },
      price_description: '100.00 SEK / month',
      change_date: '2026-05-01T02:00:00+02:00',
    },
  ],
  changes: [
    {
      id: change.changeId,
      state: 'created',
      created: '2026-04-10T02:00:00+02:00',
      target_package: { id: yearly.id, code: 'gone', name: null, tags: [] },
      price_description: '2499.50 SEK / 2 years',
      change_date: '2026-05-01T02:00:00+02:00',
    },
  ],
};

describe.each(['GET', 'PUT'] as const)('%s me/pending_package_changes', (method) => {
  const named = (id: string): Asked => ({
    query: method === 'GET' ? `?user_product_id=${encodeURIComponent(id)}` : '',
    body: JSON.stringify({ user_product_id: id }),
  });

  test('tells what waits, by what it is (docs/spec/payway-api.md §5)', async () => {
    const { status, json } = await ask(method);
    expect([status, json]).toEqual([200, { items }]);
    expect(undescribed('listOwnPendingChanges', json)).toEqual([]);
    expect(undescribed('askForOwnPendingChanges', json)).toEqual([]);
  });

  test('tells that nothing waits', async () => {
    listPendingChanges = () => Promise.resolve({ pendingChanges: [], catalogue });
    expect((await ask(method)).json).toEqual({ items: { downgrades: [], changes: [] } });
  });

  test('asks for the account that the token names, or one user product of it', async () => {
    await ask(method);
    await ask(method, named(userProductId.toUpperCase()));
    const all = { organisationId, accountId, userProductId: null };
    expect(asked).toEqual([all, { ...all, userProductId }]);
  });

  test.each([{ id: userProductId }, { id: 'none' }])(
    '$id is 404 where it is no own one',
    async ({ id }) => {
      listPendingChanges = () => Promise.resolve(null);
      const message = 'The account or product could not be found';
      const { status, json } = await ask(method, named(id));
      expect([status, json]).toEqual([404, { code: 'not_found', message }]);
    },
  );

  test('a token that names no account is 403', async () => {
    const { status, json } = await ask(method, { token: app.token(['/external/me/r']) });
    expect([status, json]).toMatchObject([403, { code: 'identity_required' }]);
    expect(asked).toEqual([]);
  });

  test('the scope is looked at before the identity', async () => {
    const { status, json } = await ask(method, { token: app.token(['/external/me/w']) });
    expect([status, json]).toMatchObject([403, { code: 'insufficient_scope' }]);
  });
});

const code = 'Parameter must match format (/^[a-zA-Z-_0-9]+$/)';
const text = 'Parameter must be a string';
test.each([
  { sent: null, message: text },
  { sent: 1, message: text },
  { sent: true, message: text },
  { sent: { $gt: '' }, message: text },
  { sent: [userProductId], message: text },
  { sent: '', message: code },
  { sent: 'a b', message: code },
  { sent: 'a\n', message: code },
  { sent: 'a\0', message: code },
  { sent: `${userProductId}\n`, message: 'Parameter must be at most 24 characters' },
])('user_product_id $sent in a body is 400', async ({ sent, message }) => {
  const { status, json } = await ask('PUT', { body: JSON.stringify({ user_product_id: sent }) });
  const field = 'user_product_id';
  expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
});

test.each(['account_id', '__proto__', 'constructor', '$where', 'user_product_id[$gt]'])(
  'a body does not know %s',
  async (field) => {
    const { status, json } = await ask('PUT', { body: `{"${field}":"1"}` });
    const message = 'Parameter is not known';
    expect([status, json]).toEqual([400, { code: 'unknown_parameter', field, message }]);
  },
);

test('a body that is no object is 400, and one in a query is not looked for', async () => {
  expect((await ask('PUT', { body: '[]' })).json).toMatchObject({ code: 'json_parser_error' });
});

queryContract(() => app, {
  path,
  scope: '/external/me/r',
  fields: { user_product_id: 'looseId' },
  accountId,
});
