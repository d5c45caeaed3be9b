import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../../src/domain/ids.js';
import type { RecordedApp } from './recorded-app.js';
import { described, faultyTexts, faultyValues, strangeNames } from './field-cases.js';
import { send, type Answer } from './send.js';

/** An endpoint, and a request that it takes. */
export type Subject = {
  readonly name: string;
  readonly example: Readonly<Record<string, unknown>>;
  /** What stands for `{id}` in its address. */
  readonly id?: string;
  /** All methods that its address answers, as `Allow` lists them. */
  readonly allow: string;
  /** The account that the token names. */
  readonly accountId?: AccountId;
  /** What the use case gives where all is well. */
  readonly result: unknown;
};

type Bent = {
  readonly body?: string;
  readonly query?: string;
  readonly method?: string;
  readonly token?: string;
  /** Undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
};

/** Sends the subject's example, but for what is bent of it. */
export function call(app: RecordedApp, subject: Subject, bent: Bent = {}): Promise<Answer> {
  const { method, body, scope } = described(subject.name);
  const path = pathOf(subject);
  const token = bent.token ?? app.token([scope], subject.accountId);
  const content =
    body === undefined
      ? { query: bent.query ?? queryOf(subject.example) }
      : { body: bent.body ?? JSON.stringify(subject.example) };
  const headers: Bent['headers'] = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...bent.headers,
  };
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return send(app.port, {
    method: bent.method ?? method.toUpperCase(),
    path: 'query' in content ? `${path}?${content.query}` : path,
    headers: Object.fromEntries(sent),
    ...('body' in content ? { body: content.body } : {}),
  });
}

function pathOf({ name, id }: Subject): string {
  const { path } = described(name);
  return id === undefined ? path : path.replace('{id}', id);
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(fields as Record<string, string>).toString();
}

/** The subject's request with other fields; undefined takes one away. */
function callWith(app: RecordedApp, subject: Subject, fields: Readonly<Record<string, unknown>>) {
  const all = { ...subject.example, ...fields };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return call(app, subject, { body: JSON.stringify(kept), query: queryOf(kept) });
}

const invalid = (field: string, message: string) => ({ code: 'invalid_parameter', field, message });
const unknown = (field: string) => ({
  code: 'unknown_parameter',
  field,
  message: 'Parameter is not known',
});

/** Who may call, and by which method (docs/spec/payway-api.md §1). */
function accessContract(app: () => RecordedApp, subject: Subject): void {
  const { scope, needsIdentity } = described(subject.name);
  const otherEnding = scope.endsWith('/w') ? `${scope.slice(0, -1)}r` : `${scope.slice(0, -1)}w`;

  test.each([`${scope}x`, scope.slice(0, -2), otherEnding, scope.toUpperCase(), ''])(
    `the scope "%s" is not ${scope}`,
    async (other) => {
      const token = app().token([other], subject.accountId);
      const { status, json, headers } = await call(app(), subject, { token });
      expect([status, json]).toMatchObject([403, { code: 'insufficient_scope' }]);
      expect(headers['www-authenticate']).toBe(
        `Bearer error="insufficient_scope", scope="${scope}"`,
      );
    },
  );

  test.each([{ authorization: undefined }, { authorization: 'Bearer x' }])(
    '401 for %o',
    async (headers) => {
      const answer = await call(app(), subject, { headers });
      expect([answer.status, answer.json]).toMatchObject([401, { code: 'unauthorized' }]);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
    },
  );

  if (needsIdentity) {
    test('a token that names no account is 403', async () => {
      const { status, json } = await call(app(), subject, { token: app().token([scope]) });
      expect([status, json]).toMatchObject([403, { code: 'identity_required' }]);
    });
  }

  const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'GET'];
  const others = methods.filter((it) => !subject.allow.split(', ').includes(it));
  test.each(others)('%s is 405', async (method) => {
    const { status, json, headers } = await call(app(), subject, { method });
    expect([status, headers.allow, json]).toMatchObject([
      405,
      subject.allow,
      { code: 'method_not_allowed' },
    ]);
  });
}

const noJson = ['', '{', '[]', 'null', '"x"', '1', 'true', '{"a":1}}', 'account_id=1'];
const noJsonType = [
  undefined,
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'multipart/form-data; boundary=application/json',
];

