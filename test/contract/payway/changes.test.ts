import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ListChanges } from '../../../src/application/change/list-changes.js';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { buildPackage, firstPeriod, money, sek } from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { buildChange } from '../../support/stored/build-entry.js';
import { undescribed } from './described-answer.js';
import { queryContract } from './query-contract.js';
import { send, type Answer } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const path = '/external/api/v1/subscription_system/changes';
const accountId = '56e1741a6fc9365306000001';
const userProductId = '56e1741a6fc9365306000002';
const pack = buildPackage({
  number: 10,
  code: 'lite',
  name: 'Lite',
  tags: [{ name: 'news', type: 'topic' }],
});
const target = {
  packageId: pack.id,
  packageCode: pack.code,
  period: soldPeriodOf(firstPeriod(pack)),
  quantity: 1,
  tierId: null,
};
const change = buildChange(buildUserProduct(pack), { target });
const catalogueOf = (packages: readonly (typeof pack)[]) =>
  makeCatalogue({ timeZone: 'Europe/Stockholm' as TimeZone, currency: sek, packages });

let app: StartedApp;
let listChanges: ListChanges;
let asked: unknown[];
beforeAll(async () => {
  app = await startApp({
    listChanges: (query) => {
      asked.push(query);
      return listChanges(query);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  listChanges = () =>
    Promise.resolve({ changes: [change], next: null, catalogue: catalogueOf([pack]) });
});

function get(query = ''): Promise<Answer> {
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, {
    method: 'GET',
    path: `${path}?account_id=${accountId}${query}`,
    headers,
  });
}

const item = {
  id: change.id,
  user_product_id: change.userProductId,
  successor_id: null,
  kind: 'downgrade',
  behaviour: 'default',
  state: 'created',
  rule: 'rank_lower',
  requirements: [
    {
      code: 'same_package',
      passed: true,
      facts: { code: 'a', rank: 3, free: false, gone: null },
    },
  ],
  requested_at: '2026-04-10T02:00:00+02:00',
  requested_by: 'demo',
  effective_at: '2026-05-01T02:00:00+02:00',
  target_package: {
    id: pack.id,
    code: 'lite',
    name: 'Lite',
    tags: [{ name: 'news', type: 'topic' }],
  },
  target_period: {
    id: target.period.periodId,
    payment_method: 'invoice',
    type: 'recurring',
    iteration_type: 'month',
    iteration_length: 1,
    price: 100,
    currency: 'SEK',
  },
  quantity: 1,
  amounts: null,
  ...{ credit: null, used: null, charge: null, documents: null },
  event_ids: change.eventIds,
};

test('lists what was asked, decided and came of it (docs/spec/payway-api.md §6)', async () => {
  const { status, json } = await get();
  expect([status, json]).toEqual([200, { items: [item], next: null }]);
  expect(undescribed('listChanges', json)).toEqual([]);
});

test('says the amounts in major units, and what took the place of what ended', async () => {
  const amounts = {
    valueLeft: money(5_000),
    valueCarried: money(4_999),
    nextRenewal: money(20_000),
    settlement: null,
  };
  const applied = {
    ...change,
    state: 'applied',
    successorId: change.userProductId,
    amounts,
  } as const;
  const last = { ...applied, amounts: { ...amounts, nextRenewal: null, settlement: null } };
  listChanges = () =>
    Promise.resolve({ changes: [applied, last], next: null, catalogue: catalogueOf([pack]) });
  const { json } = await get();
  const said = { currency: 'SEK', value_left: 50, value_carried: 49.99, next_renewal: 200 };
  const ended = { ...item, state: 'applied', successor_id: change.userProductId };
  expect(json).toEqual({
    items: [
      { ...ended, amounts: said },
      { ...ended, amounts: { ...said, next_renewal: null } },
    ],
    next: null,
  });
  expect(undescribed('listChanges', json)).toEqual([]);
});

test('a target that the catalogue does not know any more has no name and no tags', async () => {
  listChanges = () =>
    Promise.resolve({ changes: [change], next: null, catalogue: catalogueOf([]) });
  const { json } = await get();
  const target_package = { id: pack.id, code: 'lite', name: null, tags: [] };
  expect(json).toEqual({ items: [{ ...item, target_package }], next: null });
  expect(undescribed('listChanges', json)).toEqual([]);
});

test('asks for a page of 30 of the caller’s organisation unless told otherwise', async () => {
  await get();
  await get(`&limit=100&user_product_id=${userProductId.toUpperCase()}`);
  const all = { organisationId, accountId, userProductId: null, after: null, limit: 30 };
  expect(asked).toEqual([all, { ...all, userProductId, limit: 100 }]);
});

test('goes on where the page before ended', async () => {
  const place = { requestedAt: change.requestedAt, id: change.id };
  listChanges = () =>
    Promise.resolve({ changes: [change], next: place, catalogue: catalogueOf([]) });
  const { next } = (await get()).json as { next: string };
  expect(next).toMatch(/^[\w-]+$/);
  await get(`&after=${next}`);
  expect(asked[1]).toMatchObject({ after: place });
});

test.each([
  'x',
  Buffer.from('1').toString('base64url'),
  Buffer.from(`1.${accountId}x`).toString('base64url'),
  Buffer.from(`${'1'.repeat(16)}.${accountId}`).toString('base64url'),
  `${Buffer.from(`12.${accountId}`).toString('base64url')}A`,
])('after=%s is no cursor', async (after) => {
  const message = 'Parameter is no next of an answer before';
  const { status, json } = await get(`&after=${after}`);
  expect([status, json]).toEqual([400, { code: 'invalid_parameter', field: 'after', message }]);
  expect(asked).toEqual([]);
});

test.each([
  { what: 'an unknown account', query: '' },
  { what: 'a user product that cannot be one', query: '&user_product_id=none' },
])('$what is 404', async ({ query }) => {
  listChanges = () => Promise.resolve(null);
  const message = 'The account or product could not be found';
  const { status, json } = await get(query);
  expect([status, json]).toEqual([404, { code: 'not_found', message }]);
});

queryContract(() => app, {
  path,
  scope: '/external/subscription/r',
  fields: { account_id: 'id', user_product_id: 'looseId', limit: 'limit', after: 'cursor' },
  required: { account_id: accountId },
});
