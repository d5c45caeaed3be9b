import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { dateRow, described, fieldRows, hexIdRow, looseRow, wordRow } from './field-cases.js';
import { done, type RecordedApp, startRecordedApp, writtenId } from './recorded-app.js';
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
const periodId = '56e1741a6fc9365306000003';
const dates = { valid_from: '2016-10-02 13:00 +0100', valid_to: '2016-11-02 13:00 +0100' };
const validFrom = Date.parse('2016-10-02T12:00:00Z');
const validTo = Date.parse('2016-11-02T12:00:00Z');
const both = { allow: 'POST, PUT', result: done } as const;

const create: Subject = {
  ...both,
  name: 'createUserProduct',
  example: {
    account_id: accountId,
    package_code: 'adeprimo_digital',
    subscription_type: 'limited',
    ...dates,
    payment_period_id: periodId,
  },
};
const update: Subject = {
  ...both,
  name: 'updateUserProduct',
  example: {
    account_id: accountId,
    product_id: userProductId,
    subscription_type: 'limited',
    state: 'activated',
    ...dates,
  },
};

describe('The address, scope and fields of docs/spec/payway-api.md §5', () => {
  const types = [9, '/^(recurring|limited)$/'] as const;
  test.each([
    {
      name: 'createUserProduct',
      method: 'post',
      fields: [
        hexIdRow('account_id'),
        looseRow('package_code', 'required', 50),
        wordRow('subscription_type', 'required', types),
        dateRow('valid_from', 'required'),
        dateRow('valid_to', 'required'),
        looseRow('payment_period_id', 'optional'),
      ],
    },
    {
      name: 'updateUserProduct',
      method: 'put',
      fields: [
        hexIdRow('account_id'),
        looseRow('product_id'),
        wordRow('subscription_type', 'optional', types),
        wordRow('state', 'optional', [11, '/^(activated|deactivated)$/']),
        dateRow('valid_from', 'optional'),
        dateRow('valid_to', 'optional'),
      ],
    },
  ])('$name', ({ name, method, fields }) => {
    const description = described(name);
    const path = '/external/api/v1/userproducts';
    expect(description).toMatchObject({ method, path, scope: '/external/userproduct/w' });
    expect(fieldRows(description.body ?? [])).toEqual(fields);
  });
});

endpointContract(() => app, create);
endpointContract(() => app, update);
refusalContract(() => app, create);
refusalContract(() => app, update);
writeContract(() => app, update);

const bodyOf = (subject: Subject, fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...subject.example, ...fields });