/** How a body must come, and everything that each of its fields refuses (docs/spec/payway-api.md §1). */
function bodyContract(app: () => RecordedApp, subject: Subject): void {
  const { body = [], answer } = described(subject.name);
  const { example } = subject;

  const mayBeAbsent = body.every((it) => !it.required);
  const wrong = noJson.filter((sent) => sent !== '' || !mayBeAbsent);
  test.each(wrong.map((sent) => ({ sent })))('the body $sent is no JSON object', async (row) => {
    const { status, json } = await call(app(), subject, { body: row.sent });
    expect([status, json]).toMatchObject([400, { code: 'json_parser_error' }]);
  });

  test.each(noJsonType.map((type) => ({ type })))('the content type $type', async ({ type }) => {
    const { status, json } = await call(app(), subject, { headers: { 'content-type': type } });
    expect([status, json]).toMatchObject([400, { code: 'invalid_content_type_error' }]);
  });

  test.each(body.flatMap((rule) => faultyValues(rule, example[rule.name])))(
    '$field $what is refused',
    async ({ field, value, message }) => {
      const { status, json } = await callWith(app(), subject, { [field]: value });
      expect([status, json]).toEqual([400, invalid(field, message)]);
    },
  );

  test.each(body)('$name may be left out only where it is optional', async ({ name, required }) => {
    const { status, json } = await callWith(app(), subject, { [name]: undefined });
    expect(status).toBe(required ? 400 : answer.status);
    expect(json).toEqual(required ? invalid(name, 'Parameter is required') : expect.anything());
  });

  test.each(strangeNames)('the field "%s" is not known', async (name) => {
    const sent = `{${JSON.stringify(name)}:{"a":1},${JSON.stringify(example).slice(1)}`;
    const { status, json } = await call(app(), subject, { body: sent });
    expect([status, json]).toEqual([400, unknown(name)]);
  });
}

/** Everything that each parameter of a query refuses (docs/spec/payway-api.md §1). */
function queryContract(app: () => RecordedApp, subject: Subject): void {
  const { query = [], answer } = described(subject.name);
  const { example } = subject;
  const texts = query.flatMap((rule) => (rule.type === 'string' ? [rule] : []));
  const short = ({ value }: { value: unknown }) => String(value).length < 10_000;

  test.each(texts.flatMap((rule) => faultyTexts(rule, String(example[rule.name]))).filter(short))(
    '$field $what is refused',
    async ({ field, value, message }) => {
      const { status, json } = await callWith(app(), subject, { [field]: value });
      expect([status, json]).toEqual([400, invalid(field, message)]);
    },
  );

  test.each(texts)('$name is taken once', async ({ name }) => {
    const twice = `${queryOf(example)}&${queryOf({ [name]: example[name] })}`;
    const { status, json } = await call(app(), subject, { query: twice });
    expect([status, json]).toEqual([400, invalid(name, 'Parameter must be a string')]);
  });

  test.each(texts)('$name may be left out only where it is optional', async (rule) => {
    const { status, json } = await callWith(app(), subject, { [rule.name]: undefined });
    expect(status).toBe(rule.required ? 400 : answer.status);
    expect(json).toEqual(
      rule.required ? invalid(rule.name, 'Parameter is required') : expect.anything(),
    );
  });

  const [first = 'id'] = texts.map(({ name }) => name);
  test.each([...strangeNames, `${first}[$gt]`, `${first}[]`, `${first}[0]`])(
    'the parameter "%s" is not known',
    async (name) => {
      const sent = `${queryOf(example)}&${encodeURIComponent(name)}=x`;
      const { status, json } = await call(app(), subject, { query: sent });
      expect([status, json]).toEqual([400, unknown(name)]);
    },
  );
}

/** What every endpoint holds to, whatever is behind it, each of its described fields in turn. */
export function endpointContract(app: () => RecordedApp, subject: Subject): void {
  const { method, path, body, query, answer } = described(subject.name);
  describe(`${method.toUpperCase()} ${path}, as it is described`, () => {
    beforeEach(() => {
      app().answerWith(subject.result);
    });
    test('its example is taken', async () => {
      expect((await call(app(), subject)).status).toBe(answer.status);
    });
    accessContract(app, subject);
    if (body !== undefined) bodyContract(app, subject);
    if (query !== undefined) queryContract(app, subject);
  });
}
