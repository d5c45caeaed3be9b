import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { SearchSubscriptions } from '../../../src/application/user-product/search-subscriptions.js';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import { type SubscriptionId, toId } from '../../../src/domain/ids.js';
import type { Currency } from '../../../src/domain/money/money.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { buildPackage } from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { undescribed } from './described-answer.js';
import { send } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const path = '/external/api/v1/subscription/search';
const pack = buildPackage({ number: 10, code: 'basic' });
const product = buildUserProduct(pack);
const last = toId<SubscriptionId>('56e1741a6fc9365306000031');

let app: StartedApp;
let asked: unknown[];
beforeAll(async () => {
  const searchSubscriptions: SearchSubscriptions = (query) => {
    asked.push(query);
    const timeZone = 'Europe/Stockholm' as TimeZone;
    const catalogue = makeCatalogue({ timeZone, currency: 'SEK' as Currency, packages: [pack] });
    const item = { product, isSetAside: false, customerNumber: 'C-1' };
    const found = { items: [item], next: last, unreadable: [] };
    return Promise.resolve({ found, context: { organisation: {} as never, catalogue } });
  };
  app = await startApp({ searchSubscriptions });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
});

const get = (query = '') => {
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, { method: 'GET', path: path + query, headers });
};
const nothing = {
  ...{ named: null, state: null, needs: null, packageCode: null, groupId: null, dueDay: null },
  ...{ organisationId, before: null, limit: 30 },
};

test('Subscriptions are found by what is told, each with whose it is', async () => {
  const { status, json } = await get();
  expect([status, asked]).toEqual([200, [nothing]]);
  expect(undescribed('searchSubscriptions', json)).toEqual([]);
  const { items, next } = json as { items: readonly object[]; next: string };
  expect(items).toEqual([
    expect.objectContaining({
      id: product.id,
      account_id: product.accountId,
      customer_number: 'C-1',
    }),
  ]);
  const group = '56e1741a6fc9365306000041';
  await get(`?q=S-1&state=cancelled&product_code=basic&product_group_id=${group}&limit=5`);
  await get(`?due_on=1970-02-01&needs=set_aside&after=${next}`);
  expect(asked.slice(1)).toEqual([
    {
      ...nothing,
      ...{ named: 'S-1', state: 'cancelled', packageCode: 'basic', groupId: group, limit: 5 },
    },
    { ...nothing, dueDay: 31, needs: 'set_aside', before: last },
  ]);
});

test('On a day that there is not nothing ends', async () => {
  await get('?due_on=2027-02-30');
  expect(asked).toEqual([{ ...nothing, dueDay: -1 }]);
});

test('What does not fit is refused', async () => {
  for (const query of ['?state=gone', '?due_on=1.2.2027', '?needs=x', '?after=x', '?q=']) {
    expect([query, (await get(query)).status]).toEqual([query, 400]);
  }
  expect(asked).toEqual([]);
});
