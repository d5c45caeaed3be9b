import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  exampleBody,
  changeProductPath,
  changeRequest,
  startApp,
  type StartedApp,
} from './start-app.js';
import { send } from './send.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const hexFormat = 'Parameter must match format (/^[a-f\\d]{24}$/)';
const codeFormat = 'Parameter must match format (/^[a-zA-Z-_0-9]+$/)';
const noString = 'Parameter must be a string';

function invalid(field: string, message: string) {
  return { code: 'invalid_parameter', field, message };
}

async function answerTo(body: unknown): Promise<{ status: number; json: unknown }> {
  const { status, json } = await send(app.port, changeRequest(app.token(), JSON.stringify(body)));
  return { status, json };
}

function without(name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(exampleBody).filter(([key]) => key !== name));
}

describe('the documentation’s example', () => {
  test('is answered with the envelope of a write (docs/spec/payway-api.md §2)', async () => {
    const answer = await send(app.port, changeRequest(app.token()));
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"id":"56e1741a6fc9365306000002"}');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('reaches the use case in the domain’s words (docs/spec/payway-api.md §2, §3)', async () => {
    app.commands.length = 0;
    await answerTo({ ...exampleBody, account_id: '56E1741A6FC9365306000001' });
    await answerTo({ ...exampleBody, default_behaviour: false });
    await answerTo(without('default_behaviour'));
    const command = {
      organisationId: '56e1741a6fc9365306000000',
      accountId: '56e1741a6fc9365306000001',
      userProductId: '56e1741a6fc9365306000002',
      packageCode: 'adeprimo_digital',
      periodId: '56e1741a6fc9365306000003',
      behaviour: 'default',
      requestedBy: 'demo',
    };
    expect(app.commands).toEqual([command, { ...command, behaviour: 'explicit' }, command]);
  });
});

const strings = [
  { field: 'account_id', size: 24, format: hexFormat },
  { field: 'user_product_id', size: 24, format: codeFormat },
  { field: 'package_code', size: 50, format: codeFormat },
  { field: 'target_period_id', size: 24, format: codeFormat },
];
const stringRows = strings.flatMap(({ field, size, format }) => [
  { field, what: 'null', value: null, message: noString },
  { field, what: 'a number', value: 123456789, message: noString },
  { field, what: 'a boolean', value: true, message: noString },
  { field, what: 'an object', value: {}, message: noString },
  { field, what: 'an operator', value: { $gt: '' }, message: noString },
  { field, what: 'an array', value: ['56e1741a6fc9365306000001'], message: noString },
  { field, what: 'empty', value: '', message: format },
  {
    field,
    what: 'one too long',
    value: 'a'.repeat(size + 1),
    message: `Parameter must be at most ${String(size)} characters`,
  },
  {
    field,
    what: '60 kB',
    value: 'a'.repeat(60_000),
    message: `Parameter must be at most ${String(size)} characters`,
  },
  { field, what: 'long enough only in UTF-16', value: '😀'.repeat(size), message: format },
  { field, what: 'with a trailing newline', value: '56e1741a6fc936530600000\n', message: format },
  { field, what: 'with a NUL', value: '56e1741a6fc936530600000\0', message: format },
  { field, what: 'with a letter beyond ASCII', value: '56e1741a6fc93653060000ä', message: format },
  { field, what: 'with a dollar', value: '$where', message: format },
]);

describe('field rules (docs/spec/payway-api.md §1, §2)', () => {
  test.each(stringRows)('$field $what is refused', async ({ field, value, message }) => {
    const answer = await answerTo({ ...exampleBody, [field]: value });
    expect(answer).toEqual({ status: 400, json: invalid(field, message) });
  });

  test.each(strings)('$field is required', async ({ field }) => {
    const answer = await answerTo(without(field));
    expect(answer).toEqual({ status: 400, json: invalid(field, 'Parameter is required') });
  });

  test.each([23, 0].map((length) => ({ length })))(
    'account_id of $length characters is refused',
    async ({ length }) => {
      const answer = await answerTo({ ...exampleBody, account_id: 'a'.repeat(length) });
      expect(answer).toEqual({ status: 400, json: invalid('account_id', hexFormat) });
    },
  );

  test.each([
    { value: 'true' },
    { value: 1 },
    { value: 0 },
    { value: null },
    { value: {} },
    { value: [] },
    { value: '' },
  ])('default_behaviour $value is refused', async ({ value }) => {
    const answer = await answerTo({ ...exampleBody, default_behaviour: value });
    const json = invalid('default_behaviour', 'Parameter must be true or false');
    expect(answer).toEqual({ status: 400, json });
  });

  test('the documented body of an invalid account id is answered byte for byte', async () => {
    const answer = await send(
      app.port,
      changeRequest(app.token(), JSON.stringify({ ...exampleBody, account_id: 'x' })),
    );
    expect(answer.text).toBe(
      String.raw`{"code":"invalid_parameter","field":"account_id","message":"Parameter must match format (/^[a-f\\d]{24}$/)"}`,
    );
  });

  test('all faults are listed, in the order of the fields', async () => {
    const { json } = await answerTo({ package_code: 1, default_behaviour: 'no', account_id: '' });
    const errors = [
      invalid('account_id', hexFormat),
      invalid('user_product_id', 'Parameter is required'),
      invalid('package_code', noString),
      invalid('target_period_id', 'Parameter is required'),
      invalid('default_behaviour', 'Parameter must be true or false'),
    ];
    expect(json).toEqual({ ...errors[0], errors });
  });

  test.each(
    ['__proto__', 'constructor', 'toString', '', 'account_id ', '$where', 'a.b'].map((field) => ({
      field,
    })),
  )('unknown field "$field" is refused by name', async ({ field }) => {
    const body = JSON.stringify(exampleBody).replace('{', `{${JSON.stringify(field)}:{"a":1},`);
    const { status, json } = await send(app.port, changeRequest(app.token(), body));
    expect({ status, json }).toEqual({
      status: 400,
      json: { code: 'unknown_parameter', field, message: 'Parameter is not known' },
    });
  });

  test('an unknown field comes before a faulty one', async () => {
    const { json } = await answerTo({ ...exampleBody, account_id: 1, extra: 1 });
    expect(json).toMatchObject({ code: 'unknown_parameter', field: 'extra' });
    expect(json).toHaveProperty('errors.1.field', 'account_id');
  });
});

describe('ids that pass the loose pattern and cannot be ids (docs/spec/payway-api.md §2)', () => {
  test.each([
    { field: 'user_product_id', value: 'not-an-object-id' },
    { field: 'user_product_id', value: 'g'.repeat(24) },
    { field: 'target_period_id', value: 'monthly' },
  ])('$field $value is 404', async ({ field, value }) => {
    const answer = await answerTo({ ...exampleBody, [field]: value });
    const json = { code: 'not_found', message: 'The account or product could not be found' };
    expect(answer).toEqual({ status: 404, json });
  });
});

test.each(['POST', 'GET', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => ({ method })))(
  '$method is 405 and says what is allowed (docs/spec/payway-api.md §1)',
  async ({ method }) => {
    const answer = await send(app.port, { method, path: changeProductPath });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('PUT');
    expect(answer.json).toMatchObject({ code: 'method_not_allowed' });
  },
);
