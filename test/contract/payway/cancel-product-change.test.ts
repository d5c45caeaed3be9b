import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, hexIdRow, looseRow } from './field-cases.js';
import { done, type RecordedApp, startRecordedApp } from './recorded-app.js';
import { organisationId } from './start-app.js';
import { refusalContract, writeContract } from './write-contract.js';

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.answerWith(done);
});

const accountId = '56e1741a6fc9365306000001';
const userProductId = '56e1741a6fc9365306000002';
const subject: Subject = {
  name: 'cancelProductChange',
  example: { account_id: accountId, user_product_id: userProductId },
  allow: 'PUT',
  result: done,
};

test('The address, scope and fields of docs/spec/payway-api.md §5', () => {
  const description = described(subject.name);
  expect(description).toMatchObject({
    method: 'put',
    path: '/external/api/v1/accounts/cancel_product_change',
    scope: '/external/account/w',
  });
  expect(fieldRows(description.body ?? [])).toEqual([
    hexIdRow('account_id'),
    looseRow('user_product_id'),
  ]);
});

endpointContract(() => app, subject);
refusalContract(() => app, subject);
writeContract(() => app, subject);

describe('What reaches the use case', () => {
  test('is the user product, in lower case, of the caller’s organisation', async () => {
    const body = JSON.stringify({
      account_id: accountId.toUpperCase(),
      user_product_id: userProductId.toUpperCase(),
    });
    await call(app, subject, { body });
    const guards = { keyed: null, ifMatch: null, answerOf: expect.any(Function) };
    const key = { organisationId, accountId, userProductId };
    expect(app.asked).toEqual([{ useCase: 'cancelPendingChange', args: [key, null, guards] }]);
  });

  test('is nothing where an id cannot be one', async () => {
    const body = JSON.stringify({ ...subject.example, user_product_id: 'none' });
    const { status, json } = await call(app, subject, { body });
    expect([status, json, app.asked]).toMatchObject([404, { code: 'not_found' }, []]);
  });
});
