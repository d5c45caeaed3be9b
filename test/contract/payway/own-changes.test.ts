import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { refusalReasons } from '../../../src/http/payway/problems/refusal-problems.js';
import { undescribed } from './described-answer.js';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, looseRow, wordRow } from './field-cases.js';
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

const accountId = toId<AccountId>('56e1741a6fc9365306000001');
const userProductId = '56e1741a6fc9365306000002';
const periodId = '56e1741a6fc9365306000003';
const key = { organisationId, accountId, userProductId };
const available = { upgrades: ['premium'], downgrades: ['lite', 'basic'] };

const change: Subject = {
  name: 'changeOwnProduct',
  example: {
    id: userProductId,
    package_code: 'adeprimo_digital',
    target_period_id: periodId,
    default_behaviour: true,
  },
  allow: 'PUT',
  accountId,
  result: done,
};
const cancel: Subject = {
  name: 'cancelOwnProductChange',
  example: { id: userProductId },
  allow: 'PUT',
  accountId,
  result: done,
};
const list: Subject = {
  name: 'listAvailableProductChanges',
  example: { id: userProductId, product_codes: 'lite,premium', has_custom_target_period: 'true' },
  allow: 'GET, HEAD',
  accountId,
  result: available,
};

describe('The addresses, scopes and fields of docs/spec/payway-api.md §5', () => {
  const root = '/external/api/v1/me';
  test.each([
    {
      name: 'changeOwnProduct',
      description: { method: 'put', path: `${root}/change_product`, scope: '/external/me/w' },
      fields: [
        looseRow('id'),
        looseRow('package_code', 'required', 50),
        looseRow('target_period_id', 'optional'),
        ['default_behaviour', 'optional', 'boolean'],
      ],
    },
    {
      name: 'cancelOwnProductChange',
      description: {
        method: 'put',
        path: `${root}/cancel_product_change`,
        scope: '/external/me/w',
      },
      fields: [looseRow('id')],
    },
    {
      name: 'listAvailableProductChanges',
      description: {
        method: 'get',
        path: `${root}/available_product_changes`,
        scope: '/external/me/r',
      },
      fields: [
        looseRow('id'),
        ['product_codes', 'required', 'string', 1_000, '/^[a-zA-Z-_0-9]+(,[a-zA-Z-_0-9]+)*$/'],
        wordRow('has_custom_target_period', 'optional', [5, '/^(true|false)$/']),
      ],
    },
  ])('$name', ({ name, description, fields }) => {
    const { body, query, ...rest } = described(name);
    expect(rest).toMatchObject({ ...description, needsIdentity: true });
    expect(fieldRows(body ?? query ?? [])).toEqual(fields);
  });
});

endpointContract(() => app, change);
endpointContract(() => app, cancel);
endpointContract(() => app, list);
refusalContract(() => app, change, refusalReasons);
refusalContract(() => app, cancel);
writeContract(() => app, change);
writeContract(() => app, cancel);

const guards = { keyed: null, ifMatch: null, answerOf: expect.any(Function) };
const bodyOf = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...change.example, ...fields });

