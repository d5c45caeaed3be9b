import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { makeEraseAccount } from '../../../src/application/erasure/erase-account.js';
import { startInMemory } from '../../support/in-memory-process.js';
import { seedOrganisation } from '../../support/organisation.js';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, hexIdRow } from './field-cases.js';
import { type RecordedApp, startRecordedApp } from './recorded-app.js';
import { send } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());

const path = '/external/api/v1/subscription_system/erase_account';
const accountId = '56e1741a6fc9365306000001';
const done = { ok: true, userProducts: 2, changes: 3, events: 4 } as const;
const erase: Subject = {
  name: 'eraseAccount',
  example: { account_id: accountId },
  ...{ allow: 'POST', result: done },
};

test('The address, scope and field of docs/spec/payway-api.md §6', () => {
  const description = described('eraseAccount');
  expect(description).toMatchObject({ method: 'post', path, scope: '/external/erasure/w' });
  expect(fieldRows(description.body ?? [])).toEqual([hexIdRow('account_id')]);
});

endpointContract(() => app, erase);

describe('Erasing an account', () => {
  test('tells how much is gone', async () => {
    app.answerWith(done);
    const { status, json } = await call(app, erase);
    const item = { account_id: accountId, user_products: 2, changes: 3, events: 4 };
    expect([status, json]).toEqual([200, { item }]);
    const args = [{ organisationId, accountId, isDryRun: false }];
    expect(app.asked).toEqual([{ useCase: 'eraseAccount', args }]);
  });

  test.each(described('eraseAccount').refusals)('is refused by %s with 409', async (failure) => {
    app.answerWith({ ok: false, failure });
    const { status, json } = await call(app, erase);
    const message = expect.stringMatching(/^[A-Z].{10,}$/);
    expect([status, json]).toEqual([409, { code: failure, message }]);
  });
});

describe('An account of another organisation', () => {
  const opened: StartedApp[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));

  test('is a plain 404, and stays', async () => {
    const world = await startInMemory();
    const product = await world.subscribe({ edits: { state: 'deactivated' } });
    const other = await seedOrganisation(world.stores);
    const { drainOutbox } = world.useCases;
    const eraseAccount = makeEraseAccount({ ...world.stores, drainOutbox });
    const ask = async (asking: typeof world.organisationId) => {
      const real = await startApp({ ...world.useCases, eraseAccount });
      opened.push(real);
      real.client.organisationId = asking;
      return send(real.port, {
        ...{ method: 'POST', path, body: JSON.stringify({ account_id: product.accountId }) },
        headers: { authorization: `Bearer ${real.token()}`, 'content-type': 'application/json' },
      });
    };
    expect((await ask(other.organisation.id)).status).toBe(404);
    expect((await world.stored(product)).product.id).toBe(product.id);
    expect(await ask(world.organisationId)).toMatchObject({
      status: 200,
      json: { item: { account_id: product.accountId, user_products: 1 } },
    });
    expect((await ask(world.organisationId)).status).toBe(404);
  });
});
