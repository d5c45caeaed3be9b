import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Application } from '../../src/composition/compose.js';
import { toClientId } from '../../src/domain/ids.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { send } from '../contract/payway/send.js';
import { composeApplication } from '../support/composed-application.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { silentLog } from '../support/process.js';

const scopes = ['/external/webhook/w', '/external/userproduct/w'];
let database: TestDatabase;
let stores: Stores;
let seeded: SeededOrganisation;
/** Two instances on one database: nothing is decided in the memory of one. */
const instances: { application: Application; port: number; token: string }[] = [];

beforeAll(async () => {
  database = await openDatabase();
  stores = openStores(database);
  await stores.database.ensureIndexes();
  seeded = await seedOrganisation(stores);
  const { id: organisationId } = seeded.organisation;
  const clientId = toClientId('racer');
  const client = { id: clientId, organisationId, secretHash: 'none', scopes, disabled: false };
  await stores.clients.insert({ ...client, provisionService: 'elsewhere' });
  const claims = { clientId, organisationId, scopes, accountId: null };
  for (let count = 0; count < 2; count += 1) {
    const application = await composeApplication(database.uri, silentLog);
    const { port } = await application.http.listen({ host: '127.0.0.1', port: 0 });
    instances.push({ application, port, token: application.accessTokens.issue(claims, 3_600) });
  }
});
afterAll(async () => {
  for (const { application } of instances) {
    await application.http.close();
    await application.close();
  }
  await database.close();
});

/** Posts so many at once, to both instances in turn, and answers how many had each answer. */
async function postMany(count: number, path: string, body: object) {
  const asked = Array.from({ length: count }, (_, index) => instances[index % instances.length]);
  const answers = await Promise.all(
    asked.map((instance) =>
      send(instance?.port ?? 0, {
        method: 'POST',
        path: `/external/api/v1/${path}`,
        headers: {
          authorization: `Bearer ${instance?.token ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      }),
    ),
  );
  const codes = answers.map(({ status, json }) =>
    status === 201 ? 'created' : (json as { code: string }).code,
  );
  return { created: codes.filter((it) => it === 'created').length, codes: new Set(codes) };
}

test('of 70 webhook endpoints registered at once 50 are', async () => {
  const posted = await postMany(70, 'webhook_endpoints', { url: 'https://8.8.8.8/hook' });
  expect(posted.created).toBe(50);
  expect(posted.codes).toEqual(new Set(['created', 'too_many_webhook_endpoints']));
  expect(await stores.webhookEndpoints.list(seeded.organisation.id)).toHaveLength(50);
});

test('of 20 user products created at once in the last five places five are', async () => {
  const { accountId } = await seeded.subscribe({
    code: 'basic',
    validFrom: '2026-07-01T00:00:00+02:00',
    validTo: '2026-08-01T00:00:00+02:00',
  });
  const { id } = seeded.organisation;
  const accounts = database.models.accounts.collection;
  const places = { taken: 9_995, at: new Date() };
  await accounts.updateMany({}, { $set: { places } });
  const posted = await postMany(20, 'userproducts', {
    account_id: accountId,
    package_code: 'basic',
    subscription_type: 'recurring',
    valid_from: '2026-07-01 00:00 +0200',
    valid_to: '2026-08-01 00:00 +0200',
  });
  expect(posted.created).toBe(5);
  expect(posted.codes).toEqual(new Set(['created', 'too_many_user_products']));
  expect(await stores.userProducts.listByAccount(id, accountId)).toHaveLength(6);
});
