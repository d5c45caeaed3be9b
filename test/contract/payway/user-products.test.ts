import { afterEach, expect, test } from '@jest/globals';
import type { ListUserProducts } from '../../../src/application/user-product/list-user-products.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { toInstant, type TimeZone } from '../../../src/domain/time/instant.js';
import { startApp, type StartedApp } from './start-app.js';
import { send, type Answer } from './send.js';

const accountId = '56e1741a6fc9365306000001';
const zone = 'Europe/Stockholm' as TimeZone;
const at = (iso: string) => toInstant(Date.parse(iso));

const product = {
  id: '56e1741a6fc9365306000002',
  orderId: null,
  createdAt: at('2016-12-21T09:12:08Z'),
  updatedAt: at('2016-12-21T09:12:08.250Z'),
  packageCode: 'adeprimo_basic',
  titleCode: 'adeprimo',
  validFrom: at('2016-06-30T22:00:00Z'),
  validTo: null,
  provisionService: 'tulo',
  subscriptionType: 'recurring',
  state: 'activated',
  pendingChange: null,
  externalStartAt: null,
  version: 3,
} as unknown as UserProduct;

let app: StartedApp;
afterEach(() => app.close());

async function get(listUserProducts: ListUserProducts, path = accountId): Promise<Answer> {
  app = await startApp({ listUserProducts });
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, { method: 'GET', path: `/external/api/v1/userproducts/${path}`, headers });
}

test('lists the account’s user products in the documented names (docs/spec/payway-api.md §5)', async () => {
  const pending = { ...product, pendingChange: {} } as unknown as UserProduct;
  const { status, json } = await get(() =>
    Promise.resolve({ userProducts: [product, pending], timeZone: zone }),
  );
  const item = {
    id: '56e1741a6fc9365306000002',
    order_id: null,
    created: '2016-12-21T10:12:08+01:00',
    updated: '2016-12-21T10:12:08.250+01:00',
    product_code: 'adeprimo_basic',
    title_code: 'adeprimo',
    valid_from: '2016-07-01T00:00:00+02:00',
    valid_to: null,
    provision_service: 'tulo',
    subscription_type: 'recurring',
    state: 'activated',
    has_pending_change_request: false,
    external_start_date: null,
    version: 3,
  };
  expect(status).toBe(200);
  expect(json).toEqual({ items: [item, { ...item, has_pending_change_request: true }] });
});

test('asks for the caller’s own organisation, whatever case the id is in', async () => {
  const asked: unknown[] = [];
  await get((query) => {
    asked.push(query);
    return Promise.resolve(null);
  }, accountId.toUpperCase());
  expect(asked).toEqual([{ organisationId: '56e1741a6fc9365306000000', accountId }]);
});

test.each([{ path: accountId }, { path: 'x' }, { path: '%00' }, { path: `${accountId}%0a` }])(
  'an unknown account is 404: $path',
  async ({ path }) => {
    const { status, json } = await get(() => Promise.resolve(null), path);
    expect(status).toBe(404);
    expect(json).toEqual({
      code: 'not_found',
      message: 'The account or product could not be found',
    });
  },
);

test('needs its own scope', async () => {
  app = await startApp();
  const headers = {
    authorization: `Bearer ${app.token(['/external/userproduct/r', '/external/userproduct'])}`,
  };
  const path = `/external/api/v1/userproducts/${accountId}`;
  const answer = await send(app.port, { method: 'GET', path, headers });
  expect(answer.status).toBe(403);
});
