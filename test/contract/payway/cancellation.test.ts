import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, hexIdRow, looseRow, textRow } from './field-cases.js';
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
const keyed = { account_id: accountId, user_product_id: userProductId };
const key = { organisationId, accountId, userProductId };
const put = { allow: 'PUT', result: done } as const;

const cancel: Subject = {
  ...put,
  name: 'cancelSubscription',
  example: { ...keyed, cancellation_reason_id: 'moved-away', credit_invoice_if_sent: true },
};
const reactivate: Subject = { ...put, name: 'reactivateSubscription', example: keyed };
const setSubscriptionNumber: Subject = {
  ...put,
  name: 'setSubscriptionNumber',
  example: { ...keyed, subscription_number: 'S-1 å' },
};
const setCustomerNumber: Subject = {
  allow: 'PUT',
  result: true,
  name: 'setCustomerNumber',
  example: { account_id: accountId, customer_number: 'C-1 å' },
};
const onUserProduct = [cancel, reactivate, setSubscriptionNumber];

describe('The addresses, scopes and fields of docs/spec/payway-api.md §5', () => {
  const root = '/external/api/v1/subscription_system';
  const ids = [hexIdRow('account_id'), looseRow('user_product_id')];
  test.each([
    {
      name: 'cancelSubscription',
      path: `${root}/cancel_payway_provisioned_subscription`,
      fields: [
        ...ids,
        looseRow('cancellation_reason_id', 'optional'),
        ['credit_invoice_if_sent', 'optional', 'boolean'],
      ],
    },
    {
      name: 'reactivateSubscription',
      path: `${root}/reactivate_payway_provisioned_subscription`,
      fields: ids,
    },
    {
      name: 'setSubscriptionNumber',
      path: `${root}/subscription_number`,
      fields: [...ids, textRow('subscription_number', 50)],
    },
    {
      name: 'setCustomerNumber',
      path: `${root}/customer_number`,
      fields: [hexIdRow('account_id'), textRow('customer_number', 50)],
    },
  ])('$name', ({ name, path, fields }) => {
    const description = described(name);
    expect(description).toMatchObject({
      method: 'put',
      path,
      scope: '/external/subscription_system/w',
    });
    expect(fieldRows(description.body ?? [])).toEqual(fields);
  });
});

for (const subject of [...onUserProduct, setCustomerNumber]) endpointContract(() => app, subject);
for (const subject of onUserProduct) {
  refusalContract(() => app, subject);
  writeContract(() => app, subject);
}

describe('What reaches the use case', () => {
  const guards = { keyed: null, ifMatch: null, answerOf: expect.any(Function) };

  test.each([
    { sent: {}, asked: { reasonId: 'moved-away', creditInvoiceIfSent: true } },
    {
      sent: { cancellation_reason_id: undefined, credit_invoice_if_sent: undefined },
      asked: { reasonId: null, creditInvoiceIfSent: false },
    },
    {
      sent: { cancellation_reason_id: undefined, credit_invoice_if_sent: false },
      asked: { reasonId: null, creditInvoiceIfSent: false },
    },
  ])('a cancellation with $sent', async ({ sent, asked }) => {
    const body = JSON.stringify({ ...cancel.example, ...sent });
    expect((await call(app, cancel, { body })).status).toBe(200);
    expect(app.asked).toEqual([{ useCase: 'cancelUserProduct', args: [key, asked, guards] }]);
  });

  test('a reactivation', async () => {
    await call(app, reactivate);
    expect(app.asked).toEqual([{ useCase: 'reactivateUserProduct', args: [key, null, guards] }]);
  });

  test('a subscription number', async () => {
    await call(app, setSubscriptionNumber);
    expect(app.asked).toEqual([
      { useCase: 'editUserProduct', args: [key, { subscriptionNumber: 'S-1 å' }, guards] },
    ]);
  });

  test('a customer number, which is answered with the account’s id', async () => {
    app.answerWith(true);
    const { status, text } = await call(app, setCustomerNumber);
    expect([status, text]).toEqual([200, `{"id":"${accountId}"}`]);
    expect(app.asked).toEqual([
      {
        useCase: 'setCustomerNumber',
        args: [{ organisationId, accountId, customerNumber: 'C-1 å' }],
      },
    ]);
  });

  test.each(onUserProduct)('ids in lower case: $name', async (subject) => {
    const upper = { account_id: accountId.toUpperCase(), user_product_id: 'A'.repeat(24) };
    await call(app, subject, { body: JSON.stringify({ ...subject.example, ...upper }) });
    expect(app.asked[0]?.args[0]).toEqual({ ...key, userProductId: 'a'.repeat(24) });
  });

  test.each(
    onUserProduct.flatMap((subject) =>
      ['not-an-object-id', 'g'.repeat(24), 'a'.repeat(23), '_'].map((id) => ({
        name: subject.name,
        subject,
        id,
      })),
    ),
  )('nothing where $id can be no user product: $name is 404', async ({ subject, id }) => {
    const body = JSON.stringify({ ...subject.example, user_product_id: id });
    const { status, json } = await call(app, subject, { body });
    const message = 'The account or product could not be found';
    expect([status, json, app.asked]).toEqual([404, { code: 'not_found', message }, []]);
  });
});

describe('A customer number', () => {
  test('of an unknown account is 404', async () => {
    app.answerWith(false);
    const { status, json } = await call(app, setCustomerNumber);
    expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
  });

  test.each([
    { what: '50 characters', value: 'å'.repeat(50), status: 200 },
    { what: '50 characters beyond UTF-16', value: '😀'.repeat(50), status: 200 },
    { what: '51 characters beyond UTF-16', value: '😀'.repeat(51), status: 400 },
    { what: 'a space', value: ' ', status: 200 },
    { what: 'a line within', value: 'a\nb', status: 400 },
    { what: 'a DEL', value: 'a\u007f', status: 400 },
  ])('of $what is $status', async ({ value, status }) => {
    app.answerWith(true);
    const body = JSON.stringify({ account_id: accountId, customer_number: value });
    expect((await call(app, setCustomerNumber, { body })).status).toBe(status);
  });
});