describe('Changing an own subscription', () => {
  const command = {
    ...key,
    packageCode: 'adeprimo_digital',
    periodId,
    behaviour: 'default',
    requestedBy: 'demo',
  };

  test.each([
    { sent: {}, reached: {} },
    { sent: { id: userProductId.toUpperCase() }, reached: {} },
    { sent: { default_behaviour: undefined }, reached: {} },
    { sent: { default_behaviour: false }, reached: { behaviour: 'explicit' } },
    { sent: { target_period_id: undefined }, reached: { periodId: null } },
    { sent: { target_period_id: 'D'.repeat(24) }, reached: { periodId: 'd'.repeat(24) } },
  ])('asks for $reached where $sent is sent', async ({ sent, reached }) => {
    expect((await call(app, change, { body: bodyOf(sent) })).status).toBe(200);
    const args = [{ ...command, ...reached }, guards];
    expect(app.asked).toEqual([{ useCase: 'requestChange', args }]);
  });

  test('explicitly needs a period', async () => {
    const body = bodyOf({ default_behaviour: false, target_period_id: undefined });
    const { status, json } = await call(app, change, { body });
    const message = 'Parameter is required';
    expect([status, json, app.asked]).toEqual([
      400,
      { code: 'invalid_parameter', field: 'target_period_id', message },
      [],
    ]);
  });

  test.each([
    { id: 'mine' },
    { target_period_id: 'monthly' },
    { id: 'x', default_behaviour: false, target_period_id: undefined },
  ])('is 404 where %o can be no id', async (sent) => {
    const { status, json } = await call(app, change, { body: bodyOf(sent) });
    expect([status, json, app.asked]).toMatchObject([404, { code: 'not_found' }, []]);
  });

  test.each(['account_id', 'user_product_id', 'quote'])(
    'knows no %s: the token says whose it is',
    async (field) => {
      const { status, json } = await call(app, change, { body: bodyOf({ [field]: accountId }) });
      expect([status, json]).toMatchObject([400, { code: 'unknown_parameter', field }]);
    },
  );
});

describe('Taking an own change back', () => {
  test('names the token’s account', async () => {
    const body = JSON.stringify({ id: userProductId.toUpperCase() });
    await call(app, cancel, { body });
    expect(app.asked).toEqual([{ useCase: 'cancelPendingChange', args: [key, null, guards] }]);
  });

  test('is 404 where the id can be none', async () => {
    const { status, json } = await call(app, cancel, { body: '{"id":"mine"}' });
    expect([status, json, app.asked]).toMatchObject([404, { code: 'not_found' }, []]);
  });
});

describe('What an own subscription may be changed to', () => {
  const ask = async (query: string) => {
    app.answerWith(available);
    return call(app, list, { query });
  };

  test('is two lists of codes', async () => {
    const { status, json } = await ask(`id=${userProductId}&product_codes=lite`);
    expect([status, json]).toEqual([200, { item: available }]);
    expect(undescribed(list.name, json)).toEqual([]);
  });

  const query = { ...key, packageCodes: ['a'], mayNamePeriod: false };
  test.each([
    { sent: 'product_codes=a', reached: {} },
    { sent: 'product_codes=a&has_custom_target_period=false', reached: {} },
    {
      sent: 'product_codes=a&has_custom_target_period=true',
      reached: { mayNamePeriod: true },
    },
    {
      sent: 'product_codes=f,e,d,c,b',
      reached: { packageCodes: ['f', 'e', 'd', 'c', 'b'] },
    },
    {
      sent: 'product_codes=f,e,d,c,b,a',
      reached: { packageCodes: ['f', 'e', 'd', 'c', 'b'] },
    },
    { sent: 'product_codes=f%2Ce', reached: { packageCodes: ['f', 'e'] } },
  ])('is asked for $reached where $sent is sent', async ({ sent, reached }) => {
    await ask(`id=${userProductId.toUpperCase()}&${sent}`);
    expect(app.asked).toEqual([
      { useCase: 'listAvailableChanges', args: [{ ...query, ...reached }] },
    ]);
  });

  test.each([',', 'a,', ',a', 'a,,b', 'a, b', 'a;b', 'å'])('knows no codes "%s"', async (sent) => {
    const { status, json } = await ask(
      `id=${userProductId}&product_codes=${encodeURIComponent(sent)}`,
    );
    expect([status, json]).toMatchObject([400, { field: 'product_codes' }]);
  });

  test('is 404 for a subscription that is unknown, or can be none', async () => {
    expect((await ask('id=mine&product_codes=a')).status).toBe(404);
    app.answerWith(null);
    const { status, json } = await call(app, list);
    expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
  });
});