describe('Creating a user product', () => {
  const command = {
    organisationId,
    accountId,
    packageCode: 'adeprimo_digital',
    subscriptionType: 'limited',
    periodId,
    validFrom,
    validTo,
    provisionService: 'tulo',
    chosenId: null,
  };

  test('is answered 201 with the new id', async () => {
    const { status, text } = await call(app, create);
    expect([status, text]).toEqual([201, `{"id":"${writtenId}"}`]);
  });

  test.each([
    { sent: {}, reached: {} },
    { sent: { payment_period_id: undefined }, reached: { periodId: null } },
    { sent: { subscription_type: 'recurring' }, reached: { subscriptionType: 'recurring' } },
    {
      sent: { account_id: accountId.toUpperCase(), payment_period_id: 'B'.repeat(24) },
      reached: { periodId: 'b'.repeat(24) },
    },
    { sent: { package_code: 'Basic-1' }, reached: { packageCode: 'Basic-1' } },
  ])('asks the use case for $reached where $sent is sent', async ({ sent, reached }) => {
    await call(app, create, { body: bodyOf(create, sent) });
    const args = [{ ...command, ...reached }];
    expect(app.asked).toEqual([{ useCase: 'createUserProduct', args }]);
  });

  test('of what is unknown is 404', async () => {
    app.answerWith({ ok: false, failure: 'not_found' });
    const { status, json } = await call(app, create);
    expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('with a period that can be none is 404', async () => {
    const body = bodyOf(create, { payment_period_id: 'monthly' });
    const { status, json } = await call(app, create, { body });
    expect([status, json, app.asked]).toMatchObject([404, { code: 'not_found' }, []]);
  });
});

describe('Editing a user product', () => {
  const key = { organisationId, accountId, userProductId };
  const nothing = {
    subscription_type: undefined,
    state: undefined,
    valid_from: undefined,
    valid_to: undefined,
  };

  test.each([
    { sent: {}, edits: { subscriptionType: 'limited', state: 'activated', validFrom, validTo } },
    { sent: nothing, edits: {} },
    { sent: { ...nothing, state: 'deactivated' }, edits: { state: 'deactivated' } },
    { sent: { ...nothing, valid_to: dates.valid_to }, edits: { validTo } },
    { sent: { ...nothing, valid_from: dates.valid_from }, edits: { validFrom } },
  ])('sets $edits and nothing else', async ({ sent, edits }) => {
    await call(app, update, { body: bodyOf(update, sent) });
    const guards = { keyed: null, ifMatch: null, answerOf: expect.any(Function) };
    expect(app.asked).toEqual([{ useCase: 'editUserProduct', args: [key, edits, guards] }]);
  });

  test('compares ids in lower case', async () => {
    const ids = { account_id: accountId.toUpperCase(), product_id: 'C'.repeat(24) };
    await call(app, update, { body: bodyOf(update, ids) });
    expect(app.asked[0]?.args[0]).toEqual({ ...key, userProductId: 'c'.repeat(24) });
  });

  test('of what can be no user product is 404', async () => {
    const { status, json } = await call(app, update, {
      body: bodyOf(update, { product_id: 'x' }),
    });
    expect([status, json, app.asked]).toMatchObject([404, { code: 'not_found' }, []]);
  });

  test.each(['pending', 'cancelled', 'frozen', 'Activated', 'activated '])(
    'does not take the state "%s"',
    async (state) => {
      const { status, json } = await call(app, update, { body: bodyOf(update, { state }) });
      expect([status, json]).toMatchObject([400, { field: 'state' }]);
    },
  );
});

describe('Dates', () => {
  const subjects = [
    { name: 'create', subject: create, at: [0, 'validTo'] },
    { name: 'update', subject: update, at: [1, 'validTo'] },
  ] as const;
  const same = (sent: string, utc: string) =>
    subjects.map((it) => ({ ...it, sent, instant: Date.parse(utc) }));

  test.each([
    ...same('2016-12-02 13:00 +0100', '2016-12-02T12:00:00Z'),
    ...same('2016-12-02 13:00:30 +0100', '2016-12-02T12:00:30Z'),
    ...same('2016-12-02 00:00 -0330', '2016-12-02T03:30:00Z'),
    ...same('2016-12-02T13:00:00+01:00', '2016-12-02T12:00:00Z'),
    ...same('2016-12-02T13:00:00.250+01:00', '2016-12-02T12:00:00.250Z'),
    ...same('2016-12-02T12:00Z', '2016-12-02T12:00:00Z'),
    ...same('2024-02-29 00:00 +0000', '2024-02-29T00:00:00Z'),
    ...same('8999-12-31 23:59 +0000', '8999-12-31T23:59:00Z'),
  ])('$sent is taken by $name', async ({ subject, at, sent, instant }) => {
    const answer = await call(app, subject, { body: bodyOf(subject, { valid_to: sent }) });
    expect(answer.status).toBeLessThan(300);
    const [argument, field] = at;
    expect(app.asked[0]?.args[argument]).toMatchObject({ [field]: instant });
  });

  const unreal = [
    '2016-02-30 13:00 +0100',
    '2015-02-29 00:00 +0000',
    '2016-13-01 00:00 +0000',
    '2016-00-10 00:00 +0000',
    '2016-10-00 00:00 +0000',
    '2016-10-02 24:01 +0100',
    '2016-10-02 13:60 +0100',
    '2016-10-02 13:00 +9900',
    '2016-02-30T13:00:00+01:00',
  ];
  const misspelt = [
    '2016-10-02',
    '2016-10-02 13:00',
    '2016-10-02 13:00 +01:00',
    '2016-10-02T13:00:00',
    '2016-10-02t13:00:00z',
    ' 2016-10-02 13:00 +0100',
    '2016-10-02 13:00 CET',
    '1969-12-31 23:59 +0000',
    '9999-12-31 23:59 +0000',
    '+12016-10-02 13:00 +0100',
    '1475413200',
    '٢٠١٦-10-02 13:00 +0100',
  ];
  const format = 'Parameter must match format (/^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d{4}$/)';
  test.each(
    [...unreal, ...misspelt].flatMap((sent) =>
      subjects.flatMap(({ name, subject }) =>
        ['valid_from', 'valid_to'].map((field) => ({ name, subject, sent, field })),
      ),
    ),
  )('"$sent" is no $field for $name', async ({ subject, sent, field }) => {
    const { status, json } = await call(app, subject, {
      body: bodyOf(subject, { [field]: sent }),
    });
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message: format }]);
    expect(app.asked).toEqual([]);
  });
});
