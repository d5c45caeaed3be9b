import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type {
  ListSubscriptions,
  Subscription,
} from '../../../src/application/user-product/list-subscriptions.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { at } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../support/domain/build-user-product.js';
import { undescribed } from './described-answer.js';
import { queryContract } from './query-contract.js';
import { send, type Answer } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const path = '/external/api/v1/subscription/get_by_account';
const accountId = '56e1741a6fc9365306000001';
const period = buildPeriod({ number: 11, paymentMethod: 'card', price: money(12_345) });
const pack = buildPackage({ number: 10, code: 'basic', titleCode: 'adeprimo', periods: [period] });
const userProduct = buildUserProduct(pack);
const subscription: Subscription = { userProduct, isCampaign: false, nextPrice: money(15_000) };

let app: StartedApp;
let listSubscriptions: ListSubscriptions;
let asked: unknown[];
beforeAll(async () => {
  app = await startApp({
    listSubscriptions: (query) => {
      asked.push(query);
      return listSubscriptions(query);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  listSubscriptions = answering({});
});

function answering(edits: Partial<Subscription>): ListSubscriptions {
  const timeZone = 'Europe/Stockholm' as TimeZone;
  return () => Promise.resolve({ subscriptions: [{ ...subscription, ...edits }], timeZone });
}

function get(query = `?account_id=${accountId}`): Promise<Answer> {
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, { method: 'GET', path: path + query, headers });
}

const item = {
  id: userProduct.id,
  order_id: 'order-1',
  created: '2026-04-01T02:00:00+02:00',
  updated: '2026-04-01T02:00:00+02:00',
  product_code: 'basic',
  title_code: 'adeprimo',
  valid_from: '2026-04-01T02:00:00+02:00',
  valid_to: '2026-05-01T02:00:00+02:00',
  provision_service: 'tulo',
  subscription_type: 'recurring',
  state: 'activated',
  has_pending_change_request: false,
  external_start_date: null,
  version: 1,
  subscription_number: 'S-1',
  subscription_next_price: 150,
  payment_option: 'card',
  payment_option_details: {
    period_id: period.id,
    iteration_type: 'month',
    iteration_length: 1,
    price: 123.45,
    currency: 'SEK',
  },
  campaign_end_date: null,
  subscription_end_date: null,
};
const end = '2026-05-01T02:00:00+02:00';

test('lists the rich form in the documented names (docs/spec/payway-api.md §5)', async () => {
  const { status, json } = await get();
  expect([status, json]).toEqual([200, { items: [item] }]);
  expect(undescribed('listSubscriptions', json)).toEqual([]);
});

type Row = { readonly what: string; readonly edits: Partial<Subscription>; readonly says: object };
const rows: readonly Row[] = [
  {
    what: 'nothing renews it',
    edits: { nextPrice: null },
    says: { subscription_next_price: null },
  },
  { what: 'it is a campaign', edits: { isCampaign: true }, says: { campaign_end_date: end } },
  {
    what: 'it is cancelled',
    edits: { userProduct: { ...userProduct, state: 'cancelled' } },
    says: { state: 'cancelled', subscription_end_date: end },
  },
  {
    what: 'it was cancelled and is over',
    edits: {
      userProduct: {
        ...userProduct,
        state: 'deactivated',
        cancelledAt: at('2026-04-02T00:00:00Z'),
      },
    },
    says: { state: 'deactivated', subscription_end_date: end },
  },
  {
    what: 'it is limited',
    edits: { userProduct: { ...userProduct, subscriptionType: 'limited' } },
    says: { subscription_type: 'limited', subscription_end_date: end },
  },
  {
    what: 'a change ended it: its subscription goes on',
    edits: { userProduct: { ...userProduct, state: 'deactivated' } },
    says: { state: 'deactivated' },
  },
  {
    what: 'it has no end',
    edits: { isCampaign: true, userProduct: { ...userProduct, validTo: null } },
    says: { valid_to: null },
  },
  {
    what: 'a change waits',
    edits: { userProduct: { ...userProduct, pendingChange: buildPending(pack) } },
    says: { has_pending_change_request: true },
  },
];

test.each(rows)('where $what, the item says $says', async ({ edits, says }) => {
  listSubscriptions = answering(edits);
  const { json } = await get();
  expect(json).toEqual({ items: [{ ...item, ...says }] });
  expect(undescribed('listSubscriptions', json)).toEqual([]);
});

test('asks for the caller’s own organisation, whatever case the id is in', async () => {
  await get(`?account_id=${accountId.toUpperCase()}`);
  expect(asked).toEqual([{ organisationId, accountId }]);
});

test('an unknown account is 404', async () => {
  listSubscriptions = () => Promise.resolve(null);
  const message = 'The account or product could not be found';
  const { status, json } = await get();
  expect([status, json]).toEqual([404, { code: 'not_found', message }]);
});

queryContract(() => app, {
  path,
  scope: '/external/subscription/r',
  fields: { account_id: 'id' },
  required: { account_id: accountId },
});
